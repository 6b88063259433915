package dev.paperboy.slack;

import static dev.paperboy.slack.Rig.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.command.Attachment;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.slack.sandbox.Exchange;
import dev.paperboy.slack.sandbox.FaultOrder;
import dev.paperboy.slack.sandbox.SandboxFile;
import dev.paperboy.slack.sandbox.SandboxReply;
import dev.paperboy.slack.sandbox.SlackFault;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that a command asks for, over the wire. */
class SlackUploadsTest {

    private static final SandboxFile FILE = new SandboxFile("my refs.bib", "@misc{é}".getBytes(StandardCharsets.UTF_8));

    private final ScriptedBot bot = new ScriptedBot();

    private Rig rig(Rig.Mode mode) {
        bot.help = Notice.done("I have read it.", "");
        return new Rig(mode, bot).start();
    }

    private static SandboxReply ask(Rig rig) {
        return get(rig.sandbox.command("ben", "papers", "/papers", "import"));
    }

    @ParameterizedTest
    @EnumSource
    void aWindowAsksForItAndTheAnswerComesWhereItWasAsked(Rig.Mode mode) {
        try (Rig rig = rig(mode)) {
            SandboxReply window = ask(rig);
            assertThat(window.payload()).contains("\"type\":\"modal\"", "\"file_input\"");
            assertThat(window.text()).isEqualTo("A list of papers");
            assertThat(bot.calls).isEmpty();

            SandboxReply answer = get(rig.sandbox.submit("ben", FILE));

            CommandCall call = bot.calls.getFirst();
            assertThat(call.get(SampleCommands.FILE)).isEqualTo(new Attachment("my refs.bib", "@misc{é}"));
            assertThat(call.user().id()).isEqualTo("U0BEN");
            assertThat(answer.text()).contains("I have read it.");
            assertThat(answer.ephemeral()).isTrue();
            assertThat(rig.sandbox.messages("papers", "ben")).hasSize(1);
            rig.sandbox.assertNoViolations();
        }
    }

    @Test
    void aWorkspaceThatGivesNoFilesIsToldWhatIsMissing() {
        try (Rig rig = rig(Rig.Mode.SOCKET)) {
            rig.sandbox.grant(Set.of("commands", "chat:write"));
            ask(rig);
            assertThat(get(rig.sandbox.submit("ben", FILE)).text())
                    .contains("does not let me read files", "files:read");
            assertThat(bot.calls).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_REPLY", "SERVER_ERROR_BEFORE"})
    void aFileThatDoesNotComeIsFetchedAgain(SlackFault fault) {
        try (Rig rig = rig(Rig.Mode.SOCKET)) {
            ask(rig);
            rig.sandbox.inject(FaultOrder.once(fault, "download"));
            assertThat(get(rig.sandbox.submit("ben", FILE)).text()).contains("I have read it.");
            assertThat(rig.sandbox.exchanges().stream().map(Exchange::name))
                    .filteredOn("download"::equals)
                    .hasSize(2);
        }
    }

    @Test
    void whereNoWindowOpensThePersonIsTold() {
        try (Rig rig = rig(Rig.Mode.SOCKET)) {
            rig.sandbox.inject(FaultOrder.once(SlackFault.SERVER_ERROR_BEFORE, "views.open"));
            assertThat(ask(rig).text()).contains("did not let me ask for the file in time", "write the command again");
        }
    }
}
