package dev.paperboy.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Document;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PrivacyCommandTest {

    private static final UserRef ADA = new UserRef(Platform.SLACK, "T1", "U1");
    private static final UserRef BEN = new UserRef(Platform.SLACK, "T1", "U2");

    private final Shelves lists = new Shelves("paper on your list", "papers on your list");
    private final Shelves searches = new Shelves("search", "searches");
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final PrivacyCommand command = new PrivacyCommand(
            accounts, List.of(lists, searches), InstantSource.fixed(Instant.parse("2026-11-29T12:00:00.5Z")));

    /** Something that is kept about people. */
    private static final class Shelves implements PersonalData {
        private final String one;
        private final String many;
        private final Map<UserRef, List<Map<String, Object>>> kept = new HashMap<>();

        Shelves(String one, String many) {
            this.one = one;
            this.many = many;
        }

        void keep(UserRef person, int number) {
            kept.put(
                    person,
                    IntStream.range(0, number)
                            .mapToObj(at -> Map.<String, Object>of("number", at, "said", "“<!channel>”"))
                            .toList());
        }

        @Override
        public List<Holding> of(UserRef person) {
            return kept.containsKey(person)
                    ? List.of(new Holding(many.replace(' ', '_'), one, many, kept.get(person)))
                    : List.of();
        }

        @Override
        public void forget(List<UserRef> accounts) {
            accounts.forEach(kept::remove);
        }
    }

    private Reply answer(Request request) {
        ChannelRef channel = new ChannelRef(Platform.SLACK, "T1", "C1");
        Reply reply = command.answer(new CommandCall(request, ADA, channel, Set.of(), Optional.empty()));
        assertThat(reply.visibility()).isEqualTo(Reply.Visibility.ASKER);
        return reply;
    }

    private static Request asking() {
        return Request.of(PrivacyCommand.SPEC);
    }

    private static Request deleting() {
        return asking().with(PrivacyCommand.ACTION, PrivacyCommand.Action.DELETE);
    }

    @Test
    void aloneItSaysWhatIsKept() {
        lists.keep(ADA, 1200);
        searches.keep(ADA, 1);

        Notice notice = (Notice) answer(asking()).content();

        assertThat(notice.text()).isEqualTo("I keep this about you: 1,200 papers on your list, 1 search.");
        assertThat(notice.buttons()).extracting(Button::label).containsExactly("Export", "Delete…");
    }

    @Test
    void aStrangerHearsThatNothingIsKept() {
        lists.keep(BEN, 1);

        for (Request request :
                List.of(asking(), asking().with(PrivacyCommand.ACTION, PrivacyCommand.Action.EXPORT), deleting())) {
            assertThat(((Notice) answer(request).content()).text()).isEqualTo("I keep nothing about you.");
        }
    }

    @Test
    void theFileHoldsAllOfItForPrograms() {
        lists.keep(ADA, 2);
        searches.keep(ADA, 1);

        Document document = (Document) answer(asking().with(PrivacyCommand.ACTION, PrivacyCommand.Action.EXPORT))
                .content();

        assertThat(document.name()).isEqualTo("paperboy-data-2026-11-29.json");
        JsonNode all = JsonMapper.shared().readTree(document.body());
        assertThat(all.path("exported_at").asString()).isEqualTo("2026-11-29T12:00:00Z");
        assertThat(all.path("accounts").size()).isEqualTo(1);
        JsonNode account = all.path("accounts").path(0);
        assertThat(account.path("platform").asString()).isEqualTo("slack");
        assertThat(account.path("workspace").asString()).isEqualTo("T1");
        assertThat(account.path("user").asString()).isEqualTo("U1");
        assertThat(account.path("papers_on_your_list").size()).isEqualTo(2);
        assertThat(account.path("searches").path(0).path("said").asString()).isEqualTo("“<!channel>”");
    }

    @Test
    void nothingIsDeletedBeforeAClickSaysSo() {
        lists.keep(ADA, 3);

        Notice question = (Notice) answer(deleting()).content();

        assertThat(question.text()).contains("3 papers on your list", "cannot be undone");
        assertThat(lists.of(ADA)).isNotEmpty();
        assertThat(question.buttons().getLast())
                .isInstanceOfSatisfying(
                        Button.Danger.class,
                        danger -> assertThat(danger.request())
                                .isEqualTo(deleting().with(PrivacyCommand.SURE, PrivacyCommand.Sure.YES)));
    }

    @Test
    void theClickDeletesEverywhereAndOfTheAskerAlone() {
        lists.keep(ADA, 3);
        searches.keep(ADA, 3);
        lists.keep(BEN, 1);

        Reply reply = answer(deleting().with(PrivacyCommand.SURE, PrivacyCommand.Sure.YES));

        assertThat(((Notice) reply.content()).text()).isEqualTo("All that I kept about you is deleted.");
        assertThat(reply.manner()).isEqualTo(Reply.Manner.REPLACE);
        assertThat(lists.kept.keySet()).containsExactly(BEN);
        assertThat(searches.kept).isEmpty();
    }

    @Test
    void sureAloneDeletesNothing() {
        lists.keep(ADA, 3);

        answer(asking().with(PrivacyCommand.SURE, PrivacyCommand.Sure.YES));

        assertThat(lists.of(ADA)).isNotEmpty();
    }

    @Test
    void linkedAccountsAreOnePersons() {
        UserRef discord = new UserRef(Platform.DISCORD, "", "7");
        lists.keep(ADA, 2);
        lists.keep(discord, 3);
        accounts.offer("CODE", new Accounts.Offer(discord, ""), Instant.EPOCH);
        accounts.link("CODE", ADA, Instant.EPOCH);

        // Two of the three are alike on both.
        assertThat(((Notice) answer(asking()).content()).text())
                .isEqualTo("I keep this about you: 3 papers on your list, on 2 accounts.");
        answer(deleting().with(PrivacyCommand.SURE, PrivacyCommand.Sure.YES));
        assertThat(lists.kept).isEmpty();
    }
}
