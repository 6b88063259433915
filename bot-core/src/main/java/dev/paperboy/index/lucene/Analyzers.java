package dev.paperboy.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** How text becomes terms, the same when papers are added and when they are searched. */
final class Analyzers {

    /** The longest beginning that is a term of {@link Fields#COMPLETE_SHORT}, in code points. */
    static final int SHORT = 3;

    /**
     * Values of one field stand this far apart, so that no phrase reaches from one into the next; of title and abstract
     * in {@link Fields#TEXT}, the abstract always begins at or after this position.
     */
    static final int GAP = 100;

    /** What {@code EnglishAnalyzer} does, and accents folded: Erdős is Erdos. Porter stems measured best. */
    static final Analyzer ENGLISH = new Folding() {
        @Override
        TokenStream refine(TokenStream words) {
            return new PorterStemFilter(new StopFilter(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
        }
    };

    /** Words as they are, but for case and accents. */
    static final Analyzer PLAIN = new Folding() {
        @Override
        TokenStream refine(TokenStream words) {
            return words;
        }
    };

    private static final Analyzer BEGINNINGS = new Folding() {
        @Override
        TokenStream refine(TokenStream words) {
            return new EdgeNGramTokenFilter(words, 1, SHORT, false);
        }
    };

    private Analyzers() {}

    /** The analyzer of all fields. */
    static Analyzer perField() {
        return new PerFieldAnalyzerWrapper(
                ENGLISH,
                Map.of(
                        Fields.AUTHOR, PLAIN,
                        Fields.WORD, PLAIN,
                        Fields.COMPLETE, PLAIN,
                        Fields.COMPLETE_SHORT, BEGINNINGS));
    }

    /** The terms that an analyzer makes of a text, in order, repeats included. */
    static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return terms;
    }

    /** Unicode words in lower case without accents. */
    private abstract static class Folding extends Analyzer {

        abstract TokenStream refine(TokenStream words);

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer source = new StandardTokenizer();
            TokenStream words = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(source)));
            return new TokenStreamComponents(source, refine(words));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    }
}
