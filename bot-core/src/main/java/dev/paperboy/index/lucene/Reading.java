package dev.paperboy.index.lucene;

import dev.paperboy.index.Hit;
import dev.paperboy.index.Likeness;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryNote;
import dev.paperboy.index.SearchPage;
import dev.paperboy.index.Suggestion;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;

/** Questions to one unchanging view of the index. */
final class Reading {

    /** Up to here totals are counted; beyond, counting would cost more than the search. */
    private static final int COUNTED = 1_000;

    /** Of papers that hold none of the words, a few are an answer and a hundred are noise. */
    private static final int NEAREST = 10;

    /** Papers looked at for likeness, by words and by meaning each. */
    private static final int CANDIDATES = 100;

    private static final Query CURRENT = new TermQuery(new Term(Fields.SCHEMA, IndexFolder.SCHEMA));

    private static final Set<String> RECORD = Set.of(Fields.RECORD);

    private final IndexSearcher searcher;

    Reading(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    int size() {
        return searcher.getIndexReader().numDocs();
    }

    long version() {
        return ((DirectoryReader) searcher.getIndexReader()).getVersion();
    }

    /** What the commit that is read says of the index as a whole. */
    Map<String, String> facts() throws IOException {
        return ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getUserData();
    }

    /** The first thing that is not as it was written. */
    Optional<String> damage() {
        try {
            for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
                ((CodecReader) segment.reader()).checkIntegrity();
            }
            return Optional.empty();
        } catch (IOException damaged) {
            return Optional.of(Damage.told(damaged));
        }
    }

    /** By its own id, else by an id that leads to it. */
    Optional<Paper> find(PaperId id) throws IOException {
        Optional<Paper> own = findOwn(id);
        return own.isPresent() || id.isArxiv() ? own : findByAlias(id);
    }

    /** By an id that leads to it. */
    Optional<Paper> findByAlias(PaperId id) throws IOException {
        return first(new TermQuery(new Term(Fields.ALIAS, id.value())));
    }

    /** By its own id alone. */
    Optional<Paper> findOwn(PaperId id) throws IOException {
        return first(new TermQuery(new Term(Fields.ID, id.value())));
    }

    /** All vectors of a paper, by field. */
    Map<String, float[]> vectors(PaperId id) throws IOException {
        ScoreDoc[] found = searcher.search(new TermQuery(new Term(Fields.ID, id.value())), 1).scoreDocs;
        return found.length == 0 ? Map.of() : Vectors.of(searcher.getIndexReader(), found[0].doc);
    }

    /** Papers that have no vector in a field, newest first. */
    List<Paper> without(String field, int limit) throws IOException {
        return newestBut(new FieldExistsQuery(field), limit);
    }

    /** Papers of another schema than today's, newest first. */
    List<Paper> outdated(int limit) throws IOException {
        return newestBut(CURRENT, limit);
    }

    /** How many papers are of another schema than today's. */
    int outdated() throws IOException {
        return size() - searcher.count(CURRENT);
    }

