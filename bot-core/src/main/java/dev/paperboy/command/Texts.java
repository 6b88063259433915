package dev.paperboy.command;

/** Small helps for showing text that somebody else wrote. */
public final class Texts {

    private static final int QUOTED = 80;

    private Texts() {}

    /**
     * A text cut visibly where it is too long, never inside a character.
     *
     * @param most how long it may be, the dots included, in Java's characters: no platform counts fewer to a text
     */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** What was written, in quotes, on one line and cut where it would drown the message. */
    public static String quote(String text) {
        return "“" + cut(text.strip().replaceAll("\\s+", " "), QUOTED) + "”";
    }
}
