package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.Tone;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Reply.Visibility;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Reading;
import dev.paperboy.command.Request;
import dev.paperboy.command.Right;
import dev.paperboy.command.SampleCommands;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandRouterTest {

    private static final UserRef ADA = new UserRef(Platform.DISCORD, "", "1");
    private static final ChannelRef CHANNEL = new ChannelRef(Platform.DISCORD, "9", "2");

    private final CommandRouter router = new CommandRouter(
            List.of(new Obliging(SampleCommands.SCHEDULE), new Obliging(SampleCommands.SEARCH), new Broken()));

    /** Answers everything, and completes with more than anybody can be shown. */
    private record Obliging(CommandSpec spec) implements Command {

        @Override
        public Reply answer(CommandCall call) {
            return Reply.publicly(Notice.done("done", ""));
        }

        @Override
        public List<Suggestion> complete(CompletionCall call) {
            return IntStream.range(0, 99)
                    .mapToObj(number -> new Suggestion(call.typed() + number, call.typed() + number))
                    .toList();
        }
    }

    /** Fails at whatever it is asked. */
    private record Broken() implements Command {

        @Override
        public CommandSpec spec() {
            return SampleCommands.PAPER;
        }

        @Override
        public Reply answer(CommandCall call) {
            throw new IllegalStateException("a defect with a secret in it");
        }

        @Override
        public List<Suggestion> complete(CompletionCall call) {
            throw new IllegalStateException("a defect");
        }
    }

    private Reply ask(CommandSpec spec, Right... rights) {
        return router.answer(
                new CommandCall(Request.of(spec), ADA, CHANNEL, Set.copyOf(Arrays.asList(rights)), Optional.empty()));
    }

    private List<String> complete(CommandSpec spec, Param<?> param, String typed) {
        return router.complete(new CompletionCall(spec, param, typed, ADA)).stream()
                .map(Suggestion::value)
                .toList();
    }

    private static boolean isRead(Param<?> param, String value) {
        return param.read(value) instanceof Reading.Understood;
    }

    @Test
    void withoutTheRightACommandIsRefusedAndNotRun() {
        Reply refused = ask(SampleCommands.SCHEDULE);

        assertThat(refused.visibility()).isEqualTo(Visibility.ASKER);
        assertThat(((Notice) refused.content()).tone()).isEqualTo(Tone.PROBLEM);
        assertThat(((Notice) refused.content()).text()).startsWith("Only those who may manage this channel");
        assertThat(ask(SampleCommands.SCHEDULE, Right.MANAGE_CHANNEL).content()).isEqualTo(Notice.done("done", ""));
    }

    @Test
    void aDefectIsAnsweredPrivatelyAndWithoutItsText() {
        Reply reply = ask(SampleCommands.PAPER);

        assertThat(reply.visibility()).isEqualTo(Visibility.ASKER);
        assertThat(((Notice) reply.content()).tone()).isEqualTo(Tone.FAILURE);
        assertThat(reply.content().toString()).doesNotContain("secret");
        assertThat(((Notice) ask(SampleCommands.TRENDING).content()).tone()).isEqualTo(Tone.FAILURE);
    }

    @Test
    void aDefectInACompletionSuggestsNothing() {
        assertThat(complete(SampleCommands.PAPER, SampleCommands.ID, "atten")).isEmpty();
    }

    @Test
    void zonesAreCompletedFromAnyPartOfTheirName() {
        assertThat(complete(SampleCommands.SCHEDULE, SampleCommands.ZONE, "berl"))
                .containsExactly("Europe/Berlin");
        assertThat(complete(SampleCommands.SCHEDULE, SampleCommands.ZONE, "a")).hasSize(25);
        assertThat(complete(SampleCommands.SCHEDULE, SampleCommands.ZONE, "")).isEmpty();
    }

    @Test
    void whatIsSuggestedCanBeRead() {
        for (Param<?> param : List.of(SampleCommands.DAYS, SampleCommands.TIME, SampleCommands.WINDOW)) {
            assertThat(complete(SampleCommands.SCHEDULE, param, ""))
                    .isNotEmpty()
                    .allMatch(value -> isRead(param, value), "read by " + param.name());
        }
    }

    @Test
    void aChoiceSuggestsItsWordsAndACountNothing() {
        assertThat(complete(SampleCommands.TRENDING, SampleCommands.WINDOW, "w"))
                .containsExactly("day", "week", "month");
        assertThat(complete(SampleCommands.TRENDING, SampleCommands.LIMIT, "3")).isEmpty();
    }

    @Test
    void textIsCompletedByItsCommandAsFarAsAPlatformShows() {
        assertThat(complete(SampleCommands.SEARCH, SampleCommands.QUERY, "x"))
                .hasSize(25)
                .startsWith("x0");
    }
}
