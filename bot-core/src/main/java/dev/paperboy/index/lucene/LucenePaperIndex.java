package dev.paperboy.index.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.paperboy.chat.Excerpt;
import dev.paperboy.index.Added;
import dev.paperboy.index.Clause;
import dev.paperboy.index.Embedder;
import dev.paperboy.index.EmbedderException;
import dev.paperboy.index.Likeness;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperIndexException;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.Recommendation;
import dev.paperboy.index.SearchPage;
import dev.paperboy.index.Suggestion;
import dev.paperboy.index.Taste;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded paper index on Apache Lucene, in one folder.
 *
 * <p>One process writes, any number read. A batch is acknowledged after Lucene's commit, which fsyncs; only then do
 * readers see it, so that nothing is ever found that a crash could take back. Caches are keyed by generation and day.
 */
public final class LucenePaperIndex implements PaperIndex {

    private static final Logger LOG = LoggerFactory.getLogger(LucenePaperIndex.class);

    /** How many hits all cached pages may hold together: about 20 MB. */
    private static final long HITS_CACHED = 5_000;

    private static final long TYPINGS_CACHED = 2_000;
    /** Vectors of 1.5 kB: pages of one question, and the question after the index has changed. */
    private static final long QUESTIONS_CACHED = 1_000;

    /** What a page of hits depends on: not how the query was typed. */
    private record PageKey(
            Clause clause,
            PaperQuery.Sort sort,
            int offset,
            int limit,
            String question,
            long generation,
            LocalDate day) {}

    private record TypingKey(String typed, int limit, long generation) {}

    private final IndexFolder folder;
    private final Readers readers;
    private final @Nullable Writing writing;
    private final InstantSource clock;
    private final Optional<Embedder> embedder;
    private final RankingQuery ranking = new RankingQuery();
    private final ClauseQueries strict = new ClauseQueries(false);
    private final Excerpts excerpts = new Excerpts();
    private final Turns turns = new Turns(Runtime.getRuntime().availableProcessors());

    private final Cache<PageKey, SearchPage> pages = Caffeine.newBuilder()
            .maximumWeight(HITS_CACHED)
            .weigher((PageKey _, SearchPage page) -> 1 + page.hits().size())
            .recordStats()
            .build();
    private final Cache<String, float[]> questions =
            Caffeine.newBuilder().maximumSize(QUESTIONS_CACHED).recordStats().build();
    private final Cache<TypingKey, List<Suggestion>> typings =
            Caffeine.newBuilder().maximumSize(TYPINGS_CACHED).recordStats().build();

    private LucenePaperIndex(
            IndexFolder folder,
            Readers readers,
            @Nullable Writing writing,
            InstantSource clock,
            Optional<Embedder> embedder) {
        this.folder = folder;
        this.readers = readers;
        this.writing = writing;
        this.clock = clock;
        this.embedder = embedder;
    }

    /**
     * Opens the index in a folder for reading and writing, making it if it is not there.
     *
     * @param clock says what is recent
     * @param embedder understands meaning; without one papers are found by words alone
     * <p>Every byte is compared with its checksum. A damaged index is set aside and rebuilt from what can still be read,
     * which may take minutes; the log tells what was lost. One that an older version wrote serves at once, see {@link
     * #renew}.
     *
     * @throws PaperIndexException if another process writes there, or a newer version of this program wrote it
     */
    public static LucenePaperIndex open(Path folder, InstantSource clock, Optional<Embedder> embedder) {
        IndexFolder place = new IndexFolder(folder);
        place.mend(clock.instant());
        Writing writing = Writing.open(place);
        return new LucenePaperIndex(place, writing.readers(), writing, clock, embedder);
    }

    /** Opens the index in a folder for reading and writing; papers are found by their words alone. */
    public static LucenePaperIndex open(Path folder, InstantSource clock) {
        return open(folder, clock, Optional.empty());
    }

