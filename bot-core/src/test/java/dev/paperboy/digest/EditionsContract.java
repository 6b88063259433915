package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Editions} keeps. */
public interface EditionsContract {

    ChannelRef GENERAL = new ChannelRef(Platform.DISCORD, "900", "1");
    ChannelRef PAPERS = new ChannelRef(Platform.SLACK, "T1", "C1");
    LocalDate MONDAY = LocalDate.parse("2026-11-23");
    Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    Set<Platform> EVERYWHERE = EnumSet.allOf(Platform.class);
    String HOSTILE = "▲ 48 · @everyone <!channel> **bold** _x_ `code` ~s~ [a](http://x) <script> '; drop table edition";

    /** An empty store, fresh for each test. */
    Editions editions();

    /** Two papers for one channel. */
    static Edition twoPapers(String subscription, ChannelRef channel, LocalDate date, Instant at) {
        return Edition.planned(
                subscription,
                channel,
                date,
                List.of(
                        new Edition.Item.OnePaper(new PaperId("2608.00001"), HOSTILE),
                        new Edition.Item.OnePaper(new PaperId("hep-th/9901001"), "")),
                at);
    }

    @Test
    default void aPlanIsReadBackWhole() {
        Editions editions = editions();
        Edition papers = twoPapers("s1", GENERAL, MONDAY, NINE);
        Edition quiet = Edition.planned(
                "s2", PAPERS, MONDAY, List.of(new Edition.Item.QuietNote("Nothing new.", HOSTILE)), NINE);

        assertThat(editions.plan(papers)).isTrue();
        assertThat(editions.plan(quiet)).isTrue();

        assertThat(editions.find(papers.key())).contains(papers);
        assertThat(editions.find(quiet.key())).contains(quiet);
        assertThat(editions.find("nobody@2026-11-23")).isEmpty();
    }

    @Test
    default void anAlertIsReadBackWithItsPapersInTheirOrder() {
        Editions editions = editions();
        Edition.Item alert = new Edition.Item.Alert(
                HOSTILE,
                List.of(
                        new Edition.Item.OnePaper(new PaperId("hep-th/9901001"), ""),
                        new Edition.Item.OnePaper(new PaperId("2608.00001"), HOSTILE)),
                "and more",
                false);
        Edition.Item one = new Edition.Item.Alert(
                "", List.of(new Edition.Item.OnePaper(new PaperId("2608.00002"), "because")), "", true);
        Edition told = Edition.planned("watches@7", "watches", PAPERS, MONDAY, List.of(alert, one), NINE);

        assertThat(editions.plan(told)).isTrue();
        assertThat(editions.plan(told)).isFalse();

        assertThat(editions.find("watches@7")).contains(told);
        assertThat(editions.openOf("watches")).containsExactly(told);
    }

    @Test
    default void oneSubscriptionHasOneEditionADay() {
        Editions editions = editions();
        Edition first = twoPapers("s1", GENERAL, MONDAY, NINE);
        editions.plan(first);

        assertThat(editions.plan(twoPapers("s1", GENERAL, MONDAY, NINE.plusSeconds(60))))
                .isFalse();
        assertThat(editions.plan(twoPapers("s1", GENERAL, MONDAY.plusDays(1), NINE)))
                .isTrue();

        assertThat(editions.find(first.key())).contains(first);
    }

    @Test
    default void aSilentDayIsKeptAndDone() {
        Editions editions = editions();
        Edition silent = Edition.planned("s1", GENERAL, MONDAY, List.of(), NINE);

        editions.plan(silent);

        assertThat(editions.find(silent.key())).contains(silent);
        assertThat(silent.state()).isEqualTo(Edition.State.DONE);
        assertThat(editions.open(EVERYWHERE, NINE)).isEmpty();
    }

