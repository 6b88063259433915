package dev.paperboy.config.cli;

import dev.paperboy.config.Home;
import dev.paperboy.feed.Embedding;
import dev.paperboy.index.Embedder;
import dev.paperboy.index.PaperIndex;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Embeds all papers at once, which a running bot does in the background. */
@Command(
        name = "embed",
        description =
                "Embed the papers that cannot be found by meaning yet, newest first, on all cores. A running bot does"
                        + " so by itself; this is faster, and can be stopped and begun again at any time.")
final class EmbedCommandLine implements Callable<Integer> {

    private final Shell shell;
    private final Supplier<Embedder> model;
    private final BiFunction<Path, Optional<Embedder>, PaperIndex> openIndex;

    /**
     * @param model loads the model
     * @param openIndex opens an index for writing
     */
    EmbedCommandLine(
            Shell shell, Supplier<Embedder> model, BiFunction<Path, Optional<Embedder>, PaperIndex> openIndex) {
        this.shell = shell;
        this.model = model;
        this.openIndex = openIndex;
    }

    @Override
    public Integer call() {
        Home home = shell.home().create();
        try (Embedder embedder = model.get();
                PaperIndex index = openIndex.apply(home.index(), Optional.of(embedder))) {
            int before = index.embedded();
            embedAll(shell, index, embedder);
            shell.out().println("embedded=" + (index.embedded() - before) + " papers=" + index.size());
        }
        return ExitCode.DONE;
    }

    /** Embeds what is not embedded yet, and shows how far it is. */
    static void embedAll(Shell shell, PaperIndex index, Embedder embedder) {
        int left = index.size() - index.embedded();
        try (Embedding embedding =
                        new Embedding(index, embedder, Runtime.getRuntime().availableProcessors());
                Progress progress = Progress.begin(shell, "embedding", left, Progress.Unit.PAPERS, "papers")) {
            int done = 0;
            for (int more = embedding.next(); more > 0; more = embedding.next()) {
                done += more;
                progress.reached(done, done);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
