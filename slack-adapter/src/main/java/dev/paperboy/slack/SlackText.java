package dev.paperboy.slack;

import dev.paperboy.chat.Excerpt;
import java.util.regex.Pattern;

/** Turns foreign text into text that Slack shows as it stands. */
final class SlackText {
    private static final String ELLIPSIS = "…";
    /** A cut falls between words, unless the last word is longer than this. */
    private static final int LONGEST_WORD = 30;
    /** Control characters except the line break, and the marks that turn the direction of text. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]");
    /** What separates words or lines in other ways than we do. */
    private static final Pattern GAP = Pattern.compile("[\\t\\u2028\\u2029]");

    private SlackText() {}

    /** Text for plain_text objects and rich text, which read no markup: cleaned, and cut visibly to {@code most}. */
    static String plain(String foreign, int most) {
        return cut(cleaned(foreign).strip(), most);
    }

    /** An excerpt for rich text: cleaned as {@link #plain(String, int)} does. */
    static Excerpt plain(Excerpt excerpt) {
        return new Excerpt(excerpt.pieces().stream()
                .map(piece -> new Excerpt.Piece(cleaned(piece.text()), piece.marked()))
                .toList());
    }

    private static String cleaned(String foreign) {
        return UNSEEN.matcher(GAP.matcher(foreign).replaceAll(" ")).replaceAll("");
    }

    /** As {@link #plain(String, int)}, for places that Slack does not let be empty. */
    static String plainOr(String foreign, String otherwise, int most) {
        String plain = plain(foreign, most);
        return plain.isEmpty() ? otherwise : plain;
    }

    /** Text for places that read mrkdwn: as {@link #plain(String, int)}, with the three characters that open markup escaped. */
    static String escaped(String foreign, int most) {
        return plain(foreign, most).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - ELLIPSIS.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        int space = text.lastIndexOf(' ', end);
        return text.substring(0, space > Math.max(0, end - LONGEST_WORD) ? space : end)
                        .stripTrailing()
                + ELLIPSIS;
    }
}
