package dev.paperboy.paper;

import java.util.regex.Pattern;

/**
 * An arXiv category, such as {@code cs.CL} or {@code hep-th}.
 *
 * @param code the code as arXiv writes it, archive in lower case, never blank
 */
public record Category(String code) {

    private static final Pattern CODE = Pattern.compile("[a-z]+(?:-[a-z]+)*(?:\\.[A-Za-z-]+)?");

    public Category {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not an arXiv category: '" + code + "'");
        }
    }

    /** Whether a text has the shape of a category. */
    public static boolean looksLike(String text) {
        return CODE.matcher(text).matches();
    }

    /** Whether this category is {@code other}, or lies in the archive that {@code other} names ({@code cs}). */
    public boolean within(Category other) {
        return code.equalsIgnoreCase(other.code)
                || code.regionMatches(true, 0, other.code + ".", 0, other.code.length() + 1);
    }
}
