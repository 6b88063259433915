package dev.paperboy.source.jsonl;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The lines of a file in UTF-8, plain or gzipped by its content whatever its name. Blank lines are passed over but
 * counted. What cannot be read as text becomes a line with a fault, and reading goes on behind it.
 */
public final class JsonLines implements AutoCloseable {

    /** The longest line, in bytes; a paper with three thousand authors has about a hundred thousand. */
    public static final int LONGEST = 8 << 20;

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int BUFFER = 1 << 16;

    /**
     * A line.
     *
     * @param number counted from 1
     * @param text without its end; what could be read of it, if there is a fault
     * @param fault why it is no text, empty if it is one
     */
    public record Line(long number, String text, Optional<String> fault) {}

    private final FileChannel channel;
    private final InputStream lines;
    private final long size;
    private long number;
    private boolean over;

    private JsonLines(FileChannel channel, InputStream lines, long size) {
        this.channel = channel;
        this.lines = lines;
        this.size = size;
    }

    /** @throws IOException if the file cannot be opened */
    public static JsonLines open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            InputStream raw = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
            InputStream lines = isPacked(raw) ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
            return new JsonLines(channel, lines, channel.size());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isPacked(InputStream raw) throws IOException {
        raw.mark(2);
        int magic = raw.read() << Byte.SIZE | raw.read();
        raw.reset();
        return magic == GZIP_MAGIC;
    }

    /**
     * The next line that is not blank; empty at the end.
     *
     * @throws IOException if the disk fails; a packed file that is cut off or damaged ends with a fault instead
     */
    public Optional<Line> next() throws IOException {
        while (!over) {
            Line line = read();
            if (line.fault().isPresent() || !line.text().isBlank()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** How many bytes of the file were read, packed ones if it is packed. */
    public long position() throws IOException {
        return channel.position();
    }

    /** How many bytes the file had when it was opened. */
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Line read() throws IOException {
        number++;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        long length = 0;
        try {
            for (int next = lines.read(); next != '\n'; next = lines.read()) {
                if (next < 0) {
                    over = true;
                    break;
                }
                if (++length <= LONGEST) {
                    bytes.write(next);
                }
            }
        } catch (EOFException | ZipException e) {
            over = true;
            return new Line(
                    number,
                    bytes.toString(StandardCharsets.UTF_8),
                    Optional.of("the packed file is cut off or damaged here"));
        }
        return line(bytes, length);
    }

    private Line line(ByteArrayOutputStream bytes, long length) {
        if (length > LONGEST) {
            String opening = bytes.toString(StandardCharsets.UTF_8).substring(0, 200);
            return new Line(number, opening, Optional.of("longer than " + LONGEST + " bytes"));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            return new Line(number, number == 1 ? withoutMark(text) : text, Optional.empty());
        } catch (CharacterCodingException e) {
            return new Line(number, bytes.toString(StandardCharsets.UTF_8), Optional.of("not UTF-8"));
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
