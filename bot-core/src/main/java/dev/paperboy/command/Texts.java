package dev.paperboy.command;

/** Small helps for saying back what a person wrote. */
final class Texts {

    private static final int SHOWN = 60;

    private Texts() {}

    /** What was written, in quotes, on one line and cut where it would drown the message. */
    static String quote(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= SHOWN) {
            return "“" + line + "”";
        }
        return "“" + line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…”";
    }
}
