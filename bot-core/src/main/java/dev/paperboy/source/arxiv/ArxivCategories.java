package dev.paperboy.source.arxiv;

import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.source.CursorText;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.SourceBatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The newest papers of some categories, through the search API: for who wants a few categories and no more.
 *
 * <p>Papers appear when they are announced but are sorted by their submission, some days before. So each round goes
 * back a week behind the newest paper known, and leaves out what it has delivered. A paper that moderators hold for
 * longer than that comes through {@link ArxivOai} only.
 */
public final class ArxivCategories implements PaperSource {

    private static final Duration OVERLAP = Duration.ofDays(7);

    private final ArxivApi api;
    private final List<String> categories;
    private final int pageSize;
    private final Period lookBack;
    private final InstantSource clock;

    /**
     * Where a round stands.
     *
     * @param floor submissions before this instant end the round
     * @param start how many results of this round were read
     * @param newest the newest submission known
     * @param delivered what was delivered, by day of submission
     */
    private record Round(Instant floor, int start, Instant newest, Map<LocalDate, String> delivered) {}

    /**
     * @param categories at least one
     * @param pageSize papers a request, 1 to 2,000
     * @param lookBack how much of the past the very first round takes
     */
    public ArxivCategories(
            ArxivApi api, List<Category> categories, int pageSize, Period lookBack, InstantSource clock) {
        if (categories.isEmpty() || pageSize < 1 || pageSize > 2_000) {
            throw new IllegalArgumentException("needs a category and 1 to 2,000 papers a page");
        }
        this.api = api;
        this.categories = categories.stream().map(Category::code).toList();
        this.pageSize = pageSize;
        this.lookBack = lookBack;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "arxiv-api:" + categories.stream().sorted().collect(Collectors.joining(":"));
    }

    @Override
    public SourceBatch fetch(Optional<String> cursor) {
        Round round = CursorText.read(name(), cursor, Round.class).orElseGet(this::first);
        AtomFeed page = api.newest(categories, round.start(), pageSize);
        Delivered delivered = Delivered.read(round.delivered());
        List<Paper> fresh = page.papers().stream()
                .filter(paper -> !submitted(paper, round).isBefore(round.floor()))
                .filter(paper -> delivered.add(day(submitted(paper, round)), paper))
                .toList();
        return batch(round, page, fresh, delivered);
    }

    private Round first() {
        Instant floor = clock.instant().atOffset(ZoneOffset.UTC).minus(lookBack).toInstant();
        return new Round(floor, 0, floor, Map.of());
    }

    private SourceBatch batch(Round round, AtomFeed page, List<Paper> fresh, Delivered delivered) {
        Instant newest = fresh.stream()
                .map(paper -> submitted(paper, round))
                .filter(at -> !at.isAfter(clock.instant()))
                .reduce(round.newest(), ArxivCategories::later);
        int read = round.start() + page.entries();
        if (read < Math.min(page.total(), ArxivApi.MOST_RESULTS) && !reachesFloor(page, round)) {
            Round onward = new Round(round.floor(), read, newest, delivered.write());
            return new SourceBatch(fresh, List.of(), CursorText.write(onward), true);
        }
        Instant floor = later(round.floor(), newest.minus(OVERLAP));
        delivered.forgetBefore(day(floor));
        return new SourceBatch(
                fresh, List.of(), CursorText.write(new Round(floor, 0, newest, delivered.write())), false);
    }

    private static boolean reachesFloor(AtomFeed page, Round round) {
        return page.papers().stream().anyMatch(paper -> submitted(paper, round).isBefore(round.floor()));
    }

    /** When the first version came; a paper that does not tell stands beside the newest one known. */
    private static Instant submitted(Paper paper, Round round) {
        return paper.published().or(paper::updated).orElse(round.newest());
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
