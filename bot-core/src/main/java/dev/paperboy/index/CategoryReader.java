package dev.paperboy.index;

import dev.paperboy.paper.Category;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells arXiv categories from words and writes them as arXiv does, whatever the case they were typed in. */
public final class CategoryReader {

    /** The archives with lettered subjects, as in {@code cs.CL}. */
    private static final Pattern LETTERED = Pattern.compile(
            "(?<archive>cs|math|stat|eess|econ|q-bio|q-fin|nlin|astro-ph)\\.(?<subject>[a-z]{2})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORDED = Pattern.compile(
            "(?:physics\\.[a-z]{2,4}-ph|physics\\.[a-z]{4,10}|cond-mat\\.[a-z]{4,5}-[a-z]{2,4}|cond-mat\\.[a-z]{4,9})",
            Pattern.CASE_INSENSITIVE);

    /** Archives that are categories by themselves and no English words. */
    private static final Set<String> WHOLE = Set.of(
            "hep-th",
            "hep-ph",
            "hep-ex",
            "hep-lat",
            "quant-ph",
            "math-ph",
            "gr-qc",
            "astro-ph",
            "cond-mat",
            "nucl-th",
            "nucl-ex",
            "q-bio",
            "q-fin");

    private CategoryReader() {}

    /** A category that stands among plain words: only what cannot be anything else. */
    static Optional<Category> bare(String word) {
        if (word.indexOf('.') < 0 && word.indexOf('-') < 0) {
            return Optional.empty();
        }
        String code = withoutStar(word);
        boolean sure = LETTERED.matcher(code).matches()
                || WORDED.matcher(code).matches()
                || WHOLE.contains(code.toLowerCase(Locale.ROOT))
                || (word.contains(".*") && value(word).isPresent());
        return sure ? value(word) : Optional.empty();
    }

    /** A category after {@code cat:}; {@code cs.*} and {@code cs} mean the whole archive. */
    public static Optional<Category> value(String text) {
        String code = withoutStar(text);
        Matcher lettered = LETTERED.matcher(code);
        String canonical = lettered.matches()
                ? lettered.group("archive").toLowerCase(Locale.ROOT)
                        + "."
                        + lettered.group("subject").toUpperCase(Locale.ROOT)
                : code.toLowerCase(Locale.ROOT);
        return canonical.length() <= 30 && Category.looksLike(canonical)
                ? Optional.of(new Category(canonical))
                : Optional.empty();
    }

    private static String withoutStar(String text) {
        String code = text.endsWith(",") || text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        return code.endsWith(".*") ? code.substring(0, code.length() - 2) : code;
    }
}
