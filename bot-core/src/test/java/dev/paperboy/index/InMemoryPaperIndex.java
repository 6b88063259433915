package dev.paperboy.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.chat.Excerpt;
import dev.paperboy.index.Clause.Field;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A paper index that looks at every paper: slow, short, and honest enough for tests. */
public final class InMemoryPaperIndex implements PaperIndex {

    /** Every search takes every paper apart. */
    private static final Cache<String, List<String>> WORDS =
            Caffeine.newBuilder().maximumSize(2000).build();

    private final Map<PaperId, Paper> papers = new LinkedHashMap<>();
    /** Vectors beside the texts that they stand for. */
    private final Map<PaperId, Map.Entry<String, float[]>> vectors = new HashMap<>();

    private long generation;
    private Consumer<Collection<Paper>> beforeAdding = _ -> {};

    /** An index that holds these papers. */
    public static InMemoryPaperIndex of(Collection<Paper> papers) {
        InMemoryPaperIndex index = new InMemoryPaperIndex();
        index.add(papers);
        return index;
    }

    /** Has something happen before each batch, such as a delay or a failure. */
    public void beforeAdding(Consumer<Collection<Paper>> happens) {
        beforeAdding = happens;
    }

    @Override
    public synchronized Added add(Collection<Paper> batch) {
        beforeAdding.accept(batch);
        Map<PaperId, Paper> before = new HashMap<>(papers);
        batch.forEach(this::add);
        int imported = papers.size() - before.size();
        generation += papers.equals(before) ? 0 : 1;
        return new Added(imported, batch.size() - imported);
    }

    private void add(Paper paper) {
        PaperId id = paper.id().isArxiv()
                ? paper.id()
                : find(paper.id()).map(Paper::id).orElse(paper.id());
        Optional<PaperId> doi = paper.links().doi().flatMap(PaperId::doi).filter(_ -> id.isArxiv());
        doi.map(papers::remove)
                .ifPresent(twin -> papers.merge(id, twin.withId(id), (own, other) -> other.updatedBy(own)));
        papers.merge(id, paper.withId(id), Paper::updatedBy);
    }

    @Override
    public synchronized Added addAll(Iterator<Paper> all, Consumer<Added> acknowledged) {
        List<Paper> batch = new ArrayList<>();
        all.forEachRemaining(batch::add);
        Added added = add(batch);
        acknowledged.accept(added);
        return added;
    }

    @Override
    public synchronized int updatePopularity(Map<PaperId, Popularity> counts) {
        Map<PaperId, Paper> before = new HashMap<>(papers);
        Map<PaperId, Paper> known = findAll(counts.keySet());
        known.forEach((id, paper) ->
                papers.put(paper.id(), paper.withPopularity(counts.getOrDefault(id, paper.popularity()))));
        generation += papers.equals(before) ? 0 : 1;
        return known.size();
    }

    @Override
    public synchronized Optional<Paper> find(PaperId id) {
        return Optional.ofNullable(papers.get(id))
                .or(() -> papers.values().stream()
                        .filter(paper ->
                                paper.links().doi().flatMap(PaperId::doi).equals(Optional.of(id)))
                        .findFirst());
    }

    @Override
    public synchronized Map<PaperId, Paper> findAll(Collection<PaperId> ids) {
        Map<PaperId, Paper> found = new LinkedHashMap<>();
        ids.forEach(id -> find(id).ifPresent(paper -> found.put(id, paper)));
        return found;
    }

    @Override
    public synchronized SearchPage search(PaperQuery typed) {
        if (!typed.isSearchable()) {
            return SearchPage.none(typed);
        }
        PaperQuery query = new SlowSpelling(papers.values().stream()
                        .map(paper -> words(text(paper) + names(paper)))
                        .toList())
                .corrected(typed);
        List<Paper> sorted = papers.values().stream()
                .filter(paper -> fits(paper, query.clause(), query.sort() != PaperQuery.Sort.BEST))
                .sorted(order(query.sort(), query.clause()))
                .toList();
        List<Hit> hits = IntStream.range(0, sorted.size())
                .skip(query.offset())
                .limit(query.limit())
                .mapToObj(i -> new Hit(i + 1, sorted.get(i), score(sorted.get(i), query.clause())))
                .toList();
        return new SearchPage(query, hits, sorted.size(), true);
    }