    private List<Paper> newestBut(Query excluded, int limit) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(excluded, Occur.MUST_NOT)
                .build();
        List<Paper> papers = new ArrayList<>();
        for (ScoreDoc one : searcher.search(query, limit, new Sort(newest())).scoreDocs) {
            papers.add(load(one.doc));
        }
        return papers;
    }

    /** Whether any paper has a vector in a field. */
    boolean hasVectors(String field) throws IOException {
        return Vectors.any(searcher.getIndexReader(), field);
    }

    /** How many papers have a vector in a field. */
    int count(String field) throws IOException {
        return searcher.count(new FieldExistsQuery(field));
    }

    /** A query with the words that were most likely meant. */
    PaperQuery meant(PaperQuery typed) throws IOException {
        return new Respelling(new Spelling(searcher), typed).query();
    }

    /** @param now as of when papers are recent */
    SearchPage search(PaperQuery query, RankingQuery ranking, Instant now) throws IOException {
        boolean byRelevance = query.sort() == PaperQuery.Sort.BEST
                && !RankingQuery.stems(query).isEmpty();
        return byRelevance
                ? new KeywordSearch(searcher, this::load, ranking).search(query, COUNTED, now)
                : clearly(query, ranking.clearly(query, now), now);
    }

    private SearchPage clearly(PaperQuery query, Query ranked, Instant now) throws IOException {
        int wanted = query.offset() + query.limit();
        TopDocs top = switch (query.sort()) {
            case BEST -> searcher.search(ranked, new TopScoreDocCollectorManager(wanted, COUNTED));
            case NEW -> sorted(ranked, wanted, new Sort(newest(), SortField.FIELD_SCORE));
            case TOP -> sorted(ranked, wanted, new Sort(noticed(), newest()));
        };
        List<Hit> hits = new ArrayList<>();
        Candidates found = new Candidates(searcher, top);
        double[] noticed = found.scores(RankingQuery.noticed());
        double[] recent = found.scores(RankingQuery.recent(now));
        for (int i = query.offset(); i < top.scoreDocs.length; i++) {
            ScoreDoc one = top.scoreDocs[i];
            int at = found.at(one.doc);
            List<Hit.Part> parts = List.of(
                    new Hit.Part("words", one.score - noticed[at] - recent[at]),
                    new Hit.Part("upvotes", noticed[at]),
                    new Hit.Part("recency", recent[at]));
            hits.add(new Hit(i + 1, load(one.doc), one.score, parts));
        }
        boolean exact = top.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
        return new SearchPage(query, hits, (int) top.totalHits.value(), exact);
    }

    /** @param question what is looked for, as a vector; papers have theirs in a field */
    SearchPage search(PaperQuery query, RankingQuery ranking, float[] question, String field, Instant now)
            throws IOException {
        HybridSearch.Found found =
                new HybridSearch(searcher, this::load, ranking, field).search(query, question, COUNTED, now);
        TotalHits byWords = found.byWords().totalHits;
        boolean nearest = byWords.value() == 0;
        List<HybridSearch.Scored> best =
                nearest ? found.best().subList(0, Math.min(NEAREST, found.best().size())) : found.best();
        List<Hit> hits = new ArrayList<>();
        for (int i = query.offset(); i < Math.min(best.size(), query.offset() + query.limit()); i++) {
            HybridSearch.Scored one = best.get(i);
            hits.add(new Hit(i + 1, load(one.document()), one.score(), one.parts()));
        }
        boolean exact = byWords.relation() == TotalHits.Relation.EQUAL_TO;
        PaperQuery told = nearest ? query.noting(new QueryNote(QueryNote.Kind.NEAREST_IN_MEANING, "")) : query;
        return new SearchPage(told, hits, (int) Math.max(byWords.value(), best.size()), exact);
    }

    /** @param field where vectors are, if they are to be looked at */
    List<Likeness> similar(Paper paper, Optional<String> field, int limit) throws IOException {
        LikeThis like = new LikeThis(paper, searcher);
        Map<String, float[]> vectors = field.isEmpty() ? Map.of() : vectors(paper.id());
        Optional<float[]> vector = field.flatMap(name -> Optional.ofNullable(vectors.get(name)));
        ScoreDoc[] found = vector.isEmpty()
                ? searcher.search(like.query(), limit).scoreDocs
                : near(like, field.orElseThrow(), vector.get(), limit);
        List<Likeness> likenesses = new ArrayList<>();
        for (ScoreDoc one : found) {
            likenesses.add(like.explain(new Hit(likenesses.size() + 1, load(one.doc), one.score)));
        }
        return likenesses;
    }

    /** Likeness of words and of meaning, mixed as search mixes them. */
    private ScoreDoc[] near(LikeThis like, String field, float[] vector, int limit) throws IOException {
        TopDocs byWords = searcher.search(like.query(), CANDIDATES);
        TopDocs byMeaning =
                searcher.search(new KnnFloatVectorQuery(field, vector, CANDIDATES, like.others()), CANDIDATES);
        Candidates candidates = new Candidates(searcher, byWords, byMeaning);
        return new Fusion(candidates.scores(like.query()), candidates.vectors(field), vector)
                .ranked().stream()
                        .limit(limit)
                        .map(one -> new ScoreDoc(candidates.document(one.candidate()), (float) one.score()))
                        .toArray(ScoreDoc[]::new);
    }

    /** Those of a set that fit. */
    Set<PaperId> matching(Query strict, Collection<PaperId> among) throws IOException {
        List<BytesRef> ids = among.stream().map(id -> new BytesRef(id.value())).toList();
        Query query = new BooleanQuery.Builder()
                .add(new TermInSetQuery(Fields.ID, ids), Occur.FILTER)
                .add(strict, Occur.FILTER)
                .build();
        ScoreDoc[] found = searcher.search(query, ids.size()).scoreDocs;
        Arrays.sort(found, Comparator.comparingInt(one -> one.doc));
        BinaryDocValues values = MultiDocValues.getBinaryValues(searcher.getIndexReader(), Fields.ID);
        Set<PaperId> fitting = new LinkedHashSet<>();
        for (ScoreDoc one : found) {
            if (values != null && values.advanceExact(one.doc)) {
                fitting.add(new PaperId(values.binaryValue().utf8ToString()));
            }
        }
        return fitting;
    }

    /** All that fit, most noticed first. */
    SearchPage fitting(PaperQuery query, Query strict) throws IOException {
        ScoreDoc[] found =
                searcher.search(strict, query.offset() + query.limit(), new Sort(noticed(), newest())).scoreDocs;
        List<Hit> hits = new ArrayList<>();
        for (int i = query.offset(); i < found.length; i++) {
            hits.add(new Hit(i + 1, load(found[i].doc), 0));
        }
        return new SearchPage(query, hits, searcher.count(strict), true);
    }

    List<Suggestion> suggest(String typed, int limit) throws IOException {
        return new Completions(searcher, this::load).of(typed, limit);
    }

    private TopDocs sorted(Query query, int wanted, Sort sort) throws IOException {
        TopDocs top = searcher.search(query, new TopFieldCollectorManager(sort, wanted, COUNTED));
        TopFieldCollector.populateScores(top.scoreDocs, searcher, query);
        return top;
    }

    private Optional<Paper> first(Query query) throws IOException {
        ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
        return found.length == 0 ? Optional.empty() : Optional.of(load(found[0].doc));
    }

    Paper load(int document) throws IOException {
        BytesRef record = searcher.storedFields().document(document, RECORD).getBinaryValue(Fields.RECORD);
        return StoredPaper.read(record.bytes, record.offset, record.length);
    }

    private static SortField newest() {
        SortField field = LongField.newSortField(Fields.PUBLISHED, true, SortedNumericSelector.Type.MAX);
        field.setMissingValue(Long.MIN_VALUE);
        return field;
    }

    private static SortField noticed() {
        return new SortField(Fields.UPVOTES, SortField.Type.INT, true);
    }
}