    @Test
    default void openEditionsComeOldestPlanFirstAndOnlyOfThesePlatforms() {
        Editions editions = editions();
        Edition later = twoPapers("s1", GENERAL, MONDAY, NINE.plusSeconds(1));
        Edition earlier = twoPapers("s2", PAPERS, MONDAY, NINE);
        editions.plan(later);
        editions.plan(earlier);

        assertThat(editions.open(EVERYWHERE, NINE.plusSeconds(1))).containsExactly(earlier, later);
        assertThat(editions.open(EVERYWHERE, NINE)).containsExactly(earlier);
        assertThat(editions.open(Set.of(Platform.DISCORD), NINE.plusSeconds(1))).containsExactly(later);
        assertThat(editions.open(Set.of(), NINE.plusSeconds(1))).isEmpty();
        assertThat(editions.openOf("s1")).containsExactly(later);
    }

    @Test
    default void aPartIsClaimedByOneOnly() {
        Editions editions = editions();
        Edition edition = twoPapers("s1", GENERAL, MONDAY, NINE);
        editions.plan(edition);
        Edition.Claim first = new Edition.Claim("a", NINE, NINE);

        assertThat(editions.claim(edition.key(), 1, first)).isTrue();
        assertThat(editions.claim(edition.key(), 1, new Edition.Claim("b", NINE, NINE)))
                .isFalse();
        assertThat(editions.claim(edition.key(), 1, first)).isFalse();
        assertThat(editions.claim("nobody@2026-11-23", 1, first)).isFalse();

        List<Edition.Part> parts = editions.find(edition.key()).orElseThrow().parts();
        assertThat(parts.get(0).state()).isEqualTo(Edition.PartState.SENDING);
        assertThat(parts.get(0).claim()).contains(first);
        assertThat(parts.get(1)).isEqualTo(edition.parts().get(1));
        assertThat(editions.openOf("s1")).hasSize(1);
    }

    @Test
    default void aClaimIsTakenOverOnceAndOnlyFromItsHolder() {
        Editions editions = editions();
        Edition edition = twoPapers("s1", GENERAL, MONDAY, NINE);
        editions.plan(edition);
        Edition.Claim former = new Edition.Claim("a", NINE, NINE);
        Edition.Claim next = new Edition.Claim("b", NINE.plusSeconds(60), NINE);
        assertThat(editions.reclaim(edition.key(), 1, former, next)).isFalse();
        editions.claim(edition.key(), 1, former);

        assertThat(editions.reclaim(edition.key(), 1, former, next)).isTrue();
        assertThat(editions.reclaim(edition.key(), 1, former, new Edition.Claim("c", NINE.plusSeconds(60), NINE)))
                .isFalse();
        assertThat(editions.reclaim(edition.key(), 1, former, former)).isFalse();

        assertThat(claims(editions, edition)).containsExactly(Optional.of(next), Optional.empty());
    }

    @Test
    default void whoConfirmsAClaimHoldsTheNewOne() {
        Editions editions = editions();
        Edition edition = twoPapers("s1", GENERAL, MONDAY, NINE);
        editions.plan(edition);
        Edition.Claim stale = new Edition.Claim("a", NINE, NINE);
        Edition.Claim fresh = new Edition.Claim("a", NINE.plusMillis(1), NINE);
        editions.claim(edition.key(), 1, stale);

        assertThat(editions.reclaim(edition.key(), 1, stale, fresh)).isTrue();
        assertThat(editions.reclaim(edition.key(), 1, stale, fresh)).isFalse();

        assertThat(claims(editions, edition)).containsExactly(Optional.of(fresh), Optional.empty());
    }

    @Test
    default void onlyTheHolderGivesAClaimBack() {
        Editions editions = editions();
        Edition edition = twoPapers("s1", GENERAL, MONDAY, NINE);
        editions.plan(edition);
        Edition.Claim former = new Edition.Claim("a", NINE, NINE);
        Edition.Claim next = new Edition.Claim("b", NINE.plusSeconds(60), NINE);
        editions.claim(edition.key(), 1, former);
        editions.reclaim(edition.key(), 1, former, next);

        editions.release(edition.key(), 1, former);
        assertThat(claims(editions, edition)).containsExactly(Optional.of(next), Optional.empty());

        editions.release(edition.key(), 1, next);
        assertThat(editions.find(edition.key())).contains(edition);
    }

