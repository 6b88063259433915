package dev.paperboy.index.lucene;

import dev.paperboy.index.CategoryReader;
import dev.paperboy.index.Suggestion;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Completes what is being typed from the index itself, so that a new paper is offered at once: categories and people
 * from the dictionaries of terms, titles by their words of which the last is a beginning, the most noticed first.
 */
final class Completions {

    private static final int MAX_WORDS = 12;
    private static final int PEOPLE_SCANNED = 300;
    private static final int MIN_NAME = 2;

    /** People take at most a third of the lines, categories as many. */
    private static final int SHARE = 3;

    /** Loads a paper by its document number. */
    interface Loader {
        Paper load(int document) throws IOException;
    }

    private final IndexSearcher searcher;
    private final Loader loader;

    Completions(IndexSearcher searcher, Loader loader) {
        this.searcher = searcher;
        this.loader = loader;
    }

    /** Suggestions for a text whose last word may be unfinished. */
    List<Suggestion> of(String typed, int limit) throws IOException {
        String key = AuthorNames.key(typed);
        if (key.isEmpty()) {
            return List.of();
        }
        int few = Math.max(1, limit / SHARE);
        List<Suggestion> lines = new ArrayList<>(categories(typed.strip().toLowerCase(Locale.ROOT), few));
        lines.addAll(people(key, few));
        titles(typed, limit).stream()
                .limit((long) limit - Math.min(lines.size(), limit))
                .forEach(lines::add);
        return lines.stream().limit(limit).toList();
    }

    private List<Suggestion> categories(String typed, int limit) throws IOException {
        Map<String, Integer> found = beginning(Fields.CATEGORY, typed, PEOPLE_SCANNED);
        return mostFrequent(found, limit)
                .flatMap(code -> stored(code))
                .map(Suggestion::category)
                .toList();
    }

    private List<Suggestion> people(String key, int limit) throws IOException {
        return key.length() < MIN_NAME
                ? List.of()
                : mostFrequent(beginning(Fields.COMPLETE_AUTHOR, key, PEOPLE_SCANNED), PEOPLE_SCANNED)
                        .map(AuthorNames::name)
                        .distinct()
                        .limit(limit)
                        .map(Suggestion::author)
                        .toList();
    }

    private List<Suggestion> titles(String typed, int limit) throws IOException {
        List<String> words = Analyzers.terms(Analyzers.PLAIN, typed);
        if (words.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        int last = Math.min(words.size(), MAX_WORDS) - 1;
        words.subList(0, last).forEach(word -> query.add(term(Fields.COMPLETE, word), Occur.FILTER));
        String end = words.get(last);
        query.add(
                end.codePointCount(0, end.length()) <= Analyzers.SHORT
                        ? term(Fields.COMPLETE_SHORT, end)
                        : new PrefixQuery(new Term(Fields.COMPLETE, end)),
                Occur.FILTER);
        Sort noticed = new Sort(new SortField(Fields.UPVOTES, SortField.Type.INT, true), SortField.FIELD_DOC);
        List<Suggestion> lines = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query.build(), limit, noticed).scoreDocs) {
            Paper paper = loader.load(hit.doc);
            lines.add(Suggestion.title(paper.id(), paper.title()));
        }
        return lines;
    }

    /** The terms of a field that begin with a text, with the number of papers of each. */
    private Map<String, Integer> beginning(String field, String text, int most) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        Terms terms = MultiTerms.getTerms(reader, field);
        Map<String, Integer> found = new LinkedHashMap<>();
        if (terms == null) {
            return found;
        }
        TermsEnum each = terms.iterator();
        TermsEnum.SeekStatus status = each.seekCeil(new BytesRef(text));
        while (status != TermsEnum.SeekStatus.END && found.size() < most) {
            String term = each.term().utf8ToString();
            if (!term.startsWith(text)) {
                break;
            }
            found.put(term, each.docFreq());
            status = each.next() == null ? TermsEnum.SeekStatus.END : TermsEnum.SeekStatus.FOUND;
        }
        return found;
    }

    private static Stream<String> mostFrequent(Map<String, Integer> found, int limit) {
        return found.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .limit(limit);
    }

    private static Stream<Category> stored(String code) {
        return CategoryReader.value(code).stream();
    }

    private static TermQuery term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }
}
