package dev.paperboy.source.huggingface;

import dev.paperboy.source.CursorText;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.SourceBatch;
import dev.paperboy.source.SourceClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The papers that Hugging Face lists day by day, and their upvotes as they grow.
 *
 * <p>It reads in rounds. A round visits the lists of the last days, oldest first, one list a batch, so that each list
 * is seen again and again while its votes still move. That is the one thing it repeats by design: a paper comes once
 * a round with its new counts, never twice in one. A new round begins no sooner than {@code interval} after the start
 * of the one before; until then there is nothing to fetch. After a pause of weeks, the first round begins where the
 * last one ended.
 */
public final class DailyPapers implements PaperSource {

    /** Hugging Face's own address. */
    public static final URI BASE = URI.create("https://huggingface.co/api/daily_papers");

    /** Their rule is 500 requests in five minutes for an address without account; this leaves room for others. */
    public static final Duration DISTANCE = Duration.ofSeconds(1);

    /** The kind of list in this source's observations. */
    public static final String LIST = "api_daily";

    /** Their own default; a list has rarely more than one page. */
    private static final int PAGE = 50;
    /** No day has had a tenth of it; if one seems to, the pages run in circles. */
    private static final int MOST_PAGES = 20;

    private final SourceClient client;
    private final URI base;
    private final int days;
    private final Duration interval;
    private final InstantSource clock;

    /**
     * Where a round stands.
     *
     * @param begun when it began
     * @param next the list to read next; after the last one, the day after
     */
    private record Round(Instant begun, LocalDate next) {}

    /**
     * @param days how many lists a round visits, that of today included
     * @param interval from the start of one round to that of the next
     */
    public DailyPapers(SourceClient client, URI base, int days, Duration interval, InstantSource clock) {
        if (days < 1) {
            throw new IllegalArgumentException("a round visits at least today's list");
        }
        this.client = client;
        this.base = base;
        this.days = days;
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "huggingface-daily";
    }

    @Override
    public SourceBatch fetch(Optional<String> cursor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        Optional<Round> kept = CursorText.read(name(), cursor, Round.class);
        Round round = kept.filter(last -> !isOver(last, now)).orElseGet(() -> begin(kept, now, today));
        if (round.next().isAfter(today)) {
            return new SourceBatch(List.of(), List.of(), CursorText.write(round), false);
        }
        DailyList list = list(round.next());
        Round onward = new Round(round.begun(), round.next().plusDays(1));
        return new SourceBatch(
                list.papers(),
                list.observations(now, round.next()),
                CursorText.write(onward),
                !onward.next().isAfter(today));
    }

    /** A round that stuck for as long as a whole one should take is given up, so that counts are seen again. */
    private boolean isOver(Round round, Instant now) {
        return !now.isBefore(round.begun().plus(interval));
    }

    private Round begin(Optional<Round> last, Instant now, LocalDate today) {
        LocalDate usual = today.minusDays(days - 1L);
        // The last list of a round was still growing when it was read.
        LocalDate from = last.map(round -> round.next().minusDays(1))
                .filter(usual::isAfter)
                .orElse(usual);
        return new Round(now, from);
    }

    private DailyList list(LocalDate day) {
        List<DailyList.Item> items = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            URI uri = URI.create(base + "?date=" + day + "&p=" + page + "&limit=" + PAGE);
            DailyList.Page read = client.get(uri, DailyList.Page::read);
            items.addAll(read.items());
            if (read.size() < PAGE) {
                break;
            }
        }
        return DailyList.of(items);
    }
}
