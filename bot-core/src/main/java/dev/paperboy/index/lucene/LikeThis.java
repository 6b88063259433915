package dev.paperboy.index.lucene;

import dev.paperboy.index.Hit;
import dev.paperboy.index.Likeness;
import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Papers that share the telling words of one paper's title and abstract. */
final class LikeThis {

    private static final int TERMS = 25;
    private static final int SHOWN = 5;

    /** In rare words of one paper there are typing errors and names; in very common ones there is nothing. */
    private static final int MIN_PAPERS = 2;

    private static final int MAX_SHARE_PERCENT = 20;

    private final Paper paper;
    private final IndexSearcher searcher;
    private final Query telling;
    /** Its telling words, the most telling first. */
    private final Map<String, Float> weights;

    LikeThis(Paper paper, IndexSearcher searcher) throws IOException {
        this.paper = paper;
        this.searcher = searcher;
        this.telling = telling();
        this.weights = weights();
    }

    /** The query for papers that resemble it; the paper itself is excluded. */
    BooleanQuery query() {
        return new BooleanQuery.Builder()
                .add(telling, Occur.MUST)
                .add(itself(), Occur.MUST_NOT)
                .build();
    }

    /** All papers but this one. */
    Query others() {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(itself(), Occur.MUST_NOT)
                .build();
    }

    private Query itself() {
        return new TermQuery(new Term(Fields.ID, paper.id().value()));
    }

    /** Which of its telling words another paper has too, the most telling first, as this paper writes them. */
    Likeness explain(Hit hit) throws IOException {
        Set<String> theirs = stems(hit.paper());
        Map<String, String> spelling = spelling();
        List<String> shared = weights.keySet().stream()
                .filter(theirs::contains)
                .map(stem -> spelling.getOrDefault(stem, stem))
                .limit(SHOWN)
                .toList();
        return new Likeness(hit, shared);
    }

    /** How much the telling words weigh that another paper has too; comparable for one paper here. */
    double resemblance(Paper other) {
        Set<String> theirs = stems(other);
        return weights.entrySet().stream()
                .filter(word -> theirs.contains(word.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static Set<String> stems(Paper other) {
        return new HashSet<>(Analyzers.terms(Analyzers.ENGLISH, text(other)));
    }

    private Query telling() throws IOException {
        MoreLikeThis like = new MoreLikeThis(searcher.getIndexReader());
        like.setAnalyzer(Analyzers.ENGLISH);
        like.setFieldNames(new String[] {Fields.TEXT});
        like.setMinTermFreq(1);
        like.setMinDocFreq(Math.min(MIN_PAPERS, searcher.getIndexReader().numDocs()));
        like.setMinWordLen(2);
        like.setMaxDocFreqPct(searcher.getIndexReader().numDocs() < 100 ? 100 : MAX_SHARE_PERCENT);
        like.setMaxQueryTerms(TERMS);
        like.setBoost(true);
        return like.like(Fields.TEXT, new StringReader(text(paper)));
    }

    private Map<String, Float> weights() {
        Map<String, Float> found = new HashMap<>();
        if (telling instanceof BooleanQuery terms) {
            for (BooleanClause clause : terms) {
                if (clause.query() instanceof BoostQuery boost && boost.getQuery() instanceof TermQuery term) {
                    found.put(term.getTerm().text(), boost.getBoost());
                }
            }
        }
        Map<String, Float> sorted = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Map.Entry.<String, Float>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(word -> sorted.put(word.getKey(), word.getValue()));
        return sorted;
    }

    /** Each stem as it first stands in the paper. */
    private Map<String, String> spelling() throws IOException {
        String text = text(paper);
        Map<String, String> spelling = new LinkedHashMap<>();
        try (TokenStream stream = Analyzers.ENGLISH.tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                spelling.putIfAbsent(term.toString(), text.substring(offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        }
        return spelling;
    }

    private static String text(Paper paper) {
        return paper.title() + "\n" + paper.paragraph();
    }
}