    @Override
    public Optional<Excerpt> excerpt(PaperQuery query, Paper paper) {
        return BruteForceExcerpts.of(query.sought(), paper.paragraph());
    }

    @Override
    public synchronized List<Likeness> similar(PaperId id, int limit) {
        return find(id).map(paper -> likenesses(paper, limit)).orElse(List.of());
    }

    @Override
    public synchronized List<Recommendation> recommend(
            Taste taste, PaperQuery within, Set<PaperId> without, int limit) {
        List<Paper> likes = List.copyOf(findAll(taste.likes()).values());
        List<Paper> dislikes = List.copyOf(findAll(taste.dislikes()).values());
        Set<Paper> known = new HashSet<>(findAll(without).values());
        known.addAll(likes);
        known.addAll(dislikes);
        Map<Paper, Integer> scores = new LinkedHashMap<>();
        papers.values().stream()
                .filter(paper -> !known.contains(paper) && fits(paper, within.clause(), true))
                .filter(paper -> shared(likes, paper) > 0)
                .forEach(paper -> scores.put(paper, shared(likes, paper) - shared(dislikes, paper)));
        List<Paper> best = scores.keySet().stream()
                .sorted(Comparator.comparingInt(paper -> -scores.getOrDefault(paper, 0)))
                .limit(limit)
                .toList();
        return IntStream.range(0, best.size())
                .mapToObj(i -> recommendation(i + 1, best.get(i), scores.getOrDefault(best.get(i), 0), likes))
                .toList();
    }

    private static Recommendation recommendation(int rank, Paper paper, int score, List<Paper> likes) {
        Paper because = likes.stream()
                .max(Comparator.comparingInt(like -> shared(List.of(like), paper)))
                .orElseThrow();
        return new Recommendation(
                new Hit(rank, paper, score), because, shared(new HashSet<>(words(text(because))), paper));
    }

    private static int shared(List<Paper> papers, Paper other) {
        return papers.stream()
                .mapToInt(paper ->
                        shared(new HashSet<>(words(text(paper))), other).size())
                .sum();
    }

