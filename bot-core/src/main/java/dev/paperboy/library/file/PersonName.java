package dev.paperboy.library.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An author's name in the parts by which bibliographies sort it. Sources write names whole, so the parts are a reading:
 * lower-case words before the last one are particles, as BibTeX has it; so are a few that people write with a capital.
 *
 * @param given what comes first, possibly empty
 * @param particle {@code van der}, possibly empty
 * @param family never empty; of a group, its whole name
 * @param suffix {@code Jr.}, possibly empty
 * @param group whether it is not a person, or one known by a single name
 */
record PersonName(String given, String particle, String family, String suffix, boolean group) {

    private static final Set<String> SUFFIXES = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");
    private static final Set<String> CAPITAL_PARTICLES =
            Set.of("De", "Di", "Da", "Del", "Della", "Dos", "Du", "La", "Le", "Van", "Von");
    /** {@code Van} and {@code Le} before one of these are given names. */
    private static final Set<String> VIETNAMESE = Set.of(
            "bui", "dang", "dao", "dinh", "do", "doan", "duong", "ho", "hoang", "huynh", "lam", "le", "luu", "ly",
            "mai", "ngo", "nguyen", "pham", "phan", "tran", "trinh", "truong", "vo", "vu");

    private static final Set<String> GROUPS = Set.of(
            "ai",
            "authors",
            "collaboration",
            "consortium",
            "corporation",
            "group",
            "inc",
            "inc.",
            "institute",
            "lab",
            "labs",
            "project",
            "research",
            "team",
            "university");

    /** Reads a name as a source writes it, in either order. */
    static PersonName of(String name) {
        List<String> parts =
                Arrays.stream(name.split(",", -1)).map(String::strip).toList();
        boolean two = parts.size() == 2 && parts.stream().noneMatch(String::isEmpty);
        if (two && isSuffix(parts.get(1))) {
            return ordered(words(parts.get(0)), parts.get(1));
        }
        if (two) {
            PersonName family = ordered(words("X " + parts.get(0)), "");
            return new PersonName(parts.get(1), family.particle, family.family, "", false);
        }
        List<String> words = words(name);
        if (parts.size() > 1
                || words.size() < 2
                || GROUPS.contains(words.getLast().toLowerCase(Locale.ROOT))) {
            return new PersonName("", "", name, "", true);
        }
        boolean suffixed = words.size() > 2 && isSuffix(words.getLast());
        return suffixed ? ordered(words.subList(0, words.size() - 1), words.getLast()) : ordered(words, "");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static boolean isSuffix(String word) {
        return SUFFIXES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Given names, particles, family name, in this order. */
    private static PersonName ordered(List<String> words, String suffix) {
        int last = words.size() - 1;
        int start = last;
        for (int i = 1; i < last && start == last; i++) {
            start = isParticle(words, i) ? i : start;
        }
        int family = start;
        List<String> particles = new ArrayList<>();
        while (family < last && Character.isLowerCase(words.get(family).codePointAt(0))) {
            particles.add(words.get(family++));
        }
        return new PersonName(
                String.join(" ", words.subList(0, start)),
                String.join(" ", particles),
                String.join(" ", words.subList(family, words.size())),
                suffix,
                false);
    }

    private static boolean isParticle(List<String> words, int at) {
        String word = words.get(at);
        return Character.isLowerCase(word.codePointAt(0))
                || (CAPITAL_PARTICLES.contains(word)
                        && !VIETNAMESE.contains(words.getLast().toLowerCase(Locale.ROOT)));
    }

    /** Family name first, with its particle. */
    String inverted() {
        String full = particle.isEmpty() ? family : particle + " " + family;
        return given.isEmpty() ? full : full + ", " + given + (suffix.isEmpty() ? "" : ", " + suffix);
    }
}