    @Test
    default void whatIsSettledHasNoClaim() {
        Editions editions = editions();
        Edition edition = twoPapers("s1", GENERAL, MONDAY, NINE);
        editions.plan(edition);
        Edition.Claim claim = new Edition.Claim("a", NINE, NINE);
        editions.claim(edition.key(), 1, claim);
        editions.claim(edition.key(), 2, claim);

        editions.sent(edition.key(), 1, new MessageRef(GENERAL, "77"));
        editions.unclear(edition.key(), 2);

        assertThat(claims(editions, edition)).containsExactly(Optional.empty(), Optional.empty());
        assertThat(editions.claim(edition.key(), 1, claim)).isFalse();
        assertThat(editions.reclaim(edition.key(), 1, claim, claim)).isFalse();
    }

    private static List<Optional<Edition.Claim>> claims(Editions editions, Edition edition) {
        return editions.find(edition.key()).orElseThrow().parts().stream()
                .map(Edition.Part::claim)
                .toList();
    }

    @Test
    default void whatWasSentIsKnown() {
        Editions editions = editions();
        Edition edition = twoPapers("s1", GENERAL, MONDAY, NINE);
        editions.plan(edition);
        MessageRef message = new MessageRef(GENERAL, "77");

        editions.sent(edition.key(), 1, message);

        List<Edition.Part> parts = editions.find(edition.key()).orElseThrow().parts();
        assertThat(parts.get(0).state()).isEqualTo(Edition.PartState.SENT);
        assertThat(parts.get(0).message()).contains(message);
        assertThat(parts.get(1)).isEqualTo(edition.parts().get(1));
    }

    @Test
    default void aPartCanBeUnclear() {
        Editions editions = editions();
        Edition edition = twoPapers("s1", GENERAL, MONDAY, NINE);
        editions.plan(edition);

        editions.unclear(edition.key(), 1);

        List<Edition.Part> parts = editions.find(edition.key()).orElseThrow().parts();
        assertThat(parts.get(0).state()).isEqualTo(Edition.PartState.UNCLEAR);
        assertThat(parts.get(1)).isEqualTo(edition.parts().get(1));
    }

    @Test
    default void aPartCanBeLeftOut() {
        Editions editions = editions();
        Edition edition = twoPapers("s1", GENERAL, MONDAY, NINE);
        editions.plan(edition);

        editions.dropped(edition.key(), 2);

        Edition.Part part = editions.find(edition.key()).orElseThrow().parts().get(1);
        assertThat(part.state()).isEqualTo(Edition.PartState.DROPPED);
        assertThat(part.message()).isEqualTo(Optional.empty());
    }

    @Test
    default void aPostponedEditionWaits() {
        Editions editions = editions();
        Edition edition = twoPapers("s1", GENERAL, MONDAY, NINE);
        editions.plan(edition);

        editions.postpone(edition.key(), NINE.plusSeconds(60));
        editions.postpone(edition.key(), NINE.plusSeconds(120));

        assertThat(editions.open(EVERYWHERE, NINE.plusSeconds(119))).isEmpty();
        Edition waiting = editions.open(EVERYWHERE, NINE.plusSeconds(120)).getFirst();
        assertThat(waiting.attempts()).isEqualTo(2);
        assertThat(editions.openOf("s1")).containsExactly(waiting);
    }

    @Test
    default void aClosedEditionIsNeverOpenAgain() {
        Editions editions = editions();
        Edition done = twoPapers("s1", GENERAL, MONDAY, NINE);
        Edition abandoned = twoPapers("s2", GENERAL, MONDAY, NINE);
        editions.plan(done);
        editions.plan(abandoned);

        editions.close(done.key(), Edition.State.DONE);
        editions.close(abandoned.key(), Edition.State.ABANDONED);

        assertThat(editions.open(EVERYWHERE, NINE.plusSeconds(1))).isEmpty();
        assertThat(editions.find(abandoned.key()).orElseThrow().state()).isEqualTo(Edition.State.ABANDONED);
        assertThat(editions.plan(twoPapers("s1", GENERAL, MONDAY, NINE))).isFalse();
    }
}