    @Override
    public synchronized Set<PaperId> matching(PaperQuery query, Set<PaperId> among) {
        return among.stream()
                .filter(id -> papers.containsKey(id) && fits(papers.get(id), query.clause(), true))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public synchronized SearchPage fitting(PaperQuery query) {
        List<Paper> fitting = papers.values().stream()
                .filter(paper -> fits(paper, query.clause(), true))
                .sorted(order(PaperQuery.Sort.TOP, query.clause()))
                .toList();
        List<Hit> hits = IntStream.range(query.offset(), Math.min(fitting.size(), query.offset() + query.limit()))
                .mapToObj(i -> new Hit(i + 1, fitting.get(i), 0))
                .toList();
        return new SearchPage(query, hits, fitting.size(), true);
    }

    @Override
    public synchronized List<Suggestion> suggest(String typed, int limit) {
        String wanted = String.join(" ", words(typed));
        if (wanted.isEmpty()) {
            return List.of();
        }
        return papers.values().stream()
                .flatMap(paper -> Stream.concat(
                        Stream.of(Suggestion.title(paper.id(), paper.title())),
                        paper.authors().stream().map(author -> Suggestion.author(author.name()))))
                .filter(line -> (" " + String.join(" ", words(line.label()))).contains(" " + wanted))
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Paper> unembedded(int limit) {
        return papers.values().stream()
                .filter(paper -> !isEmbedded(paper))
                .sorted(Comparator.comparing((Paper paper) -> paper.published().orElse(Instant.MIN))
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int embed(Map<Paper, float[]> batch) {
        int kept = 0;
        for (Map.Entry<Paper, float[]> each : batch.entrySet()) {
            Optional<Paper> now = find(each.getKey().id());
            if (now.map(PaperIndex::embeddedText).equals(Optional.of(PaperIndex.embeddedText(each.getKey())))) {
                vectors.put(now.orElseThrow().id(), Map.entry(PaperIndex.embeddedText(each.getKey()), each.getValue()));
                kept++;
            }
        }
        generation += kept == 0 ? 0 : 1;
        return kept;
    }

    @Override
    public synchronized int embedded() {
        return (int) papers.values().stream().filter(this::isEmbedded).count();
    }

    private boolean isEmbedded(Paper paper) {
        Map.Entry<String, float[]> vector = vectors.get(paper.id());
        return vector != null && vector.getKey().equals(PaperIndex.embeddedText(paper));
    }

    @Override
    public int renew(int limit) {
        return 0;
    }

    @Override
    public int outdated() {
        return 0;
    }

    @Override
    public synchronized long generation() {
        return generation;
    }

    @Override
    public synchronized int size() {
        return papers.size();
    }

    @Override
    public void close() {}

    private List<Likeness> likenesses(Paper paper, int limit) {
        Set<String> own = new HashSet<>(words(text(paper)));
        List<Paper> others = papers.values().stream()
                .filter(other -> !other.id().equals(paper.id()))
                .filter(other -> !shared(own, other).isEmpty())
                .sorted(Comparator.comparingInt(other -> -shared(own, other).size()))
                .limit(limit)
                .toList();
        return IntStream.range(0, others.size())
                .mapToObj(i -> new Likeness(
                        new Hit(i + 1, others.get(i), shared(own, others.get(i)).size()), shared(own, others.get(i))))
                .toList();
    }

    private static List<String> shared(Set<String> own, Paper other) {
        return words(text(other)).stream()
                .distinct()
                .filter(word -> word.length() > 3 && own.contains(word))
                .toList();
    }

    private static Comparator<Paper> order(PaperQuery.Sort sort, Clause clause) {
        Comparator<Paper> newest = Comparator.comparing(
                        (Paper paper) -> paper.published().orElse(Instant.MIN))
                .reversed();
        Comparator<Paper> noticed =
                Comparator.comparingInt(paper -> -paper.popularity().upvotes());
        return switch (sort) {
            case BEST ->
                Comparator.comparingDouble((Paper paper) -> -score(paper, clause))
                        .thenComparing(noticed)
                        .thenComparing(newest);
            case NEW -> newest;
            case TOP -> noticed.thenComparing(newest);
        };
    }

    /** One for each occurrence of a word, thrice in the title. */
    private static double score(Paper paper, Clause clause) {
        return switch (clause) {
            case Clause.Word word -> count(text(paper), word.text()) + 2 * count(paper.title(), word.text());
            case Clause.AllOf all ->
                all.clauses().stream().mapToDouble(part -> score(paper, part)).sum();
            case Clause.AnyOf any ->
                any.clauses().stream().mapToDouble(part -> score(paper, part)).sum();
            default -> 0;
        };
    }

    private static boolean fits(Paper paper, Clause clause, boolean strict) {
        return switch (clause) {
            case Clause.Word word ->
                CommonWords.only(word.text())
                        || contains(text(paper) + names(paper), word.text())
                        || isWrittenOtherwise(text(paper), word.text());
            case Clause.Phrase phrase -> contains(text(paper), phrase.text());
            case Clause.InField in
            when in.field() == Field.AUTHOR ->
                paper.authors().stream().anyMatch(author -> holdsAll(author.name(), in.text()));
            case Clause.InField in -> {
                String text = in.field() == Field.TITLE ? paper.title() : paper.abstractText();
                yield in.phrase() ? contains(text, in.text()) : holdsAll(text, in.text());
            }
            case Clause.InCategory in -> within(paper, in.category());
            case Clause.Published published -> isPublished(paper, published);
            case Clause.Has has ->
                (has.feature() == Clause.Feature.CODE
                                ? paper.links().code()
                                : paper.links().project())
                        .isPresent();
            case Clause.Named named ->
                paper.id().equals(named.id())
                        || paper.links().doi().flatMap(PaperId::doi).equals(Optional.of(named.id()));
            case Clause.Not not -> !fits(paper, not.clause(), true);
            case Clause.AllOf all -> fitsAll(paper, all.clauses(), strict);
            case Clause.AnyOf any -> any.clauses().stream().anyMatch(part -> fits(paper, part, true));
        };
    }

    /** In a ranking search some of the plain words may be missing, but not all. */
    private static boolean fitsAll(Paper paper, List<Clause> clauses, boolean strict) {
        Map<Boolean, List<Clause>> parts =
                clauses.stream().collect(Collectors.partitioningBy(part -> !strict && part instanceof Clause.Word));
        List<Clause> words = parts.getOrDefault(true, List.of());
        return parts.getOrDefault(false, List.of()).stream().allMatch(part -> fits(paper, part, true))
                && (words.isEmpty()
                        || words.stream()
                                .filter(word -> !CommonWords.only(word.written()))
                                .anyMatch(word -> fits(paper, word, true)));
    }

    private static boolean within(Paper paper, Category wanted) {
        return paper.categories().stream().anyMatch(category -> category.within(wanted));
    }

    private static boolean isPublished(Paper paper, Clause.Published range) {
        return paper.published()
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                .filter(day -> !day.isBefore(range.from()) && !day.isAfter(range.to()))
                .isPresent();
    }

    private static String text(Paper paper) {
        return paper.title() + " . " + paper.abstractText();
    }

    private static String names(Paper paper) {
        return paper.authors().stream().map(Author::name).collect(Collectors.joining(" . ", " . ", ""));
    }

    private static boolean contains(String text, String words) {
        return count(text, words) > 0;
    }

    /** As one word, or in several; with marks that are no letters, or in TeX. */
    private static boolean isWrittenOtherwise(String text, String word) {
        return Arrays.stream(text.split("[\\s,.:;()]+"))
                .flatMap(InMemoryPaperIndex::wholes)
                .anyMatch(form -> !form.isEmpty() && form.equals(whole(word)));
    }

    private static Stream<String> wholes(String chunk) {
        String[] parts = chunk.split("[-\u2011]");
        return IntStream.range(0, parts.length)
                .boxed()
                .flatMap(from -> IntStream.rangeClosed(from + 1, parts.length)
                        .mapToObj(
                                to -> whole(String.join("", Arrays.asList(parts).subList(from, to)))));
    }

    private static String whole(String word) {
        return word.replace("\\ell", "l").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+#]", "");
    }

    private static int count(String text, String words) {
        List<String> wanted = words(words);
        List<String> all = words(text);
        return wanted.isEmpty()
                ? 0
                : (int) IntStream.rangeClosed(0, all.size() - wanted.size())
                        .filter(i -> all.subList(i, i + wanted.size()).equals(wanted))
                        .count();
    }

    private static boolean holdsAll(String text, String words) {
        return new HashSet<>(words(text)).containsAll(words(words));
    }

    /** Words without accents and plural endings; each Chinese character is one. */
    static List<String> words(String text) {
        return WORDS.get(text, InMemoryPaperIndex::split);
    }

    private static List<String> split(String text) {
        String plain = Normalizer.normalize(text.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("(\\p{IsHan})", " $1 ")
                .replaceAll("(\\p{IsExtended_Pictographic})", " $1 ")
                .replaceAll("[^\\p{L}\\p{N}\\p{IsExtended_Pictographic}]+", " ")
                .strip();
        return plain.isEmpty()
                ? List.of()
                : Arrays.stream(plain.split(" "))
                        .map(word -> word.replaceAll("(?<=\\w{3})s$", ""))
                        .toList();
    }
}
