package dev.paperboy.slack;

import dev.paperboy.command.CommandCatalogue;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.CommandSpec;
import java.util.stream.Collectors;

/** The catalogue as Slack knows it: one slash command with flat text, raised to the options' own types. */
public final class SlackCommands {
    private final CommandLine line;

    public SlackCommands(CommandCatalogue catalogue) {
        this.line = new CommandLine(catalogue);
    }

    /** The slash command to register. */
    public String slashCommand() {
        return "/" + line.catalogue().root();
    }

    /** What Slack shows beside the command while somebody types it. */
    public String usageHint() {
        return line.catalogue().commands().stream().map(CommandSpec::name).collect(Collectors.joining(" | ", "[", "]"));
    }

    /**
     * Whether Slack is to turn the names of people and channels into markup before we read the text: it is not, since
     * a query means what stands in it.
     */
    public boolean shouldEscape() {
        return false;
    }

    /** Reads what was typed behind the slash command, or what a button carries. */
    CommandLine.Result read(String text) {
        return line.read(text);
    }
}