    /**
     * Opens what was last committed in a folder, even while another process writes there.
     *
     * @throws PaperIndexException if there is no index, or it is damaged or of a newer version
     */
    public static LucenePaperIndex openReadOnly(Path folder, InstantSource clock, Optional<Embedder> embedder) {
        IndexFolder place = new IndexFolder(folder);
        return new LucenePaperIndex(place, Readers.of(place, place.existing()), null, clock, embedder);
    }

    /** Opens what was last committed in a folder for reading; papers are found by their words alone. */
    public static LucenePaperIndex openReadOnly(Path folder, InstantSource clock) {
        return openReadOnly(folder, clock, Optional.empty());
    }

    @Override
    public Added add(Collection<Paper> papers) {
        return writing().add(papers);
    }

    @Override
    public Added addAll(Iterator<Paper> papers, Consumer<Added> acknowledged) {
        return writing().addAll(papers, acknowledged);
    }

    @Override
    public int updatePopularity(Map<PaperId, Popularity> counts) {
        return writing().updatePopularity(counts);
    }

    @Override
    public List<Paper> unembedded(int limit) {
        return embedder.isEmpty() ? List.of() : readers.read(reading -> reading.without(vectorField(), limit));
    }

    @Override
    public int embed(Map<Paper, float[]> vectors) {
        return writing().embed(vectorField(), vectors);
    }

    @Override
    public int embedded() {
        return embedder.isEmpty() ? 0 : readers.read(reading -> reading.count(vectorField()));
    }

    @Override
    public int renew(int limit) {
        return writing().renew(limit);
    }

    @Override
    public int outdated() {
        return readers.read(Reading::outdated);
    }

    private String vectorField() {
        return Vectors.fieldOf(embedder.orElseThrow().name());
    }

    @Override
    public Optional<Paper> find(PaperId id) {
        return readers.read(reading -> reading.find(id));
    }

    @Override
    public Map<PaperId, Paper> findAll(Collection<PaperId> ids) {
        return readers.read(reading -> {
            Map<PaperId, Paper> found = new LinkedHashMap<>();
            for (PaperId id : ids) {
                reading.find(id).ifPresent(paper -> found.put(id, paper));
            }
            return found;
        });
    }

