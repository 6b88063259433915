package dev.paperboy.trending;

import static dev.paperboy.feed.ObservationsContract.ONE;
import static dev.paperboy.feed.ObservationsContract.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Server;
import dev.paperboy.feed.InMemoryObservations;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a server's own votes do to its ranking. */
class ServerTrendingTest {

    private static final Instant NOW = Instant.parse("2026-08-18T08:00:00Z");
    private static final Server HERE = new Server(Platform.DISCORD, "900");
    private static final Server THERE = new Server(Platform.DISCORD, "901");
    private static final PaperId OLD = new PaperId("1706.03762");

    private final InMemoryObservations observations = new InMemoryObservations();
    private final Map<PaperId, Support> here = new HashMap<>();
    private final Trending trending =
            new Trending(observations, (server, until) -> server.equals(HERE) ? here : Map.of());

    private void seen(PaperId paper, int upvotes) {
        observations.record(List.of(new Observation(
                paper,
                NOW,
                "api_daily",
                Optional.of(LocalDate.parse("2026-08-17")),
                OptionalInt.of(upvotes),
                OptionalInt.empty(),
                OptionalInt.empty())));
    }

    private List<PaperId> ranked(Optional<Server> server) {
        return trending.at(server, NOW, Trending.WEEK).stream()
                .map(TrendingPaper::paper)
                .toList();
    }

    @Test
    void votesHereLiftAPaperHereAndNowhereElse() {
        seen(ONE, 20);
        seen(TWO, 14);
        here.put(TWO, new Support(3, 0, NOW));

        assertThat(ranked(Optional.of(HERE))).containsExactly(TWO, ONE);
        assertThat(ranked(Optional.of(THERE))).containsExactly(ONE, TWO);
        assertThat(ranked(Optional.empty())).containsExactly(ONE, TWO);
    }

    @Test
    void aFewFriendsDoNotCarryAPaperToTheTop() {
        seen(ONE, 200);
        seen(TWO, 3);
        here.put(TWO, new Support(5, 5, NOW));

        assertThat(ranked(Optional.of(HERE))).containsExactly(ONE, TWO);
    }

    @Test
    void theReceiptNamesWhatIsSaidHereAndAddsUp() {
        seen(ONE, 31);
        double everywhere = trending.receipt(ONE, NOW).orElseThrow().score();
        here.put(ONE, new Support(1, 3, NOW));

        TrendingPaper first = trending.at(Optional.of(HERE), NOW, Trending.WEEK).getFirst();

        assertThat(first.receipt().parts())
                .extracting(Receipt.Part::label)
                .endsWith("1 vote here", "3 saves here")
                .hasSize(4);
        assertThat(first.score()).isCloseTo(everywhere + Math.log(2) + Math.log(4) / 2, within(1e-12));
        assertThat(first.receipt().reason()).isEqualTo("▲ 31 upvotes · listed yesterday · 1 vote here · 3 saves here");
        assertThat(trending.receipt(Optional.of(HERE), ONE, NOW)).contains(first.receipt());
        assertThat(trending.receipt(Optional.of(THERE), ONE, NOW).orElseThrow().score())
                .isEqualTo(everywhere);
    }

    @Test
    void aPaperThatTrendsNowhereElseComesInByItsVotesWithinTheWindow() {
        here.put(OLD, new Support(2, 0, NOW.minus(Duration.ofDays(2))));
        here.put(TWO, new Support(0, 2, NOW.minus(Duration.ofDays(2))));
        here.put(ONE, new Support(2, 0, NOW.minus(Trending.WEEK)));

        List<TrendingPaper> ranked = trending.at(Optional.of(HERE), NOW, Trending.WEEK);

        assertThat(ranked).singleElement().satisfies(one -> {
            assertThat(one.paper()).isEqualTo(OLD);
            assertThat(one.age()).isEqualTo(Duration.ofDays(2));
            assertThat(one.receipt().reason()).isEqualTo("2 votes here");
        });
    }

    @Test
    void movementsAreToldAgainstTheRankingBefore() {
        TrendingPaper first = ranked(1, ONE);
        TrendingPaper second = ranked(2, TWO);

        Movement movement = Movement.between(
                List.of(ranked(1, TWO), ranked(2, OLD), ranked(3, ONE)), List.of(first, second, ranked(3, OLD)));

        assertThat(movement.with(first)).isEqualTo("+2 places · why");
        assertThat(movement.with(second)).isEqualTo("-1 place · why");
        assertThat(Movement.between(List.of(second), List.of(first)).with(first))
                .isEqualTo("new · why");
        assertThat(Movement.between(List.of(ranked(26, ONE)), List.of(first)).with(first))
                .isEqualTo("new · why");
        assertThat(Movement.between(List.of(ranked(25, ONE)), List.of(first)).with(first))
                .isEqualTo("+24 places · why");
        assertThat(Movement.between(List.of(first), List.of(first)).with(first)).isEqualTo("why");
        assertThat(Movement.between(List.of(), List.of(first)).with(first)).isEqualTo("why");
    }

    private static TrendingPaper ranked(int rank, PaperId paper) {
        return new TrendingPaper(rank, paper, Duration.ZERO, new Receipt(List.of(), "why"));
    }
}
