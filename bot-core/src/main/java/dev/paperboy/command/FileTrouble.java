package dev.paperboy.command;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Says in words why a file could not be read or written; Java's own messages are often a path or a class name alone. */
public final class FileTrouble {

    private static final String UNKNOWN = "reading or writing failed";

    private FileTrouble() {}

    /** A few words to stand behind a colon, such as {@code permission denied}. */
    public static String of(IOException trouble) {
        return switch (trouble) {
            case NoSuchFileException _ -> "no such file";
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _ -> "not a directory";
            case FileAlreadyExistsException _ -> "a file of that name is in the way";
            case FileSystemException named -> words(named.getReason());
            case FileNotFoundException named -> words(reasonAtEnd(named.getMessage()));
            case CharacterCodingException _ -> "not text in UTF-8";
            case EOFException _ -> "it is cut off";
            case ZipException _ -> "the packed file is damaged";
            default -> words(trouble.getMessage());
        };
    }

    /** The same for one that was wrapped where only unchecked ones may pass. */
    public static String of(UncheckedIOException trouble) {
        IOException cause = trouble.getCause();
        return cause == null ? UNKNOWN : of(cause);
    }

    /** Java's older classes put the system's reason in parentheses behind the path. */
    private static String reasonAtEnd(@Nullable String message) {
        String text = Optional.ofNullable(message).orElse("");
        int open = text.lastIndexOf('(');
        return open >= 0 && text.endsWith(")") ? text.substring(open + 1, text.length() - 1) : "no such file";
    }

    /** The system's words; those that everybody meets are put more plainly. */
    private static String words(@Nullable String message) {
        String text = Optional.ofNullable(message).orElse("").strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> UNKNOWN;
            case "no such file or directory" -> "no such file";
            case "no space left on device" -> "disk full";
            case "permission denied", "is a directory", "not a directory" -> text.toLowerCase(Locale.ROOT);
            default -> withoutClass(text);
        };
    }

    /** An exception made from another has that one's class before its message. */
    private static String withoutClass(String text) {
        String words =
                text.replaceFirst("^(?:[\\w$]+\\.)+[\\w$]+(?::\\s*|$)", "").strip();
        return words.isEmpty() ? UNKNOWN : words;
    }
}
