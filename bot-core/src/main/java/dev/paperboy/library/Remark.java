package dev.paperboy.library;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wrote to a paper on their list: {@code #recsys #seq compare with SASRec}.
 *
 * @param tags lower case, without the {@code #}; at most {@value #MOST_TAGS}
 * @param note the words beside them on one line, possibly empty; at most {@value #LONGEST_NOTE} characters
 */
public record Remark(SortedSet<String> tags, String note) {

    public static final Remark NONE = new Remark(new TreeSet<>(), "");

    /** The most tags of a paper. */
    public static final int MOST_TAGS = 10;

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 500;

    /** A letter or digit at least, so that a lone # or an issue's #- stays part of the note. */
    private static final Pattern TAG =
            Pattern.compile("(?<!\\S)#(?<tag>[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_-]{0,39})(?!\\S)");

    public Remark {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /** Reads tags and note; a text of any length, and nothing of it is cut. */
    public static Remark of(String text) {
        SortedSet<String> tags = new TreeSet<>();
        TAG.matcher(text).results().forEach(found -> tags.add(found.group("tag").toLowerCase(Locale.ROOT)));
        String note = TAG.matcher(text).replaceAll(" ").strip().replaceAll("\\s+", " ");
        return new Remark(tags, note);
    }

    /** All that was written in two places; what stands in both, once. Possibly longer than {@link #fits}. */
    Remark with(Remark other) {
        SortedSet<String> all = new TreeSet<>(tags);
        all.addAll(other.tags);
        if (note.contains(other.note)) {
            return new Remark(all, note);
        }
        return new Remark(all, other.note.contains(note) ? other.note : note + " · " + other.note);
    }

    public boolean isEmpty() {
        return tags.isEmpty() && note.isEmpty();
    }

    /** Whether it is short enough to be kept. */
    public boolean fits() {
        return tags.size() <= MOST_TAGS && note.length() <= LONGEST_NOTE;
    }

    /** As a person would write it; {@link #of} gives it back. */
    public String text() {
        return Stream.concat(tags.stream().map(tag -> "#" + tag), Stream.of(note))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
