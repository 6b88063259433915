package dev.paperboy.index.lucene;

import dev.paperboy.command.FileTrouble;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/** Tells what it means that Lucene cannot read something, in the operator's words. */
final class Damage {

    /** Files that belong to an index, but for its lock. */
    private static final Pattern FILE = Pattern.compile("(?:_|segments_).*");

    /** Lucene names its own classes around the path that it means. */
    private static final Pattern PATH = Pattern.compile("path=\"(?:[^\"]*/)?([^\"/]+)\"");

    private Damage() {}

    /** Whether this can come of nothing but files that are not as they were written. */
    static boolean is(Throwable trouble) {
        return trouble instanceof CorruptIndexException
                || trouble instanceof IndexFormatTooOldException
                || isIncomplete(trouble)
                // What is garbled leads to any failure, before the checksum tells what it came of.
                || Arrays.stream(trouble.getSuppressed()).anyMatch(CorruptIndexException.class::isInstance);
    }

    private static boolean isIncomplete(Throwable trouble) {
        return trouble instanceof EOFException || isMissing(trouble);
    }

    private static boolean isMissing(Throwable trouble) {
        return trouble instanceof NoSuchFileException || trouble instanceof FileNotFoundException;
    }

    /** Whether a folder has files of an index, whatever their state. */
    static boolean hasFiles(Directory folder) throws IOException {
        return Arrays.stream(folder.listAll())
                .anyMatch(file -> FILE.matcher(file).matches());
    }

    /** Which file, and what is wrong with it. */
    static String told(Throwable trouble) {
        Throwable reason = reason(trouble);
        return file(reason)
                + switch (reason) {
                    case CorruptIndexException damaged -> damaged.getOriginalMessage();
                    case IndexFormatTooOldException _, IndexFormatTooNewException _ ->
                        "it is of a form that is not known here";
                    case IOException io -> FileTrouble.of(io);
                    default -> "it cannot be made sense of";
                };
    }

    /** What says most, of an exception and those that it was wrapped in. */
    private static Throwable reason(Throwable trouble) {
        return switch (trouble) {
            case CorruptIndexException damaged
            when damaged.getCause() instanceof IOException cause && isIncomplete(cause) -> cause;
            case IOException io -> io;
            default -> trouble.getSuppressed().length > 0 ? trouble.getSuppressed()[0] : trouble;
        };
    }

    private static String file(Throwable reason) {
        String message = String.valueOf(reason.getMessage());
        Matcher path = PATH.matcher(message);
        String name = path.find() ? path.group(1) : isMissing(reason) ? message : "";
        return name.isEmpty() ? "" : name.substring(name.lastIndexOf('/') + 1) + ": ";
    }

    /** Whether nothing is damaged, but written in a form that only a newer version of this program knows. */
    static boolean isFromTheFuture(Directory folder, Throwable trouble) throws IOException {
        return tellsOfUnknownForm(trouble) && allAsWritten(folder);
    }

    private static boolean tellsOfUnknownForm(Throwable trouble) {
        // Lucene says so of a name of a codec that it has no class for.
        return trouble instanceof IndexFormatTooNewException
                || trouble instanceof IllegalArgumentException
                || Stream.concat(Stream.ofNullable(trouble.getCause()), Arrays.stream(trouble.getSuppressed()))
                        .anyMatch(Damage::tellsOfUnknownForm);
    }

    private static boolean allAsWritten(Directory folder) throws IOException {
        for (String file : folder.listAll()) {
            if (FILE.matcher(file).matches() && !isAsWritten(folder, file)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAsWritten(Directory folder, String file) throws IOException {
        try (IndexInput input = folder.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(input);
            return true;
        } catch (CorruptIndexException damaged) {
            return false;
        }
    }
}
