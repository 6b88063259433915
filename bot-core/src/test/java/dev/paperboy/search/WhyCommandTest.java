package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.feed.InMemoryObservations;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.trending.Support;
import dev.paperboy.trending.Trending;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WhyCommandTest {

    private static final Instant NOW = Instant.parse("2026-08-20T09:00:00Z");
    private static final ChannelRef CHANNEL = new ChannelRef(Platform.SLACK, "T1", "C1");
    private static final PaperId ONE = new PaperId("2608.00001");
    private static final PaperId TWO = new PaperId("2608.00002");

    private final InMemoryObservations observations = new InMemoryObservations();
    private final InMemoryPaperIndex index = new InMemoryPaperIndex();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final Trending trending =
            new Trending(observations, (server, until) -> Map.of(ONE, new Support(2, 1, NOW)));
    private final WhyCommand command = new WhyCommand(trending, index, new QueryParser(clock), clock);

    private Notice ask(PaperId id) {
        return (Notice) command.answer(new CommandCall(
                        WhyCommand.request(id),
                        new UserRef(Platform.SLACK, "T1", "U1"),
                        CHANNEL,
                        Set.of(),
                        Optional.empty()))
                .content();
    }

    private void seen(PaperId paper, int upvotes) {
        observations.record(List.of(new Observation(
                paper,
                NOW.minusSeconds(3_600),
                "api_daily",
                Optional.of(LocalDate.parse("2026-08-19")),
                OptionalInt.of(upvotes),
                OptionalInt.empty(),
                OptionalInt.empty())));
    }

    @Test
    void thePartsAreNamedAndAddUpToTheScoreShown() {
        index.add(List.of(Paper.of(ONE, "Hot"), Paper.of(TWO, "Hotter")));
        seen(ONE, 7);
        seen(TWO, 70);

        Notice why = ask(ONE);

        assertThat(why.text()).isEqualTo("""
                “Hot” scores 4.94: number 2 of the 2 papers that trend this week.
                1.04 for 7 upvotes
                + 2.45 for 0.21 an hour
                + 1.10 for 2 votes here
                + 0.35 for 1 save here""");
        List<BigDecimal> numbers = Pattern.compile("\\d+\\.\\d\\d(?= for|:)")
                .matcher(why.text())
                .results()
                .map(MatchResult::group)
                .map(BigDecimal::new)
                .toList();
        assertThat(numbers.stream().skip(1).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(numbers.getFirst());
    }

    @Test
    void whatNobodyVotedForOrNobodyKnowsIsSaid() {
        index.add(List.of(Paper.of(TWO, "Quiet")));

        assertThat(ask(TWO).text()).isEqualTo("Nobody has voted for “Quiet”, as far as I have seen.");
        assertThat(ask(new PaperId("2608.99999")).text()).isEqualTo("I don't have 2608.99999 yet.");
    }
}
