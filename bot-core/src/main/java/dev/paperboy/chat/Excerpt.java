package dev.paperboy.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A passage of a text with the words marked that somebody looked for.
 *
 * @param pieces plain text, in order, marked and unmarked by turns and none of them empty; put together they are the
 *     passage, with dots where it begins or ends inside of the text
 */
public record Excerpt(List<Piece> pieces) {

    private static final String DOTS = "…";
    /** How much of a passage may stand before its marks when they move to its front: one part in so many. */
    private static final int LEAD = 6;

    /**
     * Some of the passage.
     *
     * @param text plain
     * @param marked whether it was looked for
     */
    public record Piece(String text, boolean marked) {}

    public Excerpt {
        pieces = joined(pieces);
    }

    /**
     * A passage of a text.
     *
     * @param passage which part of it
     * @param marks what was looked for, in any order, possibly overlapping; those outside of the passage are left out
     */
    public static Excerpt of(String text, Span passage, List<Span> marks) {
        List<Piece> pieces = new ArrayList<>();
        Span shown = stripped(text, passage);
        pieces.add(new Piece(shown.from() > 0 ? DOTS + " " : "", false));
        int at = shown.from();
        for (Span mark : Span.tidied(text, marks)) {
            if (shown.holds(mark)) {
                pieces.add(new Piece(text.substring(at, mark.from()), false));
                pieces.add(new Piece(text.substring(mark.from(), mark.to()), true));
                at = mark.to();
            }
        }
        pieces.add(new Piece(
                text.substring(at, shown.to()) + (text.substring(shown.to()).isBlank() ? "" : DOTS), false));
        return new Excerpt(pieces);
    }

    /** The passage without its marks. */
    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /**
     * The same in at most {@code most} characters (at least 20): as many marks as possible stay, and the beginning if
     * that costs none.
     */
    public Excerpt within(int most) {
        String text = text();
        if (text.length() <= most) {
            return this;
        }
        List<Span> marks = marks();
        int room = most - (DOTS + " " + DOTS).length();
        Span best = Stream.concat(Stream.of(0), marks.stream().map(mark -> wordBefore(text, mark.from(), room / LEAD)))
                .map(from -> new Span(from, endOfWord(text, from, room)))
                .reduce((one, other) -> count(marks, other) > count(marks, one) ? other : one)
                .orElseThrow();
        return of(text, best, marks);
    }

    private List<Span> marks() {
        List<Span> marks = new ArrayList<>();
        int at = 0;
        for (Piece piece : pieces) {
            int end = at + piece.text().length();
            if (piece.marked()) {
                marks.add(new Span(at, end));
            }
            at = end;
        }
        return marks;
    }

    private static long count(List<Span> marks, Span window) {
        return marks.stream().filter(window::holds).count();
    }

    /** The first beginning of a word at most so far before a place, else that place. */
    private static int wordBefore(String text, int place, int most) {
        if (place <= most) {
            return 0;
        }
        int space = text.indexOf(' ', place - most - 1);
        return space < 0 || space >= place ? place : space + 1;
    }

    /** The last end of a word at most so far behind a place; inside of a word only if that is longer than all this. */
    private static int endOfWord(String text, int place, int most) {
        if (text.length() <= place + most) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', place + most);
        int end = space > place ? space : place + most;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static Span stripped(String text, Span part) {
        String inside = text.substring(part.from(), part.to());
        int from = part.from() + inside.length() - inside.stripLeading().length();
        return new Span(
                from, Math.max(from, part.from() + inside.stripTrailing().length()));
    }

    /** So that whoever shows a piece sees all the text up to the next change of marking. */
    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : pieces) {
            boolean same = !joined.isEmpty() && joined.getLast().marked() == piece.marked();
            if (same) {
                joined.add(new Piece(joined.removeLast().text() + piece.text(), piece.marked()));
            } else if (!piece.text().isEmpty()) {
                joined.add(piece);
            }
        }
        return List.copyOf(joined);
    }
}
