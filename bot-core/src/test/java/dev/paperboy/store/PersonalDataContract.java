package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.UserRef;
import dev.paperboy.community.JournalClub;
import dev.paperboy.community.Submission;
import dev.paperboy.digest.Alert;
import dev.paperboy.digest.Edition;
import dev.paperboy.digest.PostedPapers.Occasion;
import dev.paperboy.digest.Refusals.Refusal;
import dev.paperboy.library.ReadingState;
import dev.paperboy.library.Remark;
import dev.paperboy.paper.PaperId;
import dev.paperboy.person.Accounts;
import dev.paperboy.person.Holding;
import dev.paperboy.subscription.SampleSubscriptions;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Topic;
import dev.paperboy.subscription.Watch;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is kept about people, and what is left of it when they want it gone, on either database. */
interface PersonalDataContract {

    /** Found nowhere by chance. */
    UserRef ADA = new UserRef(Platform.SLACK, "T1", "UADA7531");

    UserRef BEN = new UserRef(Platform.SLACK, "T1", "UBEN8642");
    ChannelRef NEWS = new ChannelRef(Platform.SLACK, "T1", "C1");
    MessageRef POST = new MessageRef(NEWS, "1.1");
    PaperId ONE = new PaperId("1706.03762");
    PaperId TWO = new PaperId("1904.06690");
    Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    LocalDate TODAY = LocalDate.parse("2026-11-25");

    /** The same throughout a test, and empty before it. */
    Store store();

    /** Where a person, or what only one person sees, may be named. A new column of such a kind is to be wiped, too. */
    Set<String> NAMING = Set.of(
            "alert.channel_id",
            "club_member.channel_id",
            "club_member.user_id",
            "club_member.user_name",
            "club_pick.channel_id",
            "digest_paper.channel_id",
            "edition.channel_id",
            "edition.subscription",
            "edition_part.claimed_by",
            "edition_part.message_channel",
            "forgotten_reaction.channel_id",
            "forgotten_reaction.person_hash",
            "impression.user_id",
            "lease.owner",
            "link_code.user_id",
            "link_code.user_name",
            "link_try.user_id",
            "linked_account.person",
            "linked_account.user_id",
            "message_paper.channel_id",
            "nudge.user_id",
            "reader_without_notes.user_id",
            "refusal.subscription",
            "saved_paper.user_id",
            "standing_reaction.channel_id",
            "standing_reaction.user_id",
            "submission.channel_id",
            "submission.user_id",
            "submission.user_name",
            "subscription.channel_id",
            "subscription.made_by_id",
            "watch.channel_id",
            "watch.made_by_id");

    /** All that a person can leave behind. */
    static void live(Store store, UserRef person, String name) {
        ChannelRef conversation = ChannelRef.with(person);
        store.readingLists().save(person, ONE, NOON);
        store.readingLists().annotate(person, ONE, Remark.of("#thesis to be read by " + name));
        store.readingLists().mark(person, ONE, ReadingState.READING);
        store.readingLists().save(person, TWO, NOON);
        store.readingLists().remove(person, TWO, NOON);
        store.readingLists().want(person, false);
        store.nudges().set(person, Optional.of(NOON));
        store.impressions().note(person, List.of(ONE), NOON);
        store.postedPapers().record(POST, List.of(ONE), Occasion.DIGEST);
        store.standingReactions().note(new ReactionChange(person, POST, Emoji.BOOKMARK, true), NOON);
        Submission submission =
                new Submission(NEWS, TWO, person, name, name + " likes it", NOON, Submission.State.READY);
        store.submissions().submit(submission);
        store.journalClub().join(NEWS, person, name, NOON);
        store.journalClub().pick(new JournalClub.Pick(NEWS, ONE, NOON, Optional.empty()));
        store.editions()
                .plan(Edition.planned(
                        scheduleWith(person),
                        NEWS,
                        TODAY,
                        List.of(new Edition.Item.OnePaper(TWO, submission.said() + " · 1 vote")),
                        NOON));
        store.watches().add(new Watch(conversation, new Topic("diffusion"), person, NOON));
        store.watches().add(new Watch(NEWS, new Topic("graphs for " + person.platform()), person, NOON));
        store.alerts().note(List.of(new Alert(conversation, ONE, Alert.Cause.NEW, "Fits diffusion", NOON)));
        Edition told = Edition.planned(
                Watch.subscriptionOf(conversation),
                conversation,
                TODAY,
                List.of(new Edition.Item.Alert(
                        "One", List.of(new Edition.Item.OnePaper(ONE, "Fits diffusion")), "note", true)),
                NOON);
        store.editions().plan(told);
        MessageRef message = new MessageRef(new ChannelRef(Platform.SLACK, "T1", "DM-" + person.id()), "2.2");
        store.editions().sent(told.key(), told.parts().getFirst().number(), message);
        store.postedPapers().record(message, List.of(ONE), Occasion.DIGEST);
        store.standingReactions().note(new ReactionChange(person, message, Emoji.BOOKMARK, true), NOON);
        store.refusals().note(Watch.subscriptionOf(conversation), new Refusal(1, NOON));
        store.accounts().offer("OFFER" + person.id(), new Accounts.Offer(person, name), NOON);
        store.accounts().noteWrongCode(person, NOON);
        store.requestKeys().keyOf("mark 1706.03762 -- to be read by " + name);
    }

