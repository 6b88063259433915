package dev.paperboy.source.jsonl;

import dev.paperboy.command.FileTrouble;
import dev.paperboy.command.Texts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file beside an input that tells which of its lines were not taken, and why: number, reason and the line's
 * beginning, between tabs. It exists only if there are any. Where it cannot be written, or where there is no place
 * beside the input as with a pipe, the lines are counted all the same: no good line is lost because a bad one could not
 * be told of.
 */
public final class RejectedLines implements AutoCloseable {

    private static final int SHOWN = 500;

    private final Path input;
    private final Path file;
    private final boolean hasPlace;
    private @Nullable BufferedWriter writer;
    private long count;
    private String first = "";
    private Optional<IOException> trouble = Optional.empty();

    private RejectedLines(Path input) {
        this.input = input;
        this.file = input.resolveSibling(input.getFileName() + ".rejected");
        this.hasPlace = Files.isRegularFile(input) || !Files.exists(input);
    }

    /** Begins anew beside an input: what was rejected at an earlier time is forgotten. */
    public static RejectedLines beside(Path input) {
        RejectedLines lines = new RejectedLines(input);
        lines.attempt(() -> Files.deleteIfExists(lines.file));
        return lines;
    }

    public void add(long number, String reason, String line) {
        if (count++ == 0) {
            first = "line " + number + ": " + oneLine(reason);
        }
        attempt(() -> {
            if (writer == null) {
                // Not Files.newBufferedWriter: that one fails at half a character, which a reason may quote.
                writer =
                        new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
            }
            writer.write(number + "\t" + oneLine(reason) + "\t" + oneLine(line));
            writer.newLine();
            return writer;
        });
    }

    public long count() {
        return count;
    }

    /** What was not taken, as one sentence for people; empty if everything was. */
    public Optional<String> told() {
        if (count == 0) {
            return Optional.empty();
        }
        String what = count + (count == 1 ? " line of " : " lines of ") + input + (count == 1 ? " was" : " were")
                + " not taken, the first is " + first;
        if (!hasPlace) {
            return Optional.of(what);
        }
        return Optional.of(
                trouble.map(cause -> what + " (" + file + " cannot be written: " + FileTrouble.of(cause) + ")")
                        .orElse(what + "; see " + file));
    }

    @Override
    public void close() {
        attempt(() -> {
            if (writer != null) {
                writer.close();
            }
            return file;
        });
    }

    private interface Step {
        Object run() throws IOException;
    }

    private void attempt(Step step) {
        if (hasPlace && trouble.isEmpty()) {
            try {
                step.run();
            } catch (IOException e) {
                trouble = Optional.of(e);
            }
        }
    }

    private static String oneLine(String text) {
        return Texts.cut(text, SHOWN).replaceAll("\\p{Cntrl}", " ").strip();
    }
}
