package dev.paperboy.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what was meant by a misspelt word by comparing it with every word of every paper. */
final class SlowSpelling {

    private static final int RARE = 3;

    private final List<Set<String>> papers;
    private final Set<String> known;

    /** @param papers the words of each */
    SlowSpelling(List<List<String>> papers) {
        this.papers = papers.stream().<Set<String>>map(HashSet::new).toList();
        this.known = papers.stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    PaperQuery corrected(PaperQuery query) {
        List<QueryNote> notes = new ArrayList<>();
        List<String> asked =
                Stream.of(query.words().split(" ")).map(SlowSpelling::singular).toList();
        Clause meant = corrected(query.clause(), asked, notes);
        return notes.isEmpty() ? query : query.meant(meant, notes);
    }

    private Clause corrected(Clause clause, List<String> asked, List<QueryNote> notes) {
        return switch (clause) {
            case Clause.Word word -> plain(word, asked, notes);
            case Clause.Phrase phrase -> new Clause.Phrase(words(phrase.text(), asked, notes));
            case Clause.InField in -> new Clause.InField(in.field(), words(in.text(), asked, notes), in.phrase());
            case Clause.AllOf all ->
                new Clause.AllOf(all.clauses().stream()
                        .map(each -> corrected(each, asked, notes))
                        .flatMap(each -> each instanceof Clause.AllOf both ? both.clauses().stream() : Stream.of(each))
                        .toList());
            default -> clause;
        };
    }

    private String words(String text, List<String> asked, List<QueryNote> notes) {
        return Stream.of(text.split(" "))
                .map(word -> plain(new Clause.Word(word), asked, notes).written())
                .collect(Collectors.joining(" "));
    }

    private Clause plain(Clause.Word word, List<String> asked, List<QueryNote> notes) {
        String typed = singular(word.text());
        if (!typed.matches("[a-z]{4,}") || holding(typed) > RARE || CommonWords.only(typed)) {
            return word;
        }
        Optional<String> best = known.stream()
                .filter(other -> isOneSlip(typed, other) && holding(other) > holding(typed))
                .max(Comparator.comparingInt(other -> beside(other, typed, asked)));
        if (best.isEmpty()) {
            return word;
        }
        String meant = best.get();
        int asTyped = beside(typed, typed, asked);
        List<Clause> read = new ArrayList<>(List.of(word));
        if (holding(typed) == 0) {
            notes.add(new QueryNote(QueryNote.Kind.CORRECTED, word.text(), meant));
            return new Clause.Word(meant);
        } else if (beside(meant, typed, asked) > asTyped) {
            notes.add(new QueryNote(QueryNote.Kind.ALSO_SEARCHED, word.text(), meant));
            read.add(new Clause.Word(meant));
        } else if (asked.size() == 1 || asTyped < asked.size() - 1) {
            notes.add(new QueryNote(QueryNote.Kind.DID_YOU_MEAN, word.text(), meant));
        }
        return read.size() == 1 ? word : new Clause.AllOf(read);
    }

    private static String singular(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("s$", "");
    }

    private int holding(String word) {
        return (int) papers.stream().filter(paper -> paper.contains(word)).count();
    }

    /** How many of the other words stand in one paper with a word. */
    private int beside(String word, String typed, List<String> asked) {
        return papers.stream()
                .filter(paper -> paper.contains(word))
                .mapToInt(paper -> (int) asked.stream()
                        .filter(other -> !other.equals(typed) && paper.contains(other))
                        .count())
                .max()
                .orElse(-1);
    }

    /** A letter more, less, other, or two of them changed about. */
    private static boolean isOneSlip(String typed, String other) {
        if (typed.charAt(0) != other.charAt(0) || Math.abs(typed.length() - other.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < Math.min(typed.length(), other.length()) && typed.charAt(same) == other.charAt(same)) {
            same++;
        }
        String left = typed.substring(same);
        String right = other.substring(same);
        return !left.equals(right)
                && (rest(left, 1).equals(rest(right, 1))
                        || rest(left, 1).equals(right)
                        || left.equals(rest(right, 1))
                        || isSwapped(left, right));
    }

    private static boolean isSwapped(String left, String right) {
        return left.length() > 1
                && right.length() > 1
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && rest(left, 2).equals(rest(right, 2));
    }

    private static String rest(String word, int from) {
        return word.substring(Math.min(from, word.length()));
    }
}
