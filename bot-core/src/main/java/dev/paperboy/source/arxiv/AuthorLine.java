package dev.paperboy.source.arxiv;

import dev.paperboy.paper.Author;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The authors of a paper as arXiv keeps them: one line of text, joined by commas and "and", with affiliations in
 * parentheses and accents in TeX ({@code Jos\'e Mu\~noz (1), and J. Smith, Jr. ((1) CERN)}).
 */
public final class AuthorLine {

    private static final Pattern INNERMOST_PARENTHESES = Pattern.compile("\\([^()]*\\)");
    private static final Pattern JOINT = Pattern.compile("\\s*[,;]\\s*and\\s+|\\s*[,;]\\s*|\\s+and\\s+|\\s+&\\s+");
    private static final Pattern SUFFIX = Pattern.compile("(?:Jr|Sr|II|III|IV|Ph\\.?D)\\.?", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("'", "\u0301"),
            Map.entry("`", "\u0300"),
            Map.entry("^", "\u0302"),
            Map.entry("\"", "\u0308"),
            Map.entry("~", "\u0303"),
            Map.entry("=", "\u0304"),
            Map.entry(".", "\u0307"),
            Map.entry("u", "\u0306"),
            Map.entry("v", "\u030C"),
            Map.entry("H", "\u030B"),
            Map.entry("c", "\u0327"),
            Map.entry("k", "\u0328"),
            Map.entry("r", "\u030A"));
    /** An accent and its letter; a doubled backslash means the same. A letter as accent needs a brace or space. */
    private static final Pattern ACCENT = Pattern.compile(
            "\\\\+(?:(['`^\"~=.])\\s*|([uvHckr])(?=[{\\s])\\s*)(?:\\{\\s*\\\\*([A-Za-z])\\s*}|\\\\*([A-Za-z]))");

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("o", "ø"),
            Map.entry("O", "Ø"),
            Map.entry("l", "ł"),
            Map.entry("L", "Ł"),
            Map.entry("ss", "ß"),
            Map.entry("ae", "æ"),
            Map.entry("AE", "Æ"),
            Map.entry("oe", "œ"),
            Map.entry("OE", "Œ"),
            Map.entry("aa", "å"),
            Map.entry("AA", "Å"),
            Map.entry("dj", "đ"),
            Map.entry("DJ", "Đ"),
            Map.entry("i", "i"),
            Map.entry("j", "j"));
    private static final Pattern LETTER =
            Pattern.compile("\\\\+(ss|ae|AE|oe|OE|aa|AA|dj|DJ|[oOlLij])(?![A-Za-z])(?:\\{}|[ ])?");

    private AuthorLine() {}

    /** The names, in order; affiliations are left out. */
    public static List<Author> read(String line) {
        List<Author> authors = new ArrayList<>();
        for (String part : JOINT.split(plain(withoutParentheses(line)))) {
            String name = part.strip();
            int last = authors.size() - 1;
            if (last >= 0 && SUFFIX.matcher(name).matches()) {
                authors.set(last, new Author(authors.get(last).name() + ", " + name));
            } else if (name.codePoints().anyMatch(Character::isLetter)) {
                authors.add(new Author(name.replaceFirst("^and\\s+", "")));
            }
        }
        return authors;
    }

    /** A text with TeX's accents and letters written out and its braces dropped. */
    static String plain(String tex) {
        String accented = ACCENT.matcher(tex)
                .replaceAll(found -> Matcher.quoteReplacement(accented(
                        found.group(1) == null ? found.group(2) : found.group(1),
                        found.group(3) == null ? found.group(4) : found.group(3))));
        String lettered = LETTER.matcher(accented).replaceAll(found -> LETTERS.getOrDefault(found.group(1), ""));
        return lettered.replaceAll("[{}]", "")
                .replace("\\", "")
                .replace('~', ' ')
                .strip();
    }

    private static String accented(String accent, String letter) {
        return Normalizer.normalize(letter + MARKS.getOrDefault(accent, ""), Normalizer.Form.NFC);
    }

    private static String withoutParentheses(String line) {
        String rest = line;
        while (true) {
            String shorter = INNERMOST_PARENTHESES.matcher(rest).replaceAll(" ");
            if (shorter.equals(rest)) {
                return rest.replaceAll("[()]", " ");
            }
            rest = shorter;
        }
    }
}
