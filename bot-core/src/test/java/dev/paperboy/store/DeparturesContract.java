package dev.paperboy.store;

import static dev.paperboy.store.PersonalDataContract.ADA;
import static dev.paperboy.store.PersonalDataContract.BEN;
import static dev.paperboy.store.PersonalDataContract.NEWS;
import static dev.paperboy.store.PersonalDataContract.NOON;
import static dev.paperboy.store.PersonalDataContract.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.community.Departures;
import dev.paperboy.library.SavedEntry;
import dev.paperboy.person.Accounts.Offer;
import dev.paperboy.subscription.SampleSubscriptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a server's data after Paperboy was removed, on either database. */
interface DeparturesContract {

    Server HERE = new Server(Platform.SLACK, "T1");
    Server ELSEWHERE = new Server(Platform.SLACK, "T2");
    UserRef OUTSIDER = new UserRef(Platform.SLACK, "T2", "UCLEO99");

    /** The same throughout a test, and empty before it. */
    Store store();

    default Departures departures() {
        return store().departures();
    }

    @Test
    default void whereItIsNothingIsDepartedFrom() {
        PersonalDataContract.live(store(), ADA, "Ada");

        departures().note(Platform.SLACK, Set.of(HERE, ELSEWHERE), NOON);

        assertThat(departures().until(NOON.plus(Duration.ofDays(99)))).isEmpty();
    }

    @Test
    default void aServerIsDepartedFromSinceItWasFirstMissing() {
        PersonalDataContract.live(store(), ADA, "Ada");

        departures().note(Platform.SLACK, Set.of(ELSEWHERE), NOON);
        departures().note(Platform.SLACK, Set.of(), NOON.plusSeconds(60));
        departures().note(Platform.DISCORD, Set.of(), NOON);

        assertThat(departures().until(NOON)).containsExactly(HERE);
        assertThat(departures().until(NOON.minusSeconds(1))).isEmpty();
    }

    @Test
    default void whoeverInvitesItAgainInTimeLosesNothing() {
        PersonalDataContract.live(store(), ADA, "Ada");
        departures().note(Platform.SLACK, Set.of(), NOON);

        departures().note(Platform.SLACK, Set.of(HERE), NOON.plusSeconds(60));

        assertThat(departures().until(NOON.plusSeconds(99))).isEmpty();
        assertThat(store().readingLists().entries(ADA)).isNotEmpty();
    }

    @Test
    default void nothingIsLeftOfAForgottenServer() throws SQLException {
        PersonalDataContract.live(store(), ADA, "Ada");
        PersonalDataContract.live(store(), BEN, "Ben");
        store().subscriptions().save(SampleSubscriptions.daily(NEWS), NOON);
        departures().note(Platform.SLACK, Set.of(), NOON);
        store().readingLists().save(OUTSIDER, ONE, NOON);

        departures().forget(HERE);
        departures().forget(HERE);

        assertThat(TableLines.with(store(), "T1", ADA.id(), BEN.id())).isEmpty();
        assertThat(store().readingLists().entries(OUTSIDER)).hasSize(1);
        assertThat(departures().until(NOON)).isEmpty();
    }

    @Test
    default void aLinkedAccountElsewhereKeepsTheList() {
        PersonalDataContract.live(store(), ADA, "Ada");
        List<SavedEntry> list = store().readingLists().entries(ADA);
        UserRef discord = new UserRef(Platform.DISCORD, "", "42");
        store().accounts().offer("CODE", new Offer(discord, ""), NOON);
        store().accounts().link("CODE", ADA, NOON);

        departures().forget(HERE);

        assertThat(store().readingLists().entries(discord)).isEqualTo(list);
        assertThat(store().accounts().of(discord)).containsExactly(discord);
    }
}
