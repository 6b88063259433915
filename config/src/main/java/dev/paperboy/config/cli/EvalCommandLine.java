package dev.paperboy.config.cli;

import dev.paperboy.command.FileTrouble;
import dev.paperboy.config.BadInput;
import dev.paperboy.index.Embedder;
import dev.paperboy.index.Hit;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Searches a test collection, so that a judge who knows the right answers can tell how good the search is. */
@Command(
        name = "eval",
        description = "Search a test collection with a fresh index and write the answers as a TREC run, up to 100 a"
                + " query. No home folder is used.",
        sortOptions = false)
final class EvalCommandLine implements Callable<Integer> {

    private static final int DEPTH = 100;

    private final Shell shell;
    private final Supplier<Embedder> model;
    private final BiFunction<Path, Optional<Embedder>, PaperIndex> openIndex;

    @Option(
            names = "--corpus",
            paramLabel = "FILE",
            required = true,
            description = "Documents, one {\"_id\", \"title\", \"text\"} a line, plain or .gz.")
    private Path corpus = Path.of("");

    @Option(
            names = "--queries",
            paramLabel = "FILE",
            required = true,
            description = "Queries, one {\"_id\", \"text\"} a line, plain or .gz.")
    private Path queries = Path.of("");

    @Option(names = "--mode", paramLabel = "MODE", description = SearchMode.HELP)
    private SearchMode mode = SearchMode.HYBRID;

    @Option(
            names = "--out",
            paramLabel = "RUN",
            required = true,
            description = "Where to write: qid Q0 docid rank score paperboy.")
    private Path run = Path.of("");

    /**
     * @param model loads the model for search by meaning
     * @param openIndex makes an index in a folder
     */
    EvalCommandLine(Shell shell, Supplier<Embedder> model, BiFunction<Path, Optional<Embedder>, PaperIndex> openIndex) {
        this.shell = shell;
        this.model = model;
        this.openIndex = openIndex;
    }

    @Override
    public Integer call() throws IOException {
        InputFiles.requireReadable(List.of(corpus, queries));
        EvalCollection collection = EvalCollection.read(corpus, queries);
        Optional<Embedder> embedder = mode.embedder(model);
        int answered;
        try (ScratchFolder folder = ScratchFolder.make();
                PaperIndex index = openIndex.apply(folder.path(), embedder);
                BufferedWriter out = writer()) {
            index.addAll(collection.papers(), _ -> {});
            embedder.ifPresent(each -> EmbedCommandLine.embedAll(shell, index, each));
            answered = answer(collection, index, out);
        }
        shell.out()
                .println("documents=" + collection.size() + " queries="
                        + collection.queries().size() + " answered=" + answered);
        return ExitCode.DONE;
    }

    /** Flushes too: whatever cannot be written is known before anything is said to be done. */
    private int answer(EvalCollection collection, PaperIndex index, BufferedWriter out) throws IOException {
        try {
            int answered = 0;
            for (EvalCollection.Query query : collection.queries()) {
                answered += answer(collection, index, query, out) ? 1 : 0;
            }
            out.flush();
            return answered;
        } catch (IOException e) {
            throw new IOException("cannot write " + run + ": " + FileTrouble.of(e), e);
        }
    }

    private BufferedWriter writer() {
        try {
            return Files.newBufferedWriter(run);
        } catch (IOException e) {
            throw new BadInput("cannot write " + run + ": " + reason(e), e);
        }
    }

    /** Writing makes the file itself, so what is missing is its folder. */
    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? "no such folder" : FileTrouble.of(e);
    }

    private boolean answer(EvalCollection collection, PaperIndex index, EvalCollection.Query query, BufferedWriter out)
            throws IOException {
        PaperQuery asked =
                mode.of(new QueryParser(shell.clock()).parse(query.text()).withLimit(DEPTH));
        List<Hit> hits = index.answer(asked).hits();
        for (Hit hit : hits) {
            out.write(String.format(
                    Locale.ENGLISH,
                    "%s Q0 %s %d %.6f paperboy%n",
                    query.id(),
                    collection.idOf(hit.paper().id()),
                    hit.rank(),
                    hit.score()));
        }
        return !hits.isEmpty();
    }
}
