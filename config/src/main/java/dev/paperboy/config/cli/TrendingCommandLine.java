package dev.paperboy.config.cli;

import dev.paperboy.config.BadInput;
import dev.paperboy.config.Home;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.store.Store;
import dev.paperboy.trending.Receipt;
import dev.paperboy.trending.Trending;
import dev.paperboy.trending.TrendingPaper;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Shows what trends, now or at an instant of the past, and why. */
@Command(
        name = "trending",
        description = "Show what trends, judged by nothing but what had been observed by then.",
        sortOptions = false)
final class TrendingCommandLine implements Callable<Integer> {

    private final Shell shell;
    private final Function<Home, Store> openStore;
    private final Function<Home, PaperIndex> openIndex;

    @Option(names = "--at", paramLabel = "INSTANT", description = "As of this instant or day (default: now).")
    private @Nullable String at;

    @Option(
            names = "--window",
            paramLabel = "P7D",
            defaultValue = "P7D",
            description = "How far back a paper may have appeared (default: ${DEFAULT-VALUE}).")
    private String window = "P7D";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many papers at most (default: ${DEFAULT-VALUE}).")
    private int limit = 10;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    /** One element of the JSON array. */
    record Row(int rank, String id, String title, double score, String url, String reason, List<Receipt.Part> parts) {}

    /** @param openIndex opens the index for reading; it gives the titles */
    TrendingCommandLine(Shell shell, Function<Home, Store> openStore, Function<Home, PaperIndex> openIndex) {
        this.shell = shell;
        this.openStore = openStore;
        this.openIndex = openIndex;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new BadInput("--limit must be at least 1, not " + limit);
        }
        Instant instant = at == null ? shell.clock().instant() : Spans.instant(at);
        Duration span = Spans.window(window);
        Home home = shell.home();
        if (!Files.exists(home.folder())) {
            tell(home, List.of(), nothing(instant, span, Optional.empty()));
            return ExitCode.DONE;
        }
        try (Store store = openStore.apply(home.create())) {
            Trending trending = new Trending(store.observations());
            List<TrendingPaper> ranked =
                    trending.at(instant, span).stream().limit(limit).toList();
            tell(home, ranked, nothing(instant, span, trending.newestObservation()));
            return ExitCode.DONE;
        }
    }

    private void tell(Home home, List<TrendingPaper> ranked, String nothing) {
        if (json) {
            shell.out().println(JsonMapper.shared().writeValueAsString(rows(home, ranked)));
        } else if (ranked.isEmpty()) {
            shell.say(nothing);
        } else {
            rows(home, ranked).forEach(this::print);
        }
    }

    private List<Row> rows(Home home, List<TrendingPaper> ranked) {
        Map<PaperId, Paper> papers = papers(home, ranked);
        return ranked.stream()
                .map(one -> new Row(
                        one.rank(),
                        one.paper().value(),
                        Optional.ofNullable(papers.get(one.paper()))
                                .map(Paper::title)
                                .orElse(one.paper().value()),
                        one.score(),
                        one.paper().url().toString(),
                        one.receipt().reason(),
                        one.receipt().parts()))
                .toList();
    }

    private Map<PaperId, Paper> papers(Home home, List<TrendingPaper> ranked) {
        if (ranked.isEmpty()) {
            return Map.of();
        }
        try (PaperIndex index = openIndex.apply(home)) {
            return index.findAll(ranked.stream().map(TrendingPaper::paper).toList());
        }
    }

    private void print(Row row) {
        shell.say(String.format(Locale.ENGLISH, "%3d. %s  [%s]", row.rank(), row.title(), row.id()));
        shell.say(String.format(Locale.ENGLISH, "     %.2f  %s", row.score(), row.reason()));
        shell.say("     " + row.url());
    }

    private static String nothing(Instant at, Duration window, Optional<Instant> newest) {
        String what =
                "Nothing was observed in the " + words(window) + " before " + at.truncatedTo(ChronoUnit.SECONDS) + ".";
        return newest.map(TrendingCommandLine::wholeSecond)
                .map(seen -> what + " The newest observation is of " + seen + ": try --at " + seen)
                .orElse(what + " No observation was ever recorded: paperboy observe FILE brings them in.");
    }

    /** The first whole second at which it had been seen: people need no fractions, and what they copy must find it. */
    private static Instant wholeSecond(Instant seen) {
        Instant second = seen.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(seen) ? seen : second.plusSeconds(1);
    }

    private static String words(Duration window) {
        return window.toDays() > 0 && window.equals(Duration.ofDays(window.toDays()))
                ? window.toDays() + " days"
                : window.toString();
    }
}
