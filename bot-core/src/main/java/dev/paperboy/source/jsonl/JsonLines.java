package dev.paperboy.source.jsonl;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    private final Counted file;
    private final InputStream lines;
    private final long size;
    private long number;
    private boolean over;
    private Optional<String> damage = Optional.empty();

    private JsonLines(Counted file, InputStream lines, long size) {
        this.file = file;
        this.lines = lines;
        this.size = size;
    }

    /** @throws IOException if the file cannot be opened */
    public static JsonLines open(Path file) throws IOException {
        Counted counted = new Counted(Files.newInputStream(file));
        try {
            InputStream raw = new BufferedInputStream(counted, BUFFER);
            InputStream lines = isPacked(raw) ? new BufferedInputStream(unpacked(raw), BUFFER) : raw;
            return new JsonLines(counted, lines, Files.isRegularFile(file) ? Files.size(file) : 0);
        } catch (IOException | RuntimeException e) {
            counted.close();
            throw e;
        }
    }

    /** One that is cut off within its header is told of like one that is cut off later: at its first line. */
    private static InputStream unpacked(InputStream raw) throws IOException {
        try {
            return new GZIPInputStream(raw, BUFFER);
        } catch (EOFException | ZipException e) {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    throw e;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    throw e;
                }
            };
        }
    }

    /** Counts what passes, as a pipe has no position that could be asked for. */
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = super.read(bytes, offset, length);
            count += Math.max(0, some);
            return some;
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
    public long position() {
        return file.count;
    }

    /** How many bytes the file had when it was opened; 0 for a pipe. */
    public long size() {
        return size;
    }

    /** What is wrong with a packed file, to stand behind its name; known at the end, empty if it is whole. */
    public Optional<String> damage() {
        return damage;
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
            damage = Optional.of(
                    (e instanceof EOFException ? "is cut off" : "is damaged") + " after line " + (number - 1));
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
