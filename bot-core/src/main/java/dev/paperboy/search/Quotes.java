package dev.paperboy.search;

/** Says back what a person wrote. */
final class Quotes {

    private static final int SHOWN = 80;

    private Quotes() {}

    /** The text in quotes, on one line and cut where it would drown the message. */
    static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int length = line.codePointCount(0, line.length());
        return length <= SHOWN ? "“" + line + "”" : "“" + line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…”";
    }
}
