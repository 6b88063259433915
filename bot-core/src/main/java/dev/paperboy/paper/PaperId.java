package dev.paperboy.paper;

import java.net.URI;
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
    /** What stands before an id on its known routes; cut away so that the id begins at a boundary. */
    private static final Pattern ROUTE = Pattern.compile(
            "(?:https?://)?(?:[a-z-]+\\.)*(?:arxiv\\.org/(?:abs|pdf|html|ps|format)/|alphaxiv\\.org/(?:abs|pdf|overview)/"
                    + "|huggingface\\.co/papers/|hf\\.co/papers/)"
                    + "|(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)?10\\.48550/arxiv\\."
                    + "|oai:arxiv\\.org:|arxiv:\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DOI = Pattern.compile(
            "(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*|(?<![\\w/.]))(?<doi>10\\.\\d{4,9}/[^\\s\"<>]+)",
            Pattern.CASE_INSENSITIVE);

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
        if (bare.startsWith("title:") && bare.length() <= MAX_LENGTH && bare.matches("title:[\\p{L}\\p{N}-]+")) {
            return Optional.of(new PaperId(bare));
        }
        if (bare.isEmpty() || bare.length() > MAX_LENGTH || bare.chars().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        String rest =
                ROUTE.matcher(bare).replaceFirst("").replaceAll("[?#].*$", "").replaceAll("/$", "");
        Matcher arxiv = ARXIV.matcher(rest);
        if (arxiv.matches()) {
            return Optional.of(arxiv(arxiv.group("id")));
        }
        Matcher doi = DOI.matcher(bare);
        return doi.matches() ? doi(doi.group("doi")) : Optional.empty();
    }

    /** The first paper named anywhere in a text, with its version; empty if none is. */
    public static Optional<Mention> mention(String text) {
        Matcher arxiv = ARXIV.matcher(ROUTE.matcher(text).replaceAll(" "));
        if (arxiv.find()) {
            return Optional.of(new Mention(
                    arxiv(arxiv.group("id")),
                    Optional.ofNullable(arxiv.group("version")).map(Integer::valueOf)));
        }
        Matcher doi = DOI.matcher(text);
        return doi.find() ? doi(doi.group("doi")).map(id -> new Mention(id, Optional.empty())) : Optional.empty();
    }

    /** The id of a DOI that is known to be one; empty if it is too long to keep. */
    public static Optional<PaperId> doi(String doi) {
        String canonical = doi.strip().toLowerCase(Locale.ROOT).replaceAll("[.,;:)\\]}?!]+$", "");
        if (canonical.startsWith("10.48550/arxiv.")) {
            return parse(canonical);
        }
        return "doi:".length() + canonical.length() > MAX_LENGTH || canonical.isEmpty()
                ? Optional.empty()
                : Optional.of(new PaperId("doi:" + canonical));
    }

    /** The id of a record that is known by its title alone: letters and digits of the title, joined by hyphens. */
    public static PaperId ofTitle(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String slug = plain.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String bounded = slug.length() > 150 ? slug.substring(0, 150) : slug;
        return new PaperId("title:" + (bounded.isEmpty() ? "untitled" : bounded));
    }

    /** Whether the paper is on arXiv, so that its abstract page, PDF and Hugging Face page have addresses. */
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

    /** The PDF of an arXiv paper. */
    public Optional<URI> pdfUrl() {
        return isArxiv() ? Optional.of(URI.create("https://arxiv.org/pdf/" + value)) : Optional.empty();
    }

    /** The Hugging Face page of an arXiv paper. */
    public Optional<URI> huggingFaceUrl() {
        return isArxiv() ? Optional.of(URI.create("https://huggingface.co/papers/" + value)) : Optional.empty();
    }

    @Override
    public int compareTo(PaperId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static PaperId arxiv(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        int slash = lower.indexOf('/');
        // math.GT/0309136 and math/0309136 are the same paper: the subject class is not part of the identity.
        int dot = slash < 0 ? -1 : lower.indexOf('.');
        return new PaperId(dot < 0 || dot > slash ? lower : lower.substring(0, dot) + lower.substring(slash));
    }
}
