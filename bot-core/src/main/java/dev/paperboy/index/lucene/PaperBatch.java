package dev.paperboy.index.lucene;

import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Some papers in an index of their own in memory, and which of them have what is needed; for one thread. Sets of papers
 * are handed out to be read, never to be changed.
 */
final class PaperBatch implements AutoCloseable {

    private final List<Paper> papers;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final LeafReaderContext leaf;
    private final FixedBitSet none;
    private final FixedBitSet all;
    private final Map<Term, FixedBitSet> holders = new HashMap<>();
    private final Map<Query, FixedBitSet> answers = new HashMap<>();

    /** @param papers at least one */
    PaperBatch(List<Paper> papers) throws IOException {
        this.papers = List.copyOf(papers);
        write();
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        // A batch lives for a moment; what is asked twice is kept here.
        this.searcher.setQueryCache(null);
        this.leaf = reader.leaves().getFirst();
        this.none = new FixedBitSet(papers.size());
        this.all = new FixedBitSet(papers.size());
        this.all.set(0, papers.size());
    }

    private void write() throws IOException {
        // Papers keep their order, so that their numbers are those of the list.
        IndexWriterConfig config = new IndexWriterConfig(Analyzers.perField()).setMergePolicy(new LogDocMergePolicy());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (Paper paper : papers) {
                writer.addDocument(PaperDocument.of(paper, Map.of()));
            }
            writer.forceMerge(1);
        }
    }

    /** Notes which papers hold which of some terms, the only ones that needs may then be of; tells those that any holds. */
    Set<Term> read(Set<Term> askedFor) throws IOException {
        for (String field : askedFor.stream().map(Term::field).collect(Collectors.toSet())) {
            Terms terms = leaf.reader().terms(field);
            if (terms != null) {
                read(field, terms.iterator(), askedFor);
            }
        }
        return holders.keySet();
    }

    private void read(String field, TermsEnum terms, Set<Term> askedFor) throws IOException {
        PostingsEnum postings = null;
        for (@Nullable BytesRef text = terms.next(); text != null; text = terms.next()) {
            if (askedFor.contains(new Term(field, text))) {
                postings = terms.postings(postings, PostingsEnum.NONE);
                holders.put(new Term(field, BytesRef.deepCopyOf(text)), bits(postings));
            }
        }
    }

    private FixedBitSet bits(DocIdSetIterator documents) throws IOException {
        FixedBitSet bits = new FixedBitSet(papers.size());
        bits.or(documents);
        return bits;
    }

    /** The papers that have what is needed. */
    Stream<Paper> having(Need need) {
        FixedBitSet fitting = fitting(need);
        return IntStream.range(0, papers.size()).filter(fitting::get).mapToObj(papers::get);
    }

    private FixedBitSet fitting(Need need) {
        return switch (need) {
            case Need.Held(Term term) -> holders.getOrDefault(term, none);
            case Need.All(List<Need> needs) -> all(needs);
            case Need.Any(List<Need> needs) -> any(needs);
            case Need.Not(Need unwanted) -> without(fitting(unwanted));
            case Need.Asked asked -> answers.computeIfAbsent(asked.query(), _ -> ask(asked));
        };
    }

    private FixedBitSet all(List<Need> needs) {
        FixedBitSet left = all.clone();
        for (Need need : needs) {
            left.and(fitting(need));
            if (left.scanIsEmpty()) {
                return none;
            }
        }
        return left;
    }

    private FixedBitSet any(List<Need> needs) {
        FixedBitSet some = none.clone();
        needs.forEach(need -> some.or(fitting(need)));
        return some;
    }

    private FixedBitSet without(FixedBitSet unwanted) {
        FixedBitSet rest = all.clone();
        rest.andNot(unwanted);
        return rest;
    }

    private FixedBitSet ask(Need.Asked asked) {
        FixedBitSet possible = fitting(asked.first());
        return possible.scanIsEmpty() ? none : ask(asked.query(), possible);
    }

    private FixedBitSet ask(Query query, FixedBitSet possible) {
        try {
            Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            Scorer scorer = weight.scorer(leaf);
            return scorer == null ? none : among(possible, scorer.iterator());
        } catch (IOException e) {
            throw new UncheckedIOException("papers in memory cannot fail to be read", e);
        }
    }

    private FixedBitSet among(FixedBitSet possible, DocIdSetIterator fitting) throws IOException {
        FixedBitSet both = none.clone();
        int document = fitting.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            int next = possible.nextSetBit(document);
            if (next == document) {
                both.set(document);
                next = document + 1 < papers.size() ? possible.nextSetBit(document + 1) : DocIdSetIterator.NO_MORE_DOCS;
            }
            document = next == DocIdSetIterator.NO_MORE_DOCS ? next : fitting.advance(next);
        }
        return both;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
