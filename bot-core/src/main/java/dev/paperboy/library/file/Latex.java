package dev.paperboy.library.file;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plain text as LaTeX that shows it, and back. Letters with accents become LaTeX's own accents, which every version of BibTeX
 * reads; what no accent makes stays Unicode. Braces are balanced, since BibTeX ends a field by counting them. A formula of a title stays a formula if all its commands only draw
 * something: titles are strangers' text, and {@code \input} is a command too.
 */
final class Latex {

    /** Amounts of money are none: no space within the signs, no digit behind them. */
    private static final Pattern FORMULA =
            Pattern.compile("(?<!\\\\)\\$(?=\\S)(?<inner>[^$]+)(?<![\\\\\\s])\\$(?!\\d)");

    private static final Pattern COMMAND = Pattern.compile("\\\\(?<name>[A-Za-z]+|.|$)", Pattern.DOTALL);

    /** What only draws something, by name. */
    private static final Set<String> DRAWING = Stream.of(
                    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi",
                    "rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi",
                    "Psi Omega mathbb mathcal mathrm mathbf mathit mathsf mathfrak boldsymbol text textit textbf textrm",
                    "frac sqrt sum prod int lim infty ell to rightarrow leftarrow Rightarrow leftrightarrow times cdot",
                    "cdots ldots dots pm mp le leq ge geq ne neq ll gg approx sim simeq equiv propto in notin subset",
                    "subseteq cup cap setminus forall exists nabla partial log ln exp sin cos tan min max arg sup inf",
                    "det dim ker hat tilde bar vec dot ddot overline underline widehat widetilde star ast circ dagger",
                    "prime langle rangle lfloor rfloor lceil rceil left right mid parallel perp otimes oplus wedge vee",
                    "emptyset hbar quad qquad mathop operatorname bf it rm sf cal deg")
            .flatMap(names -> Stream.of(names.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> DRAWING_MARKS = Set.of(",", ";", ":", "!", " ", "{", "}", "%", "&", "#", "_", "|");

    private static final Map<Character, String> ACCENTS = Map.ofEntries(
            Map.entry('\u0300', "`"),
            Map.entry('\u0301', "'"),
            Map.entry('\u0302', "^"),
            Map.entry('\u0303', "~"),
            Map.entry('\u0304', "="),
            Map.entry('\u0306', "u"),
            Map.entry('\u0307', "."),
            Map.entry('\u0308', "\""),
            Map.entry('\u030A', "r"),
            Map.entry('\u030B', "H"),
            Map.entry('\u030C', "v"),
            Map.entry('\u0323', "d"),
            Map.entry('\u0327', "c"),
            Map.entry('\u0328', "k"));

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("\\", "\\textbackslash{}"),
            Map.entry("{", "\\{"),
            Map.entry("}", "\\}"),
            Map.entry("$", "\\$"),
            Map.entry("&", "\\&"),
            Map.entry("%", "\\%"),
            Map.entry("#", "\\#"),
            Map.entry("_", "\\_"),
            Map.entry("~", "\\textasciitilde{}"),
            Map.entry("^", "\\textasciicircum{}"),
            Map.entry("<", "\\textless{}"),
            Map.entry(">", "\\textgreater{}"),
            Map.entry("ß", "{\\ss}"),
            Map.entry("æ", "{\\ae}"),
            Map.entry("Æ", "{\\AE}"),
            Map.entry("œ", "{\\oe}"),
            Map.entry("Œ", "{\\OE}"),
            Map.entry("ø", "{\\o}"),
            Map.entry("Ø", "{\\O}"),
            Map.entry("ł", "{\\l}"),
            Map.entry("Ł", "{\\L}"),
            Map.entry("ı", "{\\i}"),
            Map.entry("–", "--"),
            Map.entry("—", "---"),
            Map.entry("‘", "`"),
            Map.entry("’", "'"),
            Map.entry("“", "``"),
            Map.entry("”", "''"),
            Map.entry("\u00A0", "~"));

    /** For a text whose braces do not pair; some readers know them less well. */
    private static final Map<Integer, String> LONE_BRACES =
            Map.of((int) '{', "\\textbraceleft{}", (int) '}', "\\textbraceright{}");

    /** Signs that LaTeX shows as they are, though {@link #of} writes them as everybody's keyboards can. */
    private static final Set<String> TYPOGRAPHY = Set.of("–", "—", "‘", "’", "“", "”");

    /** What a command shows, by its name without backslash. */
    private static final Map<String, String> SHOWN = Stream.concat(
                    SIGNS.entrySet().stream(),
                    LONE_BRACES.entrySet().stream()
                            .map(brace -> Map.entry(Character.toString(brace.getKey()), brace.getValue())))
            .filter(sign -> sign.getValue().matches("\\{?\\\\[A-Za-z]+(\\{}|})"))
            .collect(Collectors.toUnmodifiableMap(
                    sign -> sign.getValue().replaceAll("[^A-Za-z]", ""), Map.Entry::getKey));

    private static final Map<String, Character> MARKS =
            ACCENTS.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    /** What TeX makes of several signs. */
    private static final Map<String, String> LIGATURES = Map.of("---", "—", "--", "–", "``", "“", "''", "”");

    private static final Pattern WRITTEN = Pattern.compile(
            "\\\\(?<accent>[`'^\"~=.]|[uvHcdkr](?![A-Za-z]))\\s*+\\{?+\\s*+"
                    + "(?:\\\\(?<dotless>[ij])(?![A-Za-z])|(?<letter>\\p{L}))(?:\\s*+\\})?+"
                    + "|(?<formula>\\$[^$]+\\$)"
                    + "|\\\\(?<command>[A-Za-z]+)(?:\\{\\}|\\s+)?"
                    + "|\\\\(?<escaped>.)"
                    + "|(?<ligature>---?|``|'')"
                    + "|(?<tie>~)"
                    + "|[{}]",
            Pattern.DOTALL);

    private Latex() {}

    /** What LaTeX shows, as plain text with its formulas: of a command that is not known, what it is about stays. */
    static String read(String latex) {
        String text = WRITTEN.matcher(latex).replaceAll(token -> Matcher.quoteReplacement(shown(token)));
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String shown(MatchResult token) {
        String accent = token.group("accent");
        if (accent != null) {
            String letter = token.group("letter");
            return (letter == null ? token.group("dotless") : letter) + MARKS.get(accent);
        }
        if (token.group("formula") != null) {
            return token.group("formula");
        }
        if (token.group("command") != null) {
            return SHOWN.getOrDefault(token.group("command"), "");
        }
        if (token.group("ligature") != null) {
            return LIGATURES.getOrDefault(token.group("ligature"), "");
        }
        String escaped = token.group("escaped");
        return escaped != null ? escaped : token.group("tie") == null ? "" : "\u00A0";
    }

    /** A text of one line. */
    static String of(String text) {
        return of(text, isBalanced(text));
    }

    private static String of(String text, boolean balanced) {
        StringBuilder written = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(sign -> written.append(balanced ? sign(sign) : LONE_BRACES.getOrDefault(sign, sign(sign))));
        return written.toString();
    }

    /** A text of one line that {@link #read} gives back sign for sign: what TeX would draw together is kept apart. */
    static String exactly(String text) {
        boolean balanced = isBalanced(text);
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(Character::toString)
                .map(sign -> TYPOGRAPHY.contains(sign) ? sign : of(sign, balanced))
                .collect(Collectors.joining())
                .replaceAll("(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)", "{}");
    }

    /** BibTeX ends a field by counting braces, those behind a backslash too. */
    private static boolean isBalanced(String text) {
        int depth = 0;
        for (int i = 0; i < text.length() && depth >= 0; i++) {
            char sign = text.charAt(i);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
        }
        return depth == 0;
    }

    /** A title: its formulas stay, and what must keep its capitals is put in braces. */
    static String title(String title) {
        boolean balanced = isBalanced(title);
        StringBuilder written = new StringBuilder();
        Matcher formula = FORMULA.matcher(title);
        int end = 0;
        while (formula.find()) {
            if (onlyDraws(formula.group("inner"))) {
                written.append(words(title.substring(end, formula.start()), balanced))
                        .append('{')
                        .append(formula.group())
                        .append('}');
                end = formula.end();
            }
        }
        return written.append(words(title.substring(end), balanced)).toString();
    }

    private static boolean onlyDraws(String formula) {
        String bare = COMMAND.matcher(formula).replaceAll("");
        return isBalanced(formula)
                && bare.codePoints().noneMatch(sign -> sign == '%' || sign == '#' || sign == '&' || sign == '~')
                && COMMAND.matcher(formula)
                        .results()
                        .map(command -> command.group("name"))
                        .allMatch(name -> DRAWING.contains(name) || DRAWING_MARKS.contains(name));
    }

    private static String words(String text, boolean balanced) {
        return Stream.of(text.split("(?<=\\s)|(?=\\s)"))
                .map(word -> keepsCapitals(word) ? "{" + of(word, balanced) + "}" : of(word, balanced))
                .collect(Collectors.joining());
    }

    /**
     * Bibliography styles write titles small; {@code BERT4Rec}, {@code GPT-4} and {@code C++} are names, while
     * {@code Fine-Tuning} is none.
     */
    private static boolean keepsCapitals(String word) {
        return Stream.of(word.split("[-\u2010\u2011\u2013/]")).anyMatch(Latex::isName);
    }

    private static boolean isName(String part) {
        boolean capital = part.codePoints().anyMatch(Character::isUpperCase);
        boolean inside = part.codePoints().filter(Character::isLetter).skip(1).anyMatch(Character::isUpperCase);
        boolean digits = part.codePoints().anyMatch(Character::isDigit);
        boolean single = part.codePoints().filter(Character::isLetter).count() == 1 && !part.startsWith("A");
        return capital && (inside || digits || single);
    }

    private static String sign(int sign) {
        String text = Character.toString(sign);
        String known = SIGNS.get(text);
        if (known != null || sign < 0x80) {
            return known == null ? text : known;
        }
        String parts = Normalizer.normalize(text, Normalizer.Form.NFD);
        String accent = parts.length() == 2 && parts.charAt(0) < 0x80 ? ACCENTS.get(parts.charAt(1)) : null;
        return accent == null ? text : "{\\" + accent + "{" + parts.charAt(0) + "}}";
    }
}