    @Override
    public SearchPage search(PaperQuery query) {
        if (!query.isSearchable()) {
            return SearchPage.none(query);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String question = isHybrid(query) ? query.question() : "";
        PageKey key =
                new PageKey(query.clause(), query.sort(), query.offset(), query.limit(), question, generation(), today);
        Instant midnight = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        SearchPage page = Optional.ofNullable(pages.getIfPresent(key))
                .orElseGet(() -> turns.take(() -> cached(key, () -> found(query, !question.isEmpty(), midnight))));
        // The page may have been found for a query that was typed, and so read, in another way.
        return new SearchPage(query.understoodAs(page.query()), page.hits(), page.total(), page.totalExact());
    }

    /** Somebody may have asked the same while this question waited for its turn. */
    private SearchPage cached(PageKey key, Supplier<SearchPage> found) {
        SearchPage page = Optional.ofNullable(pages.getIfPresent(key)).orElseGet(found);
        pages.put(key, page);
        return page;
    }

    private SearchPage found(PaperQuery typed, boolean hybrid, Instant now) {
        PaperQuery query = readers.read(reading -> reading.meant(typed));
        return hybrid
                ? byMeaningToo(query, query.question(), now)
                : readers.read(reading -> reading.search(query, ranking, now));
    }

    private SearchPage byMeaningToo(PaperQuery query, String question, Instant now) {
        float[] vector;
        try {
            vector = vector(question);
        } catch (EmbedderException trouble) {
            LOG.warn("a question was answered by words alone: {}", trouble.getMessage());
            return readers.read(reading -> reading.search(query, ranking, now));
        }
        return readers.read(reading -> reading.search(query, ranking, vector, vectorField(), now));
    }

    private float[] vector(String question) {
        return Optional.ofNullable(questions.getIfPresent(question)).orElseGet(() -> {
            float[] vector = embedder.orElseThrow().query(question);
            questions.put(question, vector);
            return vector;
        });
    }

    /** Whether meaning can help: there are words to rank by, some papers are embedded, and the page is not too deep. */
    private boolean isHybrid(PaperQuery query) {
        return query.mode() == PaperQuery.Mode.HYBRID
                && query.sort() == PaperQuery.Sort.BEST
                && query.offset() + query.limit() <= HybridSearch.DEPTH
                && embedder.isPresent()
                && embedder.get().reads(query.question())
                && !RankingQuery.stems(query).isEmpty()
                && readers.read(reading -> reading.hasVectors(vectorField()));
    }

    @Override
    public Optional<Excerpt> excerpt(PaperQuery query, Paper paper) {
        return excerpts.of(query, paper);
    }

    @Override
    public List<Likeness> similar(PaperId id, int limit) {
        return readers.read(reading -> {
            Optional<Paper> paper = reading.find(id);
            return paper.isEmpty() || limit < 1
                    ? List.of()
                    : reading.similar(paper.get(), embedder.map(_ -> vectorField()), limit);
        });
    }

    @Override
    public List<Recommendation> recommend(Taste taste, PaperQuery within, Set<PaperId> without, int limit) {
        Optional<String> field = embedder.map(_ -> vectorField());
        return turns.take(() -> readers.read(reading ->
                new Recommender(reading, taste, field, strict.allRequired(within.clause()), without).best(limit)));
    }

    @Override
    public Set<PaperId> matching(PaperQuery query, Set<PaperId> among) {
        return among.isEmpty()
                ? Set.of()
                : readers.read(reading -> reading.matching(strict.allRequired(query.clause()), among));
    }

    @Override
    public SearchPage fitting(PaperQuery query) {
        return readers.read(reading -> reading.fitting(query, strict.allRequired(query.clause())));
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        String bounded = typed.strip().toLowerCase(Locale.ROOT);
        if (bounded.isEmpty() || bounded.length() > Suggestion.MAX_LENGTH || limit < 1) {
            return List.of();
        }
        return typings.get(
                new TypingKey(bounded, limit, generation()),
                key -> readers.read(reading -> reading.suggest(key.typed(), limit)));
    }

    @Override
    public long generation() {
        return readers.generation();
    }

    @Override
    public int size() {
        return readers.read(Reading::size);
    }

    /** By what the last loss of papers is known that damage has brought about, if there ever was one. */
    public Optional<String> loss() {
        return readers.read(reading -> IndexFolder.loss(reading.facts()));
    }

    /** Whether something that cannot be read was met since the index was opened. */
    public boolean isDamaged() {
        return folder.isDamaged();
    }

    /**
     * Compares every byte with its checksum, for half a second or for as long as the disk takes.
     *
     * @return what is damaged; empty if nothing is
     */
    public Optional<String> damage() {
        return readers.read(Reading::damage);
    }

    /** Whether a damaged index is being rebuilt, or somebody stopped in the middle of that and the next start finishes it. */
    public static boolean isBeingRebuilt(Path folder) {
        return new IndexFolder(folder).isBeingRebuilt();
    }

    /** Folders of damaged indexes that were set aside when this one was rebuilt. */
    public static List<Path> setAside(Path folder) {
        return new IndexFolder(folder).setAside();
    }

    /** How often each cache had the answer already, by name. */
    public Map<String, CacheStats> cacheStats() {
        return Map.of("search", pages.stats(), "suggest", typings.stats(), "question", questions.stats());
    }

    /** Closes the index; whatever was acknowledged is on disk already. */
    @Override
    public void close() {
        try (readers) {
            if (writing != null) {
                writing.close();
            }
        }
    }

    private Writing writing() {
        if (writing == null) {
            throw new PaperIndexException(PaperIndexException.Kind.REFUSED, "this index was opened for reading only");
        }
        return writing;
    }
}
