package dev.paperboy.bench;

import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.index.onnx.OnnxEmbedder;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many of the truly nearest papers the quantised vectors find, beside whole ones in a graph of the same kind. */
@Command(
        name = "quantisation",
        description =
                "Compare the nearest papers that the index finds with those that looking at every whole vector finds.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class QuantisationBench implements Callable<Integer> {

    private static final int PAPERS = 20_000;

    /** As the index has them. */
    private static final KnnVectorsFormat QUANTISED =
            new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.PACKED_NIBBLE, 16, 100);

    private static final KnnVectorsFormat WHOLE = new Lucene99HnswVectorsFormat(16, 100);

    private final InstantSource clock;

    @Mixin
    private final Subject subject = new Subject();

    @Option(
            names = "--questions",
            paramLabel = "NUMBER",
            description = "How many questions are asked; ${DEFAULT-VALUE} unless given.")
    private int many = 500;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    QuantisationBench(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        try (OnnxEmbedder embedder = OnnxEmbedder.load();
                RawLucene raw = RawLucene.open(subject.folder())) {
            measure(embedder, raw.searcher(), "vector." + embedder.name());
        }
        return 0;
    }

    private void measure(OnnxEmbedder embedder, IndexSearcher index, String field) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        WholeVectors vectors = WholeVectors.read(index.getIndexReader(), field);
        List<Integer> documents = List.copyOf(vectors.byDocument().keySet());
        Machine.introduce(
                out, clock, subject, "quantisation: " + documents.size() + " vectors, " + many + " questions");
        Recall recall =
                new Recall(vectors, questions().stream().map(embedder::query).toList());
        Table table = Recall.table()
                .row(recall.row(
                        "this index, " + index.getLeafContexts().size() + " segments", index, field, number -> number));
        built(recall, vectors, documents, "4 bits a number, one segment", QUANTISED, table);
        built(recall, vectors, documents, "whole numbers, one segment", WHOLE, table);
        table.print(out);
        Machine.busy(out, clock);
    }

    private static void built(
            Recall recall,
            WholeVectors vectors,
            List<Integer> documents,
            String name,
            KnnVectorsFormat format,
            Table table)
            throws Exception {
        try (ScratchIndex scratch = ScratchIndex.make();
                Graph graph = Graph.build(scratch.path(), vectors.byDocument().values(), format)) {
            table.row(recall.row(name, graph.searcher(), Graph.FIELD, documents::get));
        }
    }

    private List<String> questions() throws Exception {
        try (LucenePaperIndex index = LucenePaperIndex.openReadOnly(subject.folder(), clock)) {
            return new Questions(subject.sample(index, PAPERS), subject.chance()).mixed(many);
        }
    }
}
