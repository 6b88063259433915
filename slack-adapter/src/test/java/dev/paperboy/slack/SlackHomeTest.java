package dev.paperboy.slack;

import static dev.paperboy.slack.Rig.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.command.Request;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.slack.sandbox.FaultOrder;
import dev.paperboy.slack.sandbox.SandboxReply;
import dev.paperboy.slack.sandbox.SlackFault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The app's home tab, over the wire; the stand-in checks every view. Here it shows the longest list of all. */
class SlackHomeTest {

    private final ScriptedBot bot = new ScriptedBot();
    private final Rig rig = new Rig(Rig.Mode.SOCKET, bot).start();

    @BeforeEach
    void sayWhatWasDone() {
        bot.help = Notice.done("Done.", "").offering(List.of(new Button.Ask("Undo", Request.of(SampleCommands.HELP))));
        bot.home = ScriptedBot.sample("list-longest");
    }

    @AfterEach
    void nothingWasBroken() {
        try {
            rig.sandbox.assertNoViolations();
        } finally {
            rig.close();
        }
    }

    @Test
    void whoOpensItSeesTheAnswerToTheirOwnRequest() {
        SandboxReply home = get(rig.sandbox.openHome("ben"));

        CommandCall call = bot.calls.getFirst();
        assertThat(call.request().text()).isEqualTo("search -- mine");
        assertThat(call.user().id()).isEqualTo("U0BEN");
        assertThat(call.channel().id()).isEqualTo("D0BEN");
        assertThat(home.payload()).contains("\"type\":\"home\"").doesNotContain("My list");
        assertThat(rig.sandbox.messages("papers")).isEmpty();
    }

    @Test
    void whatIsSaidStandsAboveTheListThatIsAskedForAgain() {
        get(rig.sandbox.openHome("ben"));
        bot.home = offering(new Button.Ask("Do", Request.of(SampleCommands.HELP)));
        get(rig.sandbox.openHome("ben"));

        SandboxReply done = get(rig.sandbox.clickHome("ben", "Do"));

        assertThat(done.text()).startsWith("✅ Done.").contains("Her own page");
        assertThat(bot.calls.stream().map(call -> call.request().spec().name()))
                .containsExactly("search", "search", "help", "search");
        assertThat(get(rig.sandbox.clickHome("ben", "Undo")).text()).startsWith("✅ Done.");
    }

    @Test
    void anythingElseTakesItsPlaceWithAWayBack() {
        bot.home = offering(
                new Button.Ask("Look", Request.of(SampleCommands.PAPER).with(SampleCommands.ID, ScriptedBot.PAPER)));
        get(rig.sandbox.openHome("ben"));

        SandboxReply card = get(rig.sandbox.clickHome("ben", "Look"));
        assertThat(card.payload()).contains("My list");
        assertThat(card.text()).doesNotContain("Her own page");

        SandboxReply back = get(rig.sandbox.clickHome("ben", "◀ My list"));
        assertThat(back.text()).contains("Her own page");
        assertThat(back.payload()).doesNotContain("My list");
    }

    @Test
    void aFileComesIntoTheConversation() {
        bot.help = ScriptedBot.sample("document-usual");
        bot.home = offering(new Button.Ask("Export", Request.of(SampleCommands.HELP)));
        get(rig.sandbox.openHome("ben"));

        assertThat(get(rig.sandbox.clickHome("ben", "Export")).text())
                .startsWith("✅ I sent you reading-list.bib: it is under Messages.");
        assertThat(rig.sandbox.messages("D0BEN", "ben")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED", "LOST_REPLY", "SERVER_ERROR_BEFORE"})
    void aPageThatDoesNotGetThroughIsShownAgain(SlackFault fault) {
        rig.sandbox.inject(FaultOrder.once(fault, "views.publish"));

        assertThat(get(rig.sandbox.openHome("ben")).ok()).isTrue();
    }

    private static Content offering(Button button) {
        PaperList usual = (PaperList) ScriptedBot.sample("list-usual");
        return new PaperList("Her own page", 1, usual.cards(), "", List.of(button));
    }
}
