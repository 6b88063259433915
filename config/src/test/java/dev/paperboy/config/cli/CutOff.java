package dev.paperboy.config.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Packed files that lost their end, as a download does that was broken off. */
final class CutOff {

    private CutOff() {}

    /** Writes lines, of which all can still be read: the sum behind them is lost. */
    static Path write(Path file, String... lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() - 4));
    }
}