    /** The schedule that posts what somebody handed in. */
    private static String scheduleWith(UserRef person) {
        return person.equals(ADA) ? "schedule/1" : "schedule/2";
    }

    private static Subscription schedule(UserRef person) {
        Subscription some = SampleSubscriptions.daily(NEWS);
        return new Subscription(
                some.id(),
                NEWS,
                some.timetable(),
                some.count(),
                some.topic(),
                some.manners(),
                person,
                true,
                some.lastEdition(),
                some.lastError());
    }

    @Test
    default void allThatIsKeptIsTold() {
        live(store(), ADA, "Ada");
        live(store(), BEN, "Ben");
        store().subscriptions().save(schedule(ADA), NOON);

        List<Holding> held = store().personalData().of(ADA);

        assertThat(held)
                .extracting(Holding::name)
                .containsExactly(
                        "reading_list",
                        "taken_off_the_list",
                        "notes_off",
                        "recommended",
                        "reminders",
                        "link_codes",
                        "wrong_codes",
                        "reactions",
                        "submissions",
                        "journal_clubs",
                        "schedules",
                        "watches",
                        "alerts",
                        "messages",
                        "papers_in_messages");
        assertThat(held.getFirst().rows().getFirst())
                .containsEntry("paper", "1706.03762")
                .containsEntry("saved_at", "2026-11-25T12:00:00Z")
                .containsEntry("state", "READING")
                .containsEntry("remark", "#thesis to be read by Ada");
        assertThat(held.toString()).contains("graphs", "Ada likes it").doesNotContain("Ben", BEN.id());
    }

    @Test
    default void nothingIsKeptAboutAStranger() {
        live(store(), BEN, "Ben");

        assertThat(store().personalData().of(ADA)).isEmpty();
        assertThat(store().personalData().of(new UserRef(Platform.DISCORD, "", BEN.id())))
                .isEmpty();
        assertThat(store().personalData().of(new UserRef(Platform.SLACK, "T2", BEN.id())))
                .isEmpty();
    }

    @Test
    default void nothingIsLeftOfWhoIsForgotten() throws SQLException {
        live(store(), ADA, "Ada");
        store().subscriptions().save(schedule(ADA), NOON);
        assertThat(TableLines.with(store(), ADA.id(), "Ada")).isNotEmpty();

        store().personalData().forget(List.of(ADA));
        store().personalData().forget(List.of(ADA));

        assertThat(TableLines.with(store(), ADA.id(), "Ada")).isEmpty();
        assertThat(store().personalData().of(ADA)).isEmpty();
    }

    @Test
    default void ofLinkedAccountsNoneIsLeft() throws SQLException {
        UserRef discord = new UserRef(Platform.DISCORD, "", "7531975310");
        live(store(), ADA, "Ada");
        store().readingLists().save(discord, TWO, NOON);
        store().accounts().offer("CODE", new Accounts.Offer(discord, "Ada L."), NOON);
        store().accounts().link("CODE", ADA, NOON);
        assertThat(store().personalData().of(discord))
                .extracting(Holding::name)
                .containsExactly("reading_list", "links");

        store().personalData().forget(store().accounts().of(ADA));

        assertThat(TableLines.with(store(), ADA.id(), discord.id(), "Ada")).isEmpty();
    }

    @Test
    default void whatIsOthersStays() {
        live(store(), ADA, "Ada");
        live(store(), BEN, "Ben");
        store().subscriptions().save(schedule(ADA), NOON);
        List<Holding> before = store().personalData().of(BEN);

        store().personalData().forget(List.of(ADA));

        assertThat(store().personalData().of(BEN)).isEqualTo(before);
        assertThat(store().subscriptions().in(NEWS)).isPresent();
        assertThat(store().subscriptions().in(NEWS).orElseThrow().madeBy().isForgotten())
                .isTrue();
        assertThat(store().postedPapers().at(POST)).containsExactly(ONE);
    }

    @Test
    default void aPaperThatIsAboutToBePostedLosesTheNameOfWhoHandedItIn() {
        live(store(), ADA, "Ada");

        store().personalData().forget(List.of(ADA));

        assertThat(store().editions().openOf(scheduleWith(ADA)).getFirst().parts())
                .extracting(Edition.Part::item)
                .containsExactly(new Edition.Item.OnePaper(TWO, "Submitted by a member · 1 vote"));
    }

    @Test
    default void everyColumnThatMayNameAPersonIsKnown() throws SQLException {
        assertThat(TableLines.columns(store()).stream()
                        .filter(column -> column.matches(
                                ".*\\.(.*user_(id|name)|.*_by_id|.*_by|owner.*|.*channel.*|person.*|subscription)")))
                .containsExactlyInAnyOrderElementsOf(NAMING);
    }
}
