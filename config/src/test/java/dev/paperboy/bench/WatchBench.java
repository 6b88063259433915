package dev.paperboy.bench;

import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.Percolator;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.index.lucene.LucenePercolator;
import dev.paperboy.index.lucene.MonitorPercolator;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many arriving papers a second are held against all watches, beside Lucene's own monitor on the same ones. */
@Command(
        name = "watch",
        description = "Match arriving papers against many watches, beside lucene-monitor.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class WatchBench implements Callable<Integer> {

    private static final int SAMPLE = 20_000;

    private final InstantSource clock;

    @Mixin
    private final Subject subject = new Subject();

    @Option(
            names = "--watches",
            paramLabel = "NUMBER",
            description = "How many watches there are; ${DEFAULT-VALUE} unless given.")
    private int watches = 100_000;

    @Option(
            names = "--papers",
            paramLabel = "NUMBER",
            description = "How many papers arrive; ${DEFAULT-VALUE} unless given.")
    private int arriving = 2_000;

    @Option(
            names = "--batch",
            paramLabel = "NUMBER",
            description = "How many of them arrive together; ${DEFAULT-VALUE} unless given.")
    private int batch = 200;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    WatchBench(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<Paper> papers = sample();
        Map<String, PaperQuery> queries = queries(papers);
        List<Paper> arrivals = papers.subList(0, Math.min(arriving, papers.size()));
        Machine.introduce(
                out,
                clock,
                subject,
                "watch: %,d watches, %,d papers, %,d at a time".formatted(queries.size(), arrivals.size(), batch));
        Table table = new Table("", "registering s", "papers/s", "fits");
        LucenePercolator own = new LucenePercolator();
        Duration registering = timed(() -> queries.forEach(own::register));
        Run ours = measured("Paperboy", own, registering, arrivals, table);
        try (MonitorPercolator monitor = new MonitorPercolator()) {
            Duration theirs = timed(() -> monitor.registerAll(queries));
            Run peer = measured("lucene-monitor", monitor, theirs, arrivals, table);
            table.print(out);
            out.println("%.1f times the rate of lucene-monitor; %s"
                    .formatted(
                            ours.rate() / peer.rate(),
                            ours.fitting().equals(peer.fitting()) ? "both find the same" : "THEY DIFFER"));
            Machine.busy(out, clock);
            return ours.fitting().equals(peer.fitting()) ? 0 : 1;
        }
    }

    /** What one percolator found and how quickly. */
    private record Run(Map<PaperId, Set<String>> fitting, double rate) {}

    private Run measured(String name, Percolator percolator, Duration registering, List<Paper> arrivals, Table table) {
        // Until the compiler has seen enough of it.
        percolator.percolate(arrivals.subList(0, Math.min(batch, arrivals.size())));
        Map<PaperId, Set<String>> fitting = new HashMap<>();
        Duration took = timed(() -> {
            for (int from = 0; from < arrivals.size(); from += batch) {
                fitting.putAll(percolator.percolate(arrivals.subList(from, Math.min(arrivals.size(), from + batch))));
            }
        });
        double rate = arrivals.size() / (took.toNanos() / 1e9);
        table.row(
                name,
                String.format(Locale.ENGLISH, "%.1f", registering.toMillis() / 1e3),
                String.format(Locale.ENGLISH, "%,.0f", rate),
                String.format(
                        Locale.ENGLISH,
                        "%,d",
                        fitting.values().stream().mapToInt(Set::size).sum()));
        return new Run(fitting, rate);
    }

    private List<Paper> sample() throws Exception {
        try (LucenePaperIndex index = LucenePaperIndex.openReadOnly(subject.folder(), clock)) {
            return subject.sample(index, SAMPLE);
        }
    }

    private Map<String, PaperQuery> queries(List<Paper> papers) {
        QueryParser parser = new QueryParser(clock);
        Map<String, PaperQuery> queries = new LinkedHashMap<>();
        for (String text : new Wishes(papers, subject.chance()).texts(watches)) {
            queries.put(text, parser.parse(text));
        }
        return queries;
    }

    private static Duration timed(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
