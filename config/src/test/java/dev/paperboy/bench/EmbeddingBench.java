package dev.paperboy.bench;

import dev.paperboy.feed.Embedding;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.index.onnx.OnnxEmbedder;
import dev.paperboy.paper.Paper;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many papers are embedded a second, beside what the bare model reaches on the same texts and cores. */
@Command(
        name = "embedding",
        description =
                "Time Paperboy's embedding of papers into an index beside the bare ONNX Runtime session on the same"
                        + " texts, by turns.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class EmbeddingBench implements Callable<Integer> {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int WARM_UP = 64;
    private static final int BATCH = 16;

    /** The cosine of two vectors that are the same but for rounding. */
    private static final float SAME = 0.9999f;

    private final InstantSource clock;

    @Mixin
    private final Subject subject = new Subject();

    @Option(
            names = "--papers",
            paramLabel = "NUMBER",
            description = "How many papers are embedded; ${DEFAULT-VALUE} unless given.")
    private int many = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    EmbeddingBench(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        try (ScratchIndex scratch = ScratchIndex.make();
                OnnxEmbedder embedder = OnnxEmbedder.load();
                LucenePaperIndex index = LucenePaperIndex.open(scratch.path(), clock, Optional.of(embedder));
                Embedding embedding = new Embedding(index, embedder, CORES);
                BareModel single = BareModel.load(1);
                BareModel wide = BareModel.load(CORES);
                ExecutorService pool = Executors.newFixedThreadPool(CORES)) {
            index.addAll(papers().iterator(), _ -> {});
            List<Paper> papers = index.unembedded(many);
            Tokens tokens = Tokens.prepare(papers);
            requireSame(embedder, single, tokens, papers);
            Way ours = new Way("Paperboy: tokenizing, model, index with commits", _ -> embedding.next());
            measure(
                    papers,
                    ours,
                    new Way(
                            "bare session, one text a run, " + CORES + " runs at once",
                            some -> atOnce(pool, single, tokens.of(some))),
                    new Way(
                            "bare session, one text a run on " + CORES + " threads",
                            some -> inTurn(wide, tokens.of(some), 1)),
                    new Way(
                            "bare session, " + BATCH + " texts a run on " + CORES + " threads",
                            some -> inTurn(wide, tokens.of(some), BATCH)));
            Way tokenizing = new Way("tokenizing", some -> tokenize(tokens, some));
            tokenizing.embed(papers);
            spec.commandLine()
                    .getOut()
                    .printf(Locale.ENGLISH, "tokenizing alone: %.0f papers a second a thread%n", tokenizing.rate());
        }
        return 0;
    }

    private List<Paper> papers() throws Exception {
        try (LucenePaperIndex index = LucenePaperIndex.openReadOnly(subject.folder(), clock)) {
            return subject.sample(index, many);
        }
    }

    /** Also the warm-up. */
    private static void requireSame(OnnxEmbedder embedder, BareModel bare, Tokens tokens, List<Paper> papers)
            throws Exception {
        for (Paper paper : papers.subList(0, Math.min(WARM_UP, papers.size()))) {
            float[] ours = embedder.passage(PaperIndex.embeddedText(paper));
            float[] theirs =
                    VectorUtil.l2normalize(bare.run(tokens.of(List.of(paper))).getFirst());
            if (VectorUtil.dotProduct(ours, theirs) < SAME) {
                throw new IllegalStateException("the bare model gives another vector for " + paper.id());
            }
        }
    }

    /** By turns, some papers at a time: whatever else the machine does strikes all alike. */
    private void measure(List<Paper> papers, Way ours, Way bare, Way... others) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Machine.introduce(out, clock, subject, "embedding: " + papers.size() + " papers, " + CORES + " threads");
        List<Paper> left = papers;
        while (!left.isEmpty()) {
            List<Paper> next = left.subList(0, ours.embed(left));
            bare.embed(next);
            for (Way other : others) {
                other.embed(next);
            }
            left = left.subList(next.size(), left.size());
        }
        Table table = Way.table().row(ours.row(bare)).row(bare.row(bare));
        Stream.of(others).forEach(other -> table.row(other.row(bare)));
        table.print(out);
        Machine.busy(out, clock);
    }

    private static int atOnce(ExecutorService pool, BareModel model, List<long[]> texts) throws Exception {
        List<Future<?>> runs = new ArrayList<>();
        for (long[] text : texts) {
            runs.add(pool.submit(() -> model.run(List.of(text))));
        }
        for (Future<?> run : runs) {
            run.get();
        }
        return texts.size();
    }

    private static int inTurn(BareModel model, List<long[]> texts, int batch) throws Exception {
        for (int at = 0; at < texts.size(); at += batch) {
            model.run(texts.subList(at, Math.min(at + batch, texts.size())));
        }
        return texts.size();
    }

    private static int tokenize(Tokens tokens, List<Paper> papers) {
        papers.forEach(tokens::read);
        return papers.size();
    }
}
