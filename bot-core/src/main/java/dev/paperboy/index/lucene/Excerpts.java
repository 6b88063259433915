package dev.paperboy.index.lucene;

import dev.paperboy.chat.Excerpt;
import dev.paperboy.chat.Span;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.util.QueryBuilder;

/**
 * Passages of abstracts that answer a query. The abstract is analysed anew, about a third of a millisecond for each of
 * the few papers that are shown, rather than its offsets kept for all of them.
 */
final class Excerpts {

    /** Passages begin with the sentence of their first match: what follows explains it sooner than what precedes. */
    private static final float FORWARD = 0;

    private final QueryBuilder builder = new QueryBuilder(Analyzers.ENGLISH);
    private final UnifiedHighlighter highlighter = UnifiedHighlighter.builderWithoutSearcher(Analyzers.ENGLISH)
            .withBreakIterator(Excerpts::sentences)
            .withMaxNoHighlightPassages(0)
            .withFormatter(new Marking())
            .build();

    Optional<Excerpt> of(PaperQuery query, Paper paper) {
        Query sought = sought(query.sought());
        try {
            return Optional.ofNullable(
                    (Excerpt) highlighter.highlightWithoutSearcher(Fields.TEXT, sought, paper.paragraph(), 1));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private Query sought(List<String> texts) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        texts.stream()
                .flatMap(text -> Optional.ofNullable(builder.createPhraseQuery(Fields.TEXT, text)).stream())
                .forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    private static BreakIterator sentences() {
        return LengthGoalBreakIterator.createClosestToLength(
                BreakIterator.getSentenceInstance(Locale.ENGLISH), PaperIndex.EXCERPT, FORWARD);
    }

    /** Keeps what Lucene found, and leaves its looks to whoever shows it. */
    private static final class Marking extends PassageFormatter {

        @Override
        public Object format(Passage[] passages, String text) {
            Passage best = passages[0];
            List<Span> marks = IntStream.range(0, best.getNumMatches())
                    .mapToObj(i -> new Span(best.getMatchStarts()[i], best.getMatchEnds()[i]))
                    .toList();
            return Excerpt.of(text, new Span(best.getStartOffset(), best.getEndOffset()), marks)
                    .within(PaperIndex.EXCERPT);
        }
    }
}
