package dev.paperboy.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a text, in Java's characters.
 *
 * @param from where it begins
 * @param to where it has ended, no smaller
 */
public record Span(int from, int to) {

    /** A dollar that opens hugs what follows; one that closes hugs what stands before, and no price begins there. */
    private static final Pattern FORMULA = Pattern.compile("\\$(?!\\s)[^$]{1,200}(?<!\\s)\\$(?!\\d)");

    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no part of a text: " + from + " to " + to);
        }
    }

    /** Whether the other lies wholly inside. */
    boolean holds(Span other) {
        return from <= other.from && other.to <= to;
    }

    /** Both, and what lies between. */
    private Span with(Span other) {
        return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }

    private boolean touches(Span other) {
        return from < other.to && other.from < to;
    }

    /**
     * Marks as they can be shown: in order, apart from each other, and never splitting a TeX formula or command;
     * words that stand side by side become one mark.
     */
    static List<Span> tidied(String text, List<Span> marks) {
        List<Span> formulas = FORMULA.matcher(text)
                .results()
                .map(found -> new Span(found.start(), found.end()))
                .toList();
        List<Span> tidy = new ArrayList<>();
        marks.stream()
                .map(mark -> whole(text, mark, formulas))
                .sorted(Comparator.comparingInt(Span::from))
                .forEach(mark -> {
                    boolean joined = !tidy.isEmpty() && adjoin(text, tidy.getLast(), mark);
                    tidy.add(joined ? tidy.removeLast().with(mark) : mark);
                });
        return tidy;
    }

    private static Span whole(String text, Span mark, List<Span> formulas) {
        boolean command = mark.from > 0 && text.charAt(mark.from - 1) == '\\';
        Span wide = command ? new Span(mark.from - 1, mark.to) : mark;
        return formulas.stream().filter(wide::touches).reduce(wide, Span::with);
    }

    private static boolean adjoin(String text, Span one, Span next) {
        return next.from <= one.to || (next.from == one.to + 1 && " -".indexOf(text.charAt(one.to)) >= 0);
    }
}
