package dev.paperboy.index.lucene;

import dev.paperboy.index.CommonWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/**
 * What a word that hardly any paper holds was meant to be: of the words of all papers that are one slip of the finger
 * away, the one that stands in a paper beside most of the other words of the question.
 */
final class Spelling {

    /** A word in more papers than this is taken as meant; a slip gives a word of so few in one case of twelve. */
    static final int RARE = 3;

    /** Shorter words have too many neighbours. */
    private static final int MIN_LENGTH = 4;

    /** In longer words two slips are forgiven. */
    private static final int TWO_SLIPS = 9;

    private static final int ALTERNATIVES = 8;
    private static final float ALIKE = 0.5f;
    /** Which words are too frequent to be slips is decided here, and not in shares of the index. */
    private static final float ANY_SHARE = 0.99f;

    private static final Pattern LATIN_WORD = Pattern.compile("[a-z]{" + MIN_LENGTH + ",40}");

    private final IndexSearcher searcher;
    private final IndexReader reader;

    /**
     * A word that may have been meant.
     *
     * @param papers how many hold it
     * @param beside how many of the other words of the question stand in one paper with it
     * @param likeness to the word as typed, up to 1
     */
    record Meant(String word, int papers, int beside, float likeness) {

        private static final Comparator<Meant> BEST = Comparator.comparingInt(Meant::beside)
                .thenComparingDouble(Meant::likeness)
                .thenComparingInt(Meant::papers)
                .thenComparing(Comparator.comparing(Meant::word).reversed());
    }

    Spelling(IndexSearcher searcher) {
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
    }

    /** Whether a word, folded, may be a slip: a word of letters that hardly any paper holds in these fields. */
    boolean isSuspicious(String word, List<String> fields) throws IOException {
        return LATIN_WORD.matcher(word).matches() && !CommonWords.only(word) && papers(word, fields) <= RARE;
    }

    /** How many papers hold a word in any of these fields; in the text, in whatever form or compound. */
    int papers(String word, List<String> fields) throws IOException {
        int papers = 0;
        for (String field : fields) {
            papers += reader.docFreq(new Term(field, word));
        }
        if (fields.contains(Fields.WORD)) {
            for (String stem : Analyzers.terms(Analyzers.ENGLISH, word)) {
                papers = Math.max(papers, reader.docFreq(new Term(Fields.TEXT, stem)));
                papers = Math.max(papers, reader.docFreq(new Term(Fields.COMPOUND, stem)));
            }
        }
        return papers;
    }

    /**
     * The word that was most likely meant, better known than the word as typed.
     *
     * @param others the other words of the question
     */
    Optional<Meant> meant(String word, List<String> fields, List<String> others) throws IOException {
        int typed = papers(word, fields);
        List<Meant> alternatives = new ArrayList<>();
        for (Map.Entry<String, Integer> each : alike(word, fields).entrySet()) {
            if (each.getValue() > typed && !isSameStem(word, each.getKey())) {
                alternatives.add(new Meant(
                        each.getKey(), each.getValue(), beside(each.getKey(), others), likeness(word, each.getKey())));
            }
        }
        return alternatives.stream().max(Meant.BEST);
    }

    /** How many of some words stand in one paper with a word; -1 if no paper holds it. */
    int beside(String word, List<String> others) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(anywhere(word), Occur.MUST);
        others.forEach(other -> query.add(anywhere(other), Occur.SHOULD));
        TopDocs top = searcher.search(query.build(), 1);
        return top.scoreDocs.length == 0 ? -1 : Math.round(top.scoreDocs[0].score) - 1;
    }

    /** The first letter is seldom wrong, and without it the whole dictionary is walked. */
    private Map<String, Integer> alike(String word, List<String> fields) throws IOException {
        Map<String, Integer> found = alike(word, fields, 1);
        return found.isEmpty() ? alike(word, fields, 0) : found;
    }

    private Map<String, Integer> alike(String word, List<String> fields, int prefix) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        for (String field : fields) {
            SuggestWord[] alike = checker(word, prefix)
                    .suggestSimilar(new Term(field, word), ALTERNATIVES, reader, SuggestMode.SUGGEST_ALWAYS, ALIKE);
            Arrays.stream(alike).forEach(each -> found.merge(each.string, each.freq, Integer::sum));
        }
        return found;
    }

    private static DirectSpellChecker checker(String word, int prefix) {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMinQueryLength(MIN_LENGTH);
        checker.setMaxQueryFrequency(ANY_SHARE);
        checker.setMinPrefix(prefix);
        checker.setMaxEdits(word.length() < TWO_SLIPS ? 1 : 2);
        return checker;
    }

    private static boolean isSameStem(String word, String other) {
        return Analyzers.terms(Analyzers.ENGLISH, word).equals(Analyzers.terms(Analyzers.ENGLISH, other));
    }

    private static float likeness(String word, String other) {
        return DirectSpellChecker.INTERNAL_LEVENSHTEIN.getDistance(word, other);
    }

    /** In the text as its stem, or among the authors; worth 1. */
    private static Query anywhere(String word) {
        BooleanQuery.Builder either =
                new BooleanQuery.Builder().add(new TermQuery(new Term(Fields.AUTHOR, word)), Occur.SHOULD);
        Analyzers.terms(Analyzers.ENGLISH, word)
                .forEach(stem -> either.add(new TermQuery(new Term(Fields.TEXT, stem)), Occur.SHOULD));
        return new ConstantScoreQuery(either.build());
    }
}
