package dev.paperboy.config.chaos;

import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Made-up papers, so many new ones each day that no channel runs out, and the votes that they get. */
final class PaperStock {

    private static final int A_DAY = 25;
    private static final int MOST_UPVOTES = 200;
    /** Channels that begin find a week's papers. */
    private static final int DAYS_BEFORE = 7;

    private final List<Paper> papers = new ArrayList<>();
    private final List<Observation> votes = new ArrayList<>();

    PaperStock(LocalDate first, int days, Random chance) {
        LocalDate before = first.minusDays(DAYS_BEFORE);
        before.datesUntil(first.plusDays(days)).forEach(day -> publish(day, chance));
    }

    private void publish(LocalDate day, Random chance) {
        Instant noon = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (int i = 0; i < A_DAY; i++) {
            String number = "%02d%02d.%05d".formatted(day.getYear() % 100, day.getMonthValue(), papers.size());
            PaperId id = PaperId.parse(number).orElseThrow();
            papers.add(Paper.of(id, "Made-up paper number " + papers.size()));
            votes.add(new Observation(
                    id,
                    noon.plus(Duration.ofMinutes(chance.nextInt(60))),
                    "api_daily",
                    Optional.of(day),
                    OptionalInt.of(chance.nextInt(MOST_UPVOTES)),
                    OptionalInt.empty(),
                    OptionalInt.empty()));
        }
    }

    List<Paper> papers() {
        return papers;
    }

    List<Observation> votes() {
        return votes;
    }
}
