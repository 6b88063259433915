package dev.paperboy.paper;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one identity of a paper, without version, whatever the route by which it came.
 *
 * <p>Three shapes, told apart by their prefix: a bare arXiv id ({@code 2404.01234}, {@code hep-th/9901001}), a DOI
 * ({@code doi:10.1145/3292500.3330701}, lower case) for what is not on arXiv, and a title ({@code title:a-survey-of})
 * for a record whose source names neither. An arXiv DOI ({@code 10.48550/arXiv.…}) is the arXiv id.
 *
 * @param value the canonical text; never empty, at most {@value #MAX_LENGTH} characters, without white space
 */
public record PaperId(String value) implements Comparable<PaperId> {

    /** The longest canonical text, in characters: it stays short enough for a database key and an index term. */
    public static final int MAX_LENGTH = 200;

    private static final String NEW_STYLE = "\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5}";
    private static final String OLD_STYLE =
            "[a-z]+(?:-[a-z]+)?(?:\\.[a-z]{2,}(?:-[a-z]+)?)?/\\d{2}(?:0[1-9]|1[0-2])\\d{3}";
    private static final String VERSION = "(?:v(?<version>[1-9]\\d{0,2}))?";
    private static final Pattern ARXIV = Pattern.compile(
            "(?<![\\w./-])(?<id>" + NEW_STYLE + "|" + OLD_STYLE + ")" + VERSION + "(?:\\.pdf)?(?![\\w/-]|\\.\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final String DOI_LINK = "(?:https?://)?(?:www\\.|dx\\.)?doi\\.org/|doi:\\s*";
    /** How the DOIs begin that arXiv gives its own papers; a full stop and the id follow. */
    private static final String ARXIV_DOI = "10.48550/arxiv";
    /** What stands before an id on its known routes; cut away so that the id begins at a boundary. */
    private static final Pattern ROUTE = Pattern.compile(
            "(?:https?://)?(?:[a-z-]+\\.)*(?:arxiv\\.org/(?:abs|pdf|html|ps|format)/|alphaxiv\\.org/(?:abs|pdf|overview)/"
                    + "|ar5iv(?:\\.labs\\.arxiv)?\\.org/(?:abs|html)/|huggingface\\.co/papers/|hf\\.co/papers/)"
                    + "|(?:" + DOI_LINK + ")?10\\.48550(?:/|%2f)arxiv\\."
                    + "|oai:arxiv\\.org:|arxiv:\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DOI = Pattern.compile(
            "(?:(?<link>" + DOI_LINK + ")|(?<![\\w/.]))(?<doi>10\\.\\d{4,9}(?:/|%2f)[^\\s\"<>]+)",
            Pattern.CASE_INSENSITIVE);
    /** Marks that end a sentence or an emphasis, not a DOI. */
    private static final String CLOSING_MARKS = ".,;:?!*";

    private static final int LONGEST_SLUG = 150;

    /** An id as somebody wrote it: the paper, and the version if one was named. */
    public record Mention(PaperId id, Optional<Integer> version) {}

    /** Refuses a text that cannot be canonical; it does not parse links, see {@link #parse}. */
    public PaperId {
        if (value.isEmpty() || value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("not a paper id: '" + value + "'");
        }
    }

    /** Reads a text that is nothing but an id, link or DOI; empty if it is anything else. */
    public static Optional<PaperId> parse(String text) {
        String bare = text.strip();
        if (bare.isEmpty() || bare.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (bare.matches("title:[\\p{L}\\p{N}-]+")) {
            return Optional.of(new PaperId(bare));
        }
        Matcher doi = DOI.matcher(bare);
        return arxiv(withoutRoute(bare)).or(() -> doi.matches() ? doi(doi) : Optional.empty());
    }

    /** The first paper named anywhere in a text, with its version; empty if none is. */
    public static Optional<Mention> mention(String text) {
        Matcher arxiv = ARXIV.matcher(ROUTE.matcher(text).replaceAll(" "));
        if (arxiv.find()) {
            return Optional.of(new Mention(
                    canonical(arxiv.group("id")),
                    Optional.ofNullable(arxiv.group("version")).map(Integer::valueOf)));
        }
        Matcher doi = DOI.matcher(text);
        return doi.find() ? doi(doi).map(id -> new Mention(id, Optional.empty())) : Optional.empty();
    }

    /**
     * The id of a text that is known to be a DOI; empty if it cannot be kept, or claims to be arXiv's and holds no
     * arXiv id.
     */
    public static Optional<PaperId> doi(String doi) {
        if (doi.length() > 2 * MAX_LENGTH) {
            return Optional.empty();
        }
        String canonical = withoutClosing(doi.strip().toLowerCase(Locale.ROOT));
        if (canonical.startsWith(ARXIV_DOI)) {
            return arxiv(canonical.substring(ARXIV_DOI.length()).replaceFirst("^\\.", ""));
        }
        boolean kept = !canonical.isEmpty()
                && "doi:".length() + canonical.length() <= MAX_LENGTH
                && canonical.chars().noneMatch(Character::isWhitespace);
        return kept ? Optional.of(new PaperId("doi:" + canonical)) : Optional.empty();
    }

    /** In a link a DOI is encoded and may bring a query; written bare, those characters are its own. */
    private static Optional<PaperId> doi(Matcher found) {
        String doi = found.group("doi");
        boolean link = found.group("link") != null && found.group("link").endsWith("/");
        boolean encoded = link || doi.indexOf('/') < 0;
        String whole = link ? doi.replaceFirst("[?#].*$", "") : doi;
        return doi(encoded ? decoded(whole) : whole);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    /** Leaves out what closes the sentence around a DOI; brackets that the DOI itself opened stay. */
    private static String withoutClosing(String doi) {
        int end = doi.length();
        while (end > 0 && closes(doi.substring(0, end))) {
            end--;
        }
        return doi.substring(0, end);
    }

    private static boolean closes(String doi) {
        char last = doi.charAt(doi.length() - 1);
        return switch (last) {
            case ')' -> count(doi, ')') > count(doi, '(');
            case ']' -> count(doi, ']') > count(doi, '[');
            case '}' -> count(doi, '}') > count(doi, '{');
            default -> CLOSING_MARKS.indexOf(last) >= 0;
        };
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** The id of a record that is known by its title alone: letters and digits of the title, joined by hyphens. */
    public static PaperId ofTitle(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String slug = plain.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return new PaperId("title:" + (slug.isEmpty() ? "untitled" : bounded(slug)));
    }

    private static String bounded(String slug) {
        if (slug.length() <= LONGEST_SLUG) {
            return slug;
        }
        // A character outside the basic plane takes two places; half of one is no letter any more.
        boolean splits = Character.isHighSurrogate(slug.charAt(LONGEST_SLUG - 1));
        return slug.substring(0, splits ? LONGEST_SLUG - 1 : LONGEST_SLUG);
    }

    /** Whether the paper is on arXiv, so that it has an abstract page there. */
    public boolean isArxiv() {
        return !value.startsWith("doi:") && !value.startsWith("title:");
    }

    /** Where a person reads about the paper: its abstract page, its DOI, or a search for its title. */
    public URI url() {
        if (isArxiv()) {
            return URI.create("https://arxiv.org/abs/" + value);
        }
        if (value.startsWith("doi:")) {
            String doi = URLEncoder.encode(value.substring("doi:".length()), StandardCharsets.UTF_8);
            return URI.create("https://doi.org/" + doi.replace("%2F", "/"));
        }
        String words = value.substring("title:".length()).replace('-', ' ');
        return URI.create(
                "https://arxiv.org/search/?searchtype=title&query=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(PaperId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** What stands behind a route or alone, without a link's query and a sentence's end. */
    private static String withoutRoute(String bare) {
        Matcher route = ROUTE.matcher(bare);
        String rest = route.lookingAt() ? bare.substring(route.end()) : bare;
        return rest.replaceFirst("[?#].*$", "").replaceFirst("/$", "").replaceFirst("[.,;:!]+$", "");
    }

    private static Optional<PaperId> arxiv(String bare) {
        Matcher arxiv = ARXIV.matcher(bare);
        return arxiv.matches() ? Optional.of(canonical(arxiv.group("id"))) : Optional.empty();
    }

    private static PaperId canonical(String arxiv) {
        String lower = arxiv.toLowerCase(Locale.ROOT);
        int slash = lower.indexOf('/');
        // math.GT/0309136 and math/0309136 are the same paper: the subject class is not part of the identity.
        int dot = slash < 0 ? -1 : lower.indexOf('.');
        return new PaperId(dot < 0 || dot > slash ? lower : lower.substring(0, dot) + lower.substring(slash));
    }
}
