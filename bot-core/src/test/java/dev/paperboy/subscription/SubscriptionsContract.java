package dev.paperboy.subscription;

import static dev.paperboy.subscription.SampleSubscriptions.GENERAL;
import static dev.paperboy.subscription.SampleSubscriptions.PAPERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Subscriptions} keeps. */
public interface SubscriptionsContract {

    Set<Platform> EVERYWHERE = EnumSet.allOf(Platform.class);
    Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    LocalDate MONDAY = LocalDate.parse("2026-11-23");

    /** An empty store, fresh for each test. */
    Subscriptions subscriptions();

    @Test
    default void aScheduleIsReadBackWhole() {
        Subscription schedule = new Subscription(
                Subscription.idOf(PAPERS),
                PAPERS,
                new Timetable(
                        LocalTime.of(2, 30),
                        ZoneId.of("America/Argentina/ComodRivadavia"),
                        Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)),
                10,
                new Topic("cs.CL \"large language\" -survey '; drop table subscription"),
                new Manners(Manners.QuietDay.SILENT, Manners.CatchUp.MERGE, Duration.ofDays(3)),
                new UserRef(Platform.SLACK, "T1", "U1"),
                false,
                Optional.empty(),
                Optional.of("Paperboy may not write here."));
        Subscriptions subscriptions = subscriptions();

        subscriptions.save(schedule, NINE);

        assertThat(subscriptions.in(PAPERS)).contains(schedule);
        assertThat(subscriptions.in(GENERAL)).isEmpty();
        assertThat(subscriptions.in(new ChannelRef(Platform.SLACK, "T2", "C1"))).isEmpty();
    }

    @Test
    default void savingAgainReplacesTheSettings() {
        Subscriptions subscriptions = subscriptions();
        subscriptions.save(SampleSubscriptions.daily(GENERAL), NINE);
        Subscription changed = SampleSubscriptions.at(GENERAL, "18:30", "Asia/Tokyo", Set.of(DayOfWeek.FRIDAY));

        subscriptions.save(changed, NINE.plusSeconds(60));

        assertThat(subscriptions.in(GENERAL)).contains(changed);
        assertThat(subscriptions.due(EVERYWHERE, NINE)).isEmpty();
        assertThat(subscriptions.due(EVERYWHERE, NINE.plusSeconds(60))).containsExactly(changed);
    }

    @Test
    default void dueAreTheActiveOnesOfThesePlatformsWhoseInstantHasCome() {
        Subscriptions subscriptions = subscriptions();
        Subscription general = SampleSubscriptions.daily(GENERAL);
        Subscription papers = SampleSubscriptions.daily(PAPERS);
        Subscription paused = SampleSubscriptions.daily(new ChannelRef(Platform.SLACK, "T1", "C2"))
                .withActive(false);
        subscriptions.save(general, NINE.plusSeconds(1));
        subscriptions.save(papers, NINE);
        subscriptions.save(paused, NINE);

        assertThat(subscriptions.due(EVERYWHERE, NINE.minusMillis(1))).isEmpty();
        assertThat(subscriptions.due(EVERYWHERE, NINE)).containsExactly(papers);
        assertThat(subscriptions.due(EVERYWHERE, NINE.plusSeconds(1))).containsExactly(papers, general);
        assertThat(subscriptions.due(Set.of(Platform.DISCORD), NINE.plusSeconds(1)))
                .containsExactly(general);
        assertThat(subscriptions.due(Set.of(), NINE.plusSeconds(1))).isEmpty();
    }

    @Test
    default void advancingMovesTheNextPostAndRemembersTheDay() {
        Subscriptions subscriptions = subscriptions();
        Subscription schedule = SampleSubscriptions.daily(GENERAL);
        subscriptions.save(schedule, NINE);

        subscriptions.advance(schedule.id(), MONDAY, NINE.plusSeconds(86_400));

        assertThat(subscriptions.due(EVERYWHERE, NINE.plusSeconds(86_399))).isEmpty();
        Subscription advanced =
                subscriptions.due(EVERYWHERE, NINE.plusSeconds(86_400)).getFirst();
        assertThat(advanced.lastEdition()).contains(MONDAY);
    }

    @Test
    default void changingSettingsForgetsNoEdition() {
        Subscriptions subscriptions = subscriptions();
        Subscription stale = SampleSubscriptions.daily(GENERAL);
        subscriptions.save(stale, NINE);
        subscriptions.advance(stale.id(), MONDAY, NINE.plusSeconds(86_400));

        subscriptions.save(stale.withActive(false), NINE.plusSeconds(86_400));

        Subscription kept = subscriptions.in(GENERAL).orElseThrow();
        assertThat(kept.lastEdition()).contains(MONDAY);
        assertThat(kept.active()).isFalse();
    }

    @Test
    default void anErrorIsNotedAndForgotten() {
        Subscriptions subscriptions = subscriptions();
        Subscription schedule = SampleSubscriptions.daily(GENERAL);
        subscriptions.save(schedule, NINE);

        subscriptions.noteError(schedule.id(), Optional.of("No right to write here."));
        assertThat(subscriptions.in(GENERAL).orElseThrow().lastError()).contains("No right to write here.");

        subscriptions.noteError(schedule.id(), Optional.empty());
        assertThat(subscriptions.in(GENERAL)).contains(schedule);
    }

    @Test
    default void nobodysScheduleIsNoTrouble() {
        Subscriptions subscriptions = subscriptions();

        subscriptions.advance("schedule/discord/900/9", MONDAY, NINE);
        subscriptions.noteError("schedule/discord/900/9", Optional.of("gone"));

        assertThat(subscriptions.due(EVERYWHERE, NINE)).isEmpty();
    }
}
