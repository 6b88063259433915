package dev.paperboy.config.cli;

import java.util.regex.Pattern;

/** Text written by strangers, made harmless for a terminal. */
final class Printable {

    /**
     * Control characters, by which a title could write over the screen or set the window's name, and those that turn the
     * direction of writing or hide text. The joiners stay, as several scripts and many emoji need them.
     */
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\u200C\\u200D]]");

    private Printable() {}

    static String of(String text) {
        return HARMFUL.matcher(text).replaceAll("");
    }
}
