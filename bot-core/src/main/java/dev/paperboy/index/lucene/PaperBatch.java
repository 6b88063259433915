package dev.paperboy.index.lucene;

import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
    private final @Nullable FixedBitSet[] holders;
    private final BatchPositions positions;
    private final Map<Need, FixedBitSet> answers = new HashMap<>();

    /**
     * @param papers at least one
     * @param vocabulary the terms that will be asked for
     */
    PaperBatch(List<Paper> papers, Vocabulary vocabulary) throws IOException {
        this.papers = List.copyOf(papers);
        write();
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        // A batch lives for a moment, and keeps what is asked twice itself.
        this.searcher.setQueryCache(null);
        this.leaf = reader.leaves().getFirst();
        this.none = new FixedBitSet(papers.size());
        this.all = new FixedBitSet(papers.size());
        this.all.set(0, papers.size());
        this.holders = new FixedBitSet[vocabulary.size()];
        this.positions = new BatchPositions(leaf.reader(), vocabulary);
        read(vocabulary);
    }

    private void write() throws IOException {
        // Papers keep their order, so that their numbers are those of the list.
        IndexWriterConfig config = new IndexWriterConfig(Analyzers.perField()).setMergePolicy(new LogDocMergePolicy());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (Paper paper : papers) {
                writer.addDocument(PaperDocument.selected(paper));
            }
            writer.forceMerge(1);
        }
    }

    private void read(Vocabulary vocabulary) throws IOException {
        for (String field : vocabulary.fields()) {
            Terms terms = leaf.reader().terms(field);
            if (terms != null) {
                read(field, terms.iterator(), vocabulary);
            }
        }
    }

    private void read(String field, TermsEnum terms, Vocabulary vocabulary) throws IOException {
        PostingsEnum postings = null;
        for (@Nullable BytesRef text = terms.next(); text != null; text = terms.next()) {
            OptionalInt number = vocabulary.find(new Term(field, text));
            if (number.isPresent()) {
                postings = terms.postings(postings, PostingsEnum.NONE);
                holders[number.getAsInt()] = bits(postings);
            }
        }
    }

    /** The numbers of those terms that any of the papers holds. */
    IntStream held() {
        return IntStream.range(0, holders.length).filter(term -> holders[term] != null);
    }

    /** Names the papers that have what is needed. */
    void having(Need need, Consumer<Paper> named) {
        FixedBitSet fitting = fitting(need);
        for (int paper = next(fitting, 0); paper < papers.size(); paper = next(fitting, paper + 1)) {
            named.accept(papers.get(paper));
        }
    }

    private FixedBitSet fitting(Need need) {
        return switch (need) {
            case Need.Held(int term) -> holders(term);
            case Need.Phrase phrase ->
                answers.computeIfAbsent(phrase, _ -> placed(phrase.terms(), paper -> positions.holds(paper, phrase)));
            case Need.Near near ->
                answers.computeIfAbsent(near, _ -> placed(near.terms(), paper -> positions.holds(paper, near)));
            case Need.All(List<Need> needs) -> all(needs);
            case Need.Any(List<Need> needs) -> any(needs);
            case Need.Not(Need unwanted) -> without(fitting(unwanted));
            case Need.Asked asked -> answers.computeIfAbsent(asked, _ -> ask(asked));
        };
    }

    private FixedBitSet holders(int term) {
        FixedBitSet found = holders[term];
        return found == null ? none : found;
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

    /** Those that hold all terms, and in the right places. */
    private FixedBitSet placed(List<Integer> terms, IntPredicate rightly) {
        FixedBitSet fitting = holders(terms.getFirst()).clone();
        terms.forEach(term -> fitting.and(holders(term)));
        for (int paper = next(fitting, 0); paper < papers.size(); paper = next(fitting, paper + 1)) {
            if (!rightly.test(paper)) {
                fitting.clear(paper);
            }
        }
        return fitting;
    }

    private static int next(FixedBitSet bits, int from) {
        return from < bits.length() ? bits.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
    }

    private FixedBitSet ask(Need.Asked asked) {
        FixedBitSet possible = fitting(asked.first());
        return possible.scanIsEmpty() ? none : ask(asked.query(), possible);
    }

    private FixedBitSet ask(Query query, FixedBitSet possible) {
        try {
            Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                return none;
            }
            FixedBitSet fitting = bits(scorer.iterator());
            fitting.and(possible);
            return fitting;
        } catch (IOException e) {
            throw new UncheckedIOException("papers in memory cannot fail to be read", e);
        }
    }

    private FixedBitSet bits(DocIdSetIterator documents) throws IOException {
        FixedBitSet bits = new FixedBitSet(papers.size());
        bits.or(documents);
        return bits;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
