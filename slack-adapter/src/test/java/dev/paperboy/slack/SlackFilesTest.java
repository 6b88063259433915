package dev.paperboy.slack;

import static dev.paperboy.slack.Rig.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.slack.sandbox.Exchange;
import dev.paperboy.slack.sandbox.FaultOrder;
import dev.paperboy.slack.sandbox.SandboxMessage;
import dev.paperboy.slack.sandbox.SlackFault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file for one person, over the wire. */
class SlackFilesTest {

    private static final String BEGIN = "files.getUploadURLExternal";
    private static final String SHARE = "files.completeUploadExternal";

    private final ScriptedBot bot = new ScriptedBot();
    private final Rig rig = new Rig(Rig.Mode.SOCKET, bot).start();

    @BeforeEach
    void answerWithAFile() {
        bot.help = ScriptedBot.sample("document-usual");
    }

    @AfterEach
    void nothingWasBroken() {
        try {
            rig.sandbox.assertNoViolations();
        } finally {
            rig.close();
        }
    }

    /** Asks for the file, and waits for what is said where it was asked: the last that happens. */
    private void askedIsAnswered(String... with) {
        get(rig.sandbox.command("ben", "papers", "/papers", "help"));
        await().untilAsserted(
                        () -> assertThat(String.join("\n", seen("papers"))).contains(with));
    }

    private List<String> seen(String channel) {
        return rig.sandbox.messages(channel, "ben").stream()
                .map(SandboxMessage::payload)
                .toList();
    }

    private long calls(String method) {
        return rig.sandbox.exchanges().stream()
                .map(Exchange::name)
                .filter(method::equals)
                .count();
    }

    @Test
    void itComesIntoTheConversationAndTheChannelSaysSoToTheAskerAlone() {
        askedIsAnswered("I sent you reading-list.bib in our direct conversation.");
        assertThat(rig.sandbox.messages("papers")).isEmpty();
        assertThat(seen("D0BEN")).hasSize(2);
        assertThat(seen("D0BEN").getFirst()).contains("Your reading list as BibTeX.");
        assertThat(seen("D0BEN").getLast()).contains("\"name\":\"reading-list.bib\"", "\"size\":8");
    }

    @Test
    void aWorkspaceThatTakesNoFilesIsToldWhatIsMissing() {
        rig.sandbox.inject(FaultOrder.once(SlackFault.MISSING_SCOPE, BEGIN));
        askedIsAnswered("does not let me send files", "files:write");
        assertThat(calls(SHARE)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_REPLY", "SERVER_ERROR_BEFORE"})
    void anUploadIsRepeated(SlackFault fault) {
        rig.sandbox.inject(FaultOrder.once(fault, "upload"));
        askedIsAnswered("I sent you reading-list.bib");
        assertThat(calls("upload")).isEqualTo(2);
    }

    @Test
    void whatMayBeSharedAlreadyIsNotSharedAgain() {
        rig.sandbox.inject(FaultOrder.once(SlackFault.LOST_REPLY, SHARE));
        askedIsAnswered("Slack did not confirm the file.");
        assertThat(calls(SHARE)).isEqualTo(1);
    }
}
