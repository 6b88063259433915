package dev.paperboy.command;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A text file that somebody handed in.
 *
 * @param name as its sender called it; a stranger's text, possibly empty
 * @param text what stands in it
 */
public record Attachment(String name, String text) {

    /** The largest that is taken, in bytes. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /** What spreadsheets on Windows write that do not know better. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** A file by its bytes: UTF-8, with or without its mark, or else the old encoding of Windows. */
    public static Attachment of(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Attachment(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return new Attachment(name, new String(bytes, WINDOWS));
        }
    }

    /** Behind its last dot, in lower case; possibly empty. */
    public String extension() {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Its name alone: what stands in it is its sender's. */
    @Override
    public String toString() {
        return "Attachment[" + name + ", " + text.length() + " characters]";
    }
}
