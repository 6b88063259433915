package dev.paperboy.discord;

import dev.paperboy.chat.Excerpt;
import java.net.URI;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Foreign text as Discord's markdown that shows it to the letter: nothing in it formats, links, mentions or turns into
 * an emoji. Lengths are UTF-16 units, never fewer than the code points that Discord counts.
 */
final class DiscordText {
    private static final String ALWAYS = "\\*_~`|[]<>@";
    private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*)(?:([#+-])|(\\d{1,9})([.)]))");
    /**
     * Controls, marks that turn the direction of text around, and tag characters, which carry text that nobody sees;
     * joiners stay, scripts and emoji need them.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}&&[^\\n]]|\\p{Cs}"
            + "|[\\u00AD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]"
            + "|[\\x{E0000}-\\x{E007F}]");

    /** Line breaks of all kinds but the plain one, and tabs: what separates words must go on separating them. */
    private static final Pattern BREAK = Pattern.compile("\\R");

    private static final Pattern GAP = Pattern.compile("[\\t\\p{Z}]");
    private static final Pattern SEEN = Pattern.compile("[^\\s\\p{Z}\\p{Cf}\\p{Mn}]");

    private static final String CUT = "…";

    private DiscordText() {}

    /** One line of plain text, cut visibly to at most {@code most} units. */
    static String line(String text, int most) {
        return fit(oneLine(text), most);
    }

    /** An excerpt in one line, what is marked in bold; cut visibly, never inside a mark, to at most {@code most} units. */
    static String marked(Excerpt excerpt, int most) {
        Excerpt seen =
                new Excerpt(excerpt.pieces().stream().map(DiscordText::seen).toList());
        String text = seen.text();
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Excerpt.Piece piece : seen.pieces()) {
            int end = at + piece.text().length();
            String whole = fit(text, at, end, Integer.MAX_VALUE);
            String shown = piece.marked() ? "**" + whole + "**" : whole;
            if (out.length() + shown.length() >= most) {
                return piece.marked()
                        ? out.toString().stripTrailing() + CUT
                        : out + fit(text, at, end, most - out.length());
            }
            out.append(shown);
            at = end;
        }
        return out.toString().strip();
    }

    private static Excerpt.Piece seen(Excerpt.Piece piece) {
        String text =
                WHITE.matcher(INVISIBLE.matcher(piece.text()).replaceAll("")).replaceAll(" ");
        return new Excerpt.Piece(text, piece.marked() && isVisible(text));
    }

    /** One line like {@link #line}, or what stands in for a text in which nothing can be seen. */
    static String lineOr(String text, String standIn, int most) {
        return line(isVisible(text) ? text : standIn, most);
    }

    private static boolean isVisible(String text) {
        return SEEN.matcher(INVISIBLE.matcher(text).replaceAll("")).find();
    }

    private static String oneLine(String text) {
        return WHITE.matcher(text).replaceAll(" ").strip();
    }

    /** Plain text with its line breaks, cut visibly to at most {@code most} units. */
    static String lines(String text, int most) {
        String broken = BREAK.matcher(text).replaceAll("\n");
        return fit(GAP.matcher(broken).replaceAll(" ").strip(), most);
    }

    /**
     * A link whose text is foreign. Square brackets become full-width ones: Discord counts brackets inside a link's
     * text and knows no escape for them.
     *
     * @param standIn what is shown for a text in which nothing can be seen; a link without text is none
     * @return the text alone when the address would take more than half of {@code most}
     */
    static String link(String text, String standIn, URI target, int most) {
        String address = target.toASCIIString().replace("(", "%28").replace(")", "%29");
        boolean web = "https".equals(target.getScheme()) || "http".equals(target.getScheme());
        if (!web || address.length() > most / 2) {
            return lineOr(text, standIn, most);
        }
        String shown = lineOr(text.replace('[', '［').replace(']', '］'), standIn, most - address.length() - 4);
        return "[" + shown + "](" + address + ")";
    }

    /** Text in a code span; backticks become apostrophes, as no escape works inside. */
    static String code(String text, int most) {
        String bare = INVISIBLE.matcher(oneLine(text)).replaceAll("").replace('`', '\'');
        return "`" + (bare.length() <= most - 2 ? bare : cut(bare, most - 2)) + "`";
    }

    /** Text where Discord reads no markdown, such as a label or a choice; cut to at most {@code most} code points. */
    static String plain(String text, int most) {
        String bare = INVISIBLE.matcher(oneLine(text)).replaceAll("");
        if (!isVisible(bare)) {
            return "";
        }
        return bare.codePointCount(0, bare.length()) <= most ? bare : cut(bare, most);
    }

    private static String cut(String text, int most) {
        int end = text.offsetByCodePoints(0, Math.min(most - 1, text.codePointCount(0, text.length())));
        while (end > most - 1) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + CUT;
    }

    private static String fit(String text, int most) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return fit(visible, 0, visible.length(), most);
    }

    /** A part of a text: what stands before and behind it says what must be escaped. */
    private static String fit(String text, int from, int to, int most) {
        StringBuilder out = new StringBuilder();
        int lastSpace = 0;
        int at = from;
        while (at < to) {
            int point = text.codePointAt(at);
            String piece = escaped(text, at, point);
            if (out.length() + piece.length() > most - 1 && !restFits(text, at, to, most - out.length())) {
                return cutAt(out, lastSpace);
            }
            if (point == ' ' || point == '\n') {
                lastSpace = out.length();
            }
            out.append(piece);
            at += Character.charCount(point);
        }
        return out.toString();
    }

    /** Whether what is left needs no cut after all; only asked at the very end. */
    private static boolean restFits(String text, int from, int to, int room) {
        int length = 0;
        for (int at = from; at < to && length <= room; at += Character.charCount(text.codePointAt(at))) {
            length += escaped(text, at, text.codePointAt(at)).length();
        }
        return length <= room;
    }

    /** Ends at the last whole word if that loses little. */
    private static String cutAt(StringBuilder out, int lastSpace) {
        if (lastSpace > 0 && lastSpace > out.length() - 30) {
            out.setLength(lastSpace);
        }
        return out.toString().stripTrailing() + CUT;
    }

    private static String escaped(String text, int at, int point) {
        String piece = Character.toString(point);
        return ALWAYS.indexOf(point) >= 0 || isLinkOrEmojiColon(text, at) || isLineMark(text, at)
                ? "\\" + piece
                : piece;
    }

    /** A colon begins an emoji's name or ends a link's scheme when something follows it at once. */
    private static boolean isLinkOrEmojiColon(String text, int at) {
        return text.charAt(at) == ':' && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
    }

    /** Whether this is what makes a heading, list item or small print of the line it stands in. */
    private static boolean isLineMark(String text, int at) {
        if ("#+-.)".indexOf(text.charAt(at)) < 0) {
            return false;
        }
        int start = text.lastIndexOf('\n', at) + 1;
        var mark = LINE_START.matcher(text).region(start, text.length());
        return mark.lookingAt() && (at == mark.start(2) || at == mark.start(4));
    }

    /** A day and hour that each reader's client shows in their own language and time zone. */
    static String time(Instant at) {
        return "<t:%d:F>".formatted(at.getEpochSecond());
    }
}
