package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.InMemoryRequestKeys;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.CommandReadingContract;
import dev.paperboy.command.Request;
import dev.paperboy.command.SampleCommands;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackCommandsTest implements CommandReadingContract {

    private final SlackCommands commands = new SlackCommands(SampleCommands.CATALOGUE);
    private final SlackButtons buttons = new SlackButtons(new InMemoryRequestKeys());

    /** Through a button's value, as a click brings it back. */
    @Override
    public CommandLine.Result readBack(Request request) {
        var row = buttons.row().of(List.of(new Button.Ask("Go", request)), 1);
        String value = row.get(0).path("value").asString();
        return commands.read(buttons.textOf(value).orElseThrow());
    }

    @Test
    void raisesFlatTextToTypedOptions() {
        assertThat(commands.read("search diffusion language models limit:3"))
                .isEqualTo(new CommandLine.Understood(Request.of(SampleCommands.SEARCH)
                        .with(SampleCommands.QUERY, "diffusion language models")
                        .with(SampleCommands.LIMIT, 3)));
    }

    @Test
    void describesItselfToSlack() {
        assertThat(commands.slashCommand()).isEqualTo("/papers");
        assertThat(commands.usageHint()).isEqualTo("[search | trending | schedule | paper | import | help]");
        assertThat(commands.shouldEscape()).isFalse();
    }
}
