package dev.paperboy.paper;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An arXiv category, such as {@code cs.CL} or {@code hep-th}.
 *
 * @param code the code as arXiv writes it, archive in lower case, never blank
 */
public record Category(String code) {

    /** Twice what arXiv's longest code has: no stranger's text becomes a term that the index cannot hold. */
    public static final int MAX_LENGTH = 40;

    private static final Pattern CODE = Pattern.compile("[a-z]+(?:-[a-z]+)*(?:\\.[A-Za-z-]+)?");

    public Category {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not an arXiv category: '" + code + "'");
        }
    }

    /** Whether a stranger's text may be taken for a category: it has the shape of one and is not too long. */
    public static boolean looksLike(String text) {
        return text.length() <= MAX_LENGTH && CODE.matcher(text).matches();
    }

    /** The categories among some texts, each once; retired and foreign classes are left out. */
    public static List<Category> among(Stream<String> texts) {
        return texts.map(String::strip)
                .filter(Category::looksLike)
                .map(Category::new)
                .distinct()
                .toList();
    }

    /** Whether this category is {@code other}, or lies in the archive that {@code other} names ({@code cs}). */
    public boolean within(Category other) {
        return code.equalsIgnoreCase(other.code)
                || code.regionMatches(true, 0, other.code + ".", 0, other.code.length() + 1);
    }
}
