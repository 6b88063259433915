package dev.paperboy.person;

import static dev.paperboy.person.AccountsContract.DISCORD;
import static dev.paperboy.person.AccountsContract.NOON;
import static dev.paperboy.person.AccountsContract.SLACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.Request;
import dev.paperboy.schedule.SettableTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkCommandTest {

    private final SettableTime clock = new SettableTime(NOON);
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final LinkCommand link = new LinkCommand(accounts, new Random(7), clock);
    private final UnlinkCommand unlink = new UnlinkCommand(accounts);

    private static Notice ask(Command command, UserRef user, Request request) {
        Reply reply = command.answer(new CommandCall(
                request,
                user,
                new ChannelRef(user.platform(), "T1", "C1"),
                Set.of(),
                Optional.empty(),
                List.of(),
                "Ada"));
        assertThat(reply.visibility()).isEqualTo(Reply.Visibility.ASKER);
        return (Notice) reply.content();
    }

    private Notice link(UserRef user) {
        return ask(link, user, Request.of(LinkCommand.SPEC));
    }

    private Notice link(UserRef user, String code) {
        return ask(link, user, Request.of(LinkCommand.SPEC).with(LinkCommand.CODE, code));
    }

    private Notice click(UserRef user, Notice question) {
        Button.Ask button = (Button.Ask) question.buttons().getFirst();
        return ask(link, user, button.request());
    }

    /** The code as a person reads it. */
    private String code(UserRef user) {
        return link(user).text().replaceAll("Your code is (.*)\\.", "$1");
    }

    @Test
    void aCodeOfOnePlatformLinksOnTheOtherAfterAClick() {
        String code = code(SLACK);
        assertThat(code).matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");

        Notice question = link(DISCORD, code.toLowerCase(java.util.Locale.ROOT).replace("-", ""));

        assertThat(question.text()).isEqualTo("Link this account with “Ada” on Slack?");
        assertThat(accounts.of(DISCORD)).containsExactly(DISCORD);
        assertThat(click(DISCORD, question).text())
                .isEqualTo("This account and yours on Slack now have one reading list.");
        assertThat(accounts.of(DISCORD)).containsExactly(DISCORD, SLACK);
        assertThat(link(SLACK).hint()).contains("This account is linked with yours on Discord.");
    }

    @Test
    void eachCodeIsAnother() {
        assertThat(code(SLACK)).isNotEqualTo(code(SLACK));
    }

    @Test
    void aCodeThatWasUsedOrIsTooOldSaysSo() {
        Notice question = link(DISCORD, code(SLACK));
        click(DISCORD, question);
        assertThat(click(DISCORD, question).text()).isEqualTo("This code cannot be used.");

        String old = code(SLACK);
        clock.advance(Duration.ofMinutes(10));
        assertThat(link(DISCORD, old).text()).isEqualTo("This code cannot be used.");
    }

    @Test
    void whoTriesManyCodesHasToWait() {
        String right = code(SLACK);
        for (int number = 0; number < Accounts.MOST_TRIES; number++) {
            assertThat(link(DISCORD, "AAAA-AAA" + number).text()).isEqualTo("This code cannot be used.");
        }

        assertThat(link(DISCORD, right).text()).isEqualTo("These were too many wrong codes.");

        clock.advance(Duration.ofMinutes(10));
        assertThat(link(DISCORD, code(SLACK)).buttons()).hasSize(1);
    }

    @Test
    void onesOwnCodeIsForTheOtherPlatform() {
        assertThat(link(SLACK, code(SLACK)).text()).isEqualTo("You made this code here.");
    }

    @Test
    void whatIsLinkedAlreadyStaysSo() {
        click(DISCORD, link(DISCORD, code(SLACK)));

        assertThat(link(DISCORD, code(SLACK)).text()).isEqualTo("These accounts are linked already.");
    }

    @Test
    void unlinkingPartsThem() {
        click(DISCORD, link(DISCORD, code(SLACK)));

        assertThat(ask(unlink, SLACK, Request.of(UnlinkCommand.SPEC)).text())
                .isEqualTo("This account stands alone again.");
        assertThat(ask(unlink, DISCORD, Request.of(UnlinkCommand.SPEC)).text())
                .isEqualTo("This account is not linked with another.");
        assertThat(accounts.of(SLACK)).containsExactly(SLACK);
    }
}
