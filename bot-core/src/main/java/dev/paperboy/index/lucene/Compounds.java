package dev.paperboy.index.lucene;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words of several parts and names of models in the one form that all ways of writing them share: BERT-4-Rec and
 * BERT4Rec are {@code bert4rec}, GPT‑4o is {@code gpt4o}, pre-training is the stem of pretraining, D$^3$ is {@code d3},
 * $\beta$-VAE and β-VAE are {@code betava}, C++ is {@code c++}.
 *
 * <p>The words of {@link Fields#TEXT} fall apart at hyphens, which phrases need; here they stay whole.
 */
final class Compounds {

    /** Of longer ones ("state-of-the-art-but-slow") only neighbouring parts are joined. */
    static final int MAX_PARTS = 3;

    private static final int MAX_LENGTH = 40;

    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2013\\u2212]");
    /** How TeX says which letters to use, but not which letter. */
    private static final Pattern TEX_STYLE = Pattern.compile("\\\\(?:math|text|operatorname|boldsymbol)[a-z]*");

    private static final Pattern TEX_MARKS = Pattern.compile("[$\\\\{}^_]");
    private static final Pattern CANDIDATE =
            Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*(?:\\+\\+|#(?![\\p{L}\\p{N}]))?");
    private static final Pattern LETTER_AND_DIGIT = Pattern.compile(".*(?:\\p{L}\\p{N}|\\p{N}\\p{L}).*");

    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("α", "alpha"),
            Map.entry("β", "beta"),
            Map.entry("γ", "gamma"),
            Map.entry("δ", "delta"),
            Map.entry("ε", "epsilon"),
            Map.entry("ϵ", "epsilon"),
            Map.entry("ζ", "zeta"),
            Map.entry("η", "eta"),
            Map.entry("θ", "theta"),
            Map.entry("κ", "kappa"),
            Map.entry("λ", "lambda"),
            Map.entry("μ", "mu"),
            Map.entry("ν", "nu"),
            Map.entry("ξ", "xi"),
            Map.entry("π", "pi"),
            Map.entry("ρ", "rho"),
            Map.entry("σ", "sigma"),
            Map.entry("τ", "tau"),
            Map.entry("φ", "phi"),
            Map.entry("ϕ", "phi"),
            Map.entry("χ", "chi"),
            Map.entry("ψ", "psi"),
            Map.entry("ω", "omega"),
            Map.entry("Δ", "delta"),
            Map.entry("Σ", "sigma"),
            Map.entry("Φ", "phi"),
            Map.entry("Ψ", "psi"),
            Map.entry("Ω", "omega"),
            Map.entry("ℓ", "l"));

    private static final Pattern GREEK_LETTER = Pattern.compile("[" + String.join("", GREEK.keySet()) + "]");

    private Compounds() {}

    /** The forms of all compounds in a text, and of all words of letters and digits. */
    static Set<String> of(String text) {
        Set<String> forms = new LinkedHashSet<>();
        CANDIDATE.matcher(withoutTex(text)).results().map(MatchResult::group).forEach(word -> add(word, forms));
        return forms;
    }

    /** The form of words written as one; empty if it is no word. */
    static List<String> joined(List<String> words) {
        String whole = String.join("", words);
        return whole.length() > MAX_LENGTH ? List.of() : Analyzers.terms(Analyzers.ENGLISH, whole);
    }

    private static void add(String word, Set<String> forms) {
        List<String> parts = List.of(word.split("-"));
        parts.stream().filter(Compounds::isName).forEach(name -> add(List.of(name), forms));
        for (int from = 0; from < parts.size(); from++) {
            for (int to = from + 2; to <= Math.min(parts.size(), from + MAX_PARTS); to++) {
                add(parts.subList(from, to), forms);
            }
        }
    }

    private static void add(List<String> parts, Set<String> forms) {
        if (parts.stream().flatMapToInt(String::codePoints).noneMatch(Character::isLetter)) {
            return;
        }
        String last = parts.getLast();
        if (last.endsWith("+") || last.endsWith("#")) {
            forms.add(String.join("", parts).toLowerCase(Locale.ROOT));
        } else {
            forms.addAll(joined(parts));
        }
    }

    static boolean isName(String word) {
        return word.endsWith("+")
                || word.endsWith("#")
                || LETTER_AND_DIGIT.matcher(word).matches();
    }

    private static String withoutTex(String text) {
        String plain =
                DASHES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("-");
        if (plain.indexOf('$') >= 0) {
            plain = TEX_MARKS
                    .matcher(TEX_STYLE.matcher(plain.replace("\\ell", "l")).replaceAll(""))
                    .replaceAll("");
        }
        return GREEK_LETTER.matcher(plain).replaceAll(letter -> GREEK.getOrDefault(letter.group(), ""));
    }
}
