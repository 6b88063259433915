package dev.paperboy.feed;

import dev.paperboy.index.Added;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.source.jsonl.JsonLines;
import dev.paperboy.source.jsonl.PaperLine;
import dev.paperboy.source.jsonl.RejectedLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds files of papers to an index, in batches that are durable one by one; what is rejected is told in a file beside
 * each. Adding a file again brings its papers up to date and makes no second ones.
 */
public final class PaperImport {

    private final PaperIndex index;
    private final Consumer<String> remarks;

    /**
     * What became of a file's lines.
     *
     * @param imported papers that were new
     * @param updated papers that were there before
     * @param rejected lines of no use
     * @param isWhole whether it was read to its end; a packed file may be cut off
     */
    public record Result(long imported, long updated, long rejected, boolean isWhole) {

        public static final Result NONE = new Result(0, 0, 0);

        public Result(long imported, long updated, long rejected) {
            this(imported, updated, rejected, true);
        }

        public Result plus(Result other) {
            return new Result(
                    imported + other.imported,
                    updated + other.updated,
                    rejected + other.rejected,
                    isWhole && other.isWhole);
        }

        /** Whether the file had a paper at all. */
        public boolean isUseful() {
            return imported + updated > 0;
        }
    }

    /** Told how far a file is read. */
    public interface Progress {

        /**
         * @param bytes of the file read so far, packed ones if it is packed
         * @param papers found in it so far
         */
        void reached(long bytes, long papers);
    }

    /** @param remarks told in one sentence for people what of a file was not taken */
    public PaperImport(PaperIndex index, Consumer<String> remarks) {
        this.index = index;
        this.remarks = remarks;
    }

    /**
     * Adds one file.
     *
     * @throws IOException if it cannot be read; what was added until then stays
     */
    public Result read(Path file, Progress progress) throws IOException {
        RejectedLines rejected = RejectedLines.beside(file);
        Added added;
        Optional<String> damage;
        try (rejected;
                JsonLines lines = JsonLines.open(file)) {
            added = index.addAll(new Papers(lines, rejected, progress), _ -> {});
            damage = lines.damage();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        damage.map(what -> file + " " + what).ifPresent(remarks);
        rejected.told().ifPresent(remarks);
        return new Result(added.imported(), added.updated(), rejected.count(), damage.isEmpty());
    }

    /** The papers of a file, one line in memory. */
    private static final class Papers implements Iterator<Paper> {

        private final JsonLines lines;
        private final RejectedLines rejected;
        private final Progress progress;
        private @Nullable Paper next;
        private long found;

        Papers(JsonLines lines, RejectedLines rejected, Progress progress) {
            this.lines = lines;
            this.rejected = rejected;
            this.progress = progress;
        }

        @Override
        public boolean hasNext() {
            try {
                while (next == null) {
                    Optional<JsonLines.Line> line = lines.next();
                    if (line.isEmpty()) {
                        return false;
                    }
                    next = paper(line.get());
                }
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private @Nullable Paper paper(JsonLines.Line line) throws IOException {
            PaperLine read =
                    line.fault().<PaperLine>map(PaperLine.Rejected::new).orElseGet(() -> PaperLine.read(line.text()));
            Paper paper = switch (read) {
                case PaperLine.Read taken -> taken.paper();
                case PaperLine.Rejected refused -> {
                    rejected.add(line.number(), refused.reason(), line.text());
                    yield null;
                }
            };
            found += paper == null ? 0 : 1;
            progress.reached(lines.position(), found);
            return paper;
        }

        @Override
        public Paper next() {
            Paper one = hasNext() ? next : null;
            if (one == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return one;
        }
    }
}
