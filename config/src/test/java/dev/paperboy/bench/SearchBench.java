package dev.paperboy.bench;

import dev.paperboy.index.Embedder;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.index.onnx.OnnxEmbedder;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long answers take, from the text of a question to the papers. */
@Command(
        name = "search",
        description = "Time keyword search beside raw Lucene, hybrid search, eight people at once, repeats and"
                + " suggestions.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SearchBench implements Callable<Integer> {

    /** How many papers the questions are drawn from. */
    private static final int PAPERS = 20_000;

    /** So few pages that all of them fit into the index's cache. */
    private static final int REPEATED = 300;

    private final InstantSource clock;

    @Mixin
    private final Subject subject = new Subject();

    @Option(
            names = "--rounds",
            paramLabel = "NUMBER",
            description = "How often each is measured, with other questions each time; ${DEFAULT-VALUE} unless given.")
    private int rounds = 5;

    @Option(
            names = "--questions",
            paramLabel = "NUMBER",
            description = "Questions of each kind in a round; ${DEFAULT-VALUE} unless given.")
    private int many = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    SearchBench(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        try (TimedEmbedder embedder = new TimedEmbedder(OnnxEmbedder.load());
                LucenePaperIndex index = open(embedder);
                RawLucene raw = RawLucene.open(subject.folder())) {
            measure(embedder, index, raw);
        }
        return 0;
    }

    private LucenePaperIndex open(Embedder embedder) {
        return LucenePaperIndex.openReadOnly(subject.folder(), clock, Optional.of(embedder));
    }

    private void measure(TimedEmbedder embedder, LucenePaperIndex index, RawLucene raw) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Machine.introduce(out, clock, subject, what(index));
        Questions questions = new Questions(subject.sample(index, PAPERS), subject.chance());
        SearchRun run = new SearchRun(index, new QueryParser(clock), questions, rounds, many);
        run.warmUp(raw);
        run.keyword(raw);
        run.hybrid(embedder);
        run.together();
        run.repeated(index, "caches full", many);
        try (LucenePaperIndex fresh = open(embedder)) {
            run.repeated(fresh, "caches new", REPEATED);
        }
        run.typing();
        run.print(out);
        Machine.busy(out, clock);
    }

    private String what(LucenePaperIndex index) {
        return "search: " + index.size() + " papers, " + index.embedded() + " embedded; " + rounds + " rounds of "
                + many + " questions of each kind, none of them twice";
    }
}
