package dev.paperboy.bench;

import dev.paperboy.index.Hit;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.SearchPage;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.index.onnx.OnnxEmbedder;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How often a paper is found by what somebody remembers of it. */
@Command(
        name = "known-item",
        description =
                "Look for papers by three words of the title and one surname, as they are and with a typing error.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class KnownItemBench implements Callable<Integer> {

    private static final int WORDS = 3;
    private static final int SHOWN = 3;

    /** Of so many sampled papers for each that is asked for, enough have three words and an author. */
    private static final int SPARE = 2;

    private final InstantSource clock;

    @Mixin
    private final Subject subject = new Subject();

    @Option(
            names = "--papers",
            paramLabel = "NUMBER",
            description = "How many papers are looked for; ${DEFAULT-VALUE} unless given.")
    private int many = 1_000;

    @Option(names = "--missed", description = "Print what was not found too, each with its paper.")
    private boolean missed;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** Questions, and the paper that each is about. */
    private record Set(String name, Map<String, PaperId> questions) {}

    KnownItemBench(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (OnnxEmbedder embedder = OnnxEmbedder.load();
                LucenePaperIndex index =
                        LucenePaperIndex.openReadOnly(subject.folder(), clock, Optional.of(embedder))) {
            Machine.introduce(out, clock, subject, "known-item: " + index.size() + " papers");
            List<Set> sets = sets(subject.sample(index, SPARE * many), subject.chance());
            Answers answers = new Answers(index, new QueryParser(clock));
            Table table = new Table("", "asked", "first", "in the first 3", "p50 ms", "p99 ms");
            for (PaperQuery.Mode mode : PaperQuery.Mode.values()) {
                for (Set set : sets) {
                    look(answers, mode, set, table);
                }
            }
            table.print(out);
        }
        Machine.busy(out, clock);
        return 0;
    }

    private List<Set> sets(List<Paper> papers, Random chance) {
        Map<String, PaperId> right = new LinkedHashMap<>();
        Map<String, PaperId> wrong = new LinkedHashMap<>();
        for (Paper paper : papers) {
            Optional<Remembered> remembered = Remembered.of(paper, WORDS, chance);
            Optional<String> misspelt = remembered.flatMap(it -> it.misspelt(chance));
            if (right.size() < many && misspelt.isPresent()) {
                right.put(remembered.orElseThrow().text(), paper.id());
                wrong.put(misspelt.get(), paper.id());
            }
        }
        return List.of(new Set("as it is", right), new Set("one typing error", wrong));
    }

    private void look(Answers answers, PaperQuery.Mode mode, Set set, Table table) throws Exception {
        Latencies times = new Latencies();
        List<Integer> ranks = new ArrayList<>();
        for (Map.Entry<String, PaperId> each : set.questions().entrySet()) {
            SearchPage page = times.of(() -> answers.of(each.getKey(), mode));
            ranks.add(rank(page, each.getValue()));
            if (missed && ranks.getLast() > SHOWN) {
                spec.commandLine().getOut().println(mode + ", " + set.name() + ": " + each);
            }
        }
        table.row(
                mode.name().toLowerCase(Locale.ROOT) + ", " + set.name(),
                String.valueOf(ranks.size()),
                share(ranks, 1),
                share(ranks, SHOWN),
                milliseconds(times, 50),
                milliseconds(times, 99));
    }

    private static int rank(SearchPage page, PaperId paper) {
        return page.hits().stream()
                .filter(hit -> hit.paper().id().equals(paper))
                .map(Hit::rank)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private static String share(List<Integer> ranks, int upTo) {
        long found = ranks.stream().filter(rank -> rank <= upTo).count();
        return String.format(Locale.ENGLISH, "%.1f %%", 100.0 * found / ranks.size());
    }

    private static String milliseconds(Latencies times, double percentile) {
        return String.format(Locale.ENGLISH, "%.1f", times.at(percentile));
    }
}
