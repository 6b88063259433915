package dev.paperboy.config.cli;

import dev.paperboy.command.FileTrouble;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output, which remembers that something was lost: a {@link PrintWriter} tells neither when nor why. */
final class StandardOutput extends FilterOutputStream {

    private @Nullable IOException trouble;

    StandardOutput(OutputStream stream) {
        super(stream);
    }

    /** Writes here, in UTF-8. */
    PrintWriter writer() {
        return new PrintWriter(this, false, StandardCharsets.UTF_8);
    }

    /** Why not everything arrived; empty if it did, or if the reader of a pipe had enough, as {@code head} has. */
    Optional<String> lost() {
        return Optional.ofNullable(trouble)
                .map(FileTrouble::of)
                .filter(reason -> !reason.equalsIgnoreCase("broken pipe"));
    }

    @Override
    public void write(int one) throws IOException {
        watched(() -> out.write(one));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        watched(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        watched(out::flush);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void watched(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            trouble = trouble == null ? e : trouble;
            throw e;
        }
    }
}
