package dev.paperboy.source.jsonl;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file beside an input that tells which of its lines were not taken, and why: number, reason and the line's
 * beginning, between tabs. It exists only if there are any.
 */
public final class RejectedLines implements AutoCloseable {

    private static final int SHOWN = 500;

    private final Path file;
    private @Nullable BufferedWriter writer;
    private long count;

    private RejectedLines(Path file) {
        this.file = file;
    }

    /** Begins anew beside an input: what was rejected at an earlier time is forgotten. */
    public static RejectedLines beside(Path input) throws IOException {
        Path file = input.resolveSibling(input.getFileName() + ".rejected");
        Files.deleteIfExists(file);
        return new RejectedLines(file);
    }

    public void add(long number, String reason, String line) throws IOException {
        if (writer == null) {
            writer = Files.newBufferedWriter(file);
        }
        writer.write(number + "\t" + oneLine(reason) + "\t" + oneLine(line));
        writer.newLine();
        count++;
    }

    public Path file() {
        return file;
    }

    public long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }

    private static String oneLine(String text) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return shown.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
