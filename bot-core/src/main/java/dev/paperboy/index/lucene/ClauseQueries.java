package dev.paperboy.index.lucene;

import dev.paperboy.index.Clause;
import dev.paperboy.index.Clause.AllOf;
import dev.paperboy.index.Clause.AnyOf;
import dev.paperboy.index.Clause.Field;
import dev.paperboy.index.Clause.Has;
import dev.paperboy.index.Clause.InCategory;
import dev.paperboy.index.Clause.InField;
import dev.paperboy.index.Clause.Named;
import dev.paperboy.index.Clause.Not;
import dev.paperboy.index.Clause.Phrase;
import dev.paperboy.index.Clause.Published;
import dev.paperboy.index.Clause.Word;
import dev.paperboy.index.CommonWords;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanPositionRangeQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/** Clauses that a paper must fulfil, as Lucene queries; empty where the analyzer leaves nothing of the words. */
final class ClauseQueries {

    private static final int NAME_SLOP = 4;

    private final QueryBuilder builder = new QueryBuilder(Analyzers.perField());

    /** Whether plain words may also be found among the authors. */
    private final boolean authorsToo;

    ClauseQueries(boolean authorsToo) {
        this.authorsToo = authorsToo;
    }

    /** The query of a clause, strictly: every word must occur. */
    Optional<Query> required(Clause clause) {
        return switch (clause) {
            case Word word -> word(word.text());
            case Phrase phrase -> text(phrase.text());
            case InField in -> inField(in);
            case InCategory in ->
                filter(new TermQuery(
                        new Term(Fields.CATEGORY, in.category().code().toLowerCase(Locale.ROOT))));
            case Published published -> filter(published(published));
            case Has has ->
                filter(new TermQuery(new Term(Fields.HAS, has.feature().word())));
            case Named named -> filter(named(named));
            case Not not -> required(not.clause()).map(ClauseQueries::without);
            case AllOf all -> all(all.clauses());
            case AnyOf any -> any(any.clauses());
        };
    }

    /** The query of all that is asked for; of nothing, every paper, and of what the analyzer leaves nothing of, none. */
    Query allRequired(Clause clause) {
        return required(clause)
                .orElseGet(() -> asksForSomething(clause)
                        ? new MatchNoDocsQuery("the analyzer leaves nothing of what was asked for")
                        : new MatchAllDocsQuery());
    }

    /** Whether a paper must or should hold something; not so for nothing, common words and mere exclusions. */
    static boolean asksForSomething(Clause clause) {
        return switch (clause) {
            case Word word -> !CommonWords.only(word.text());
            case Not _ -> false;
            case AllOf all -> all.clauses().stream().anyMatch(ClauseQueries::asksForSomething);
            default -> true;
        };
    }

    private Optional<Query> all(List<Clause> clauses) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean positive = false;
        boolean some = false;
        for (Clause clause : clauses) {
            Clause bare = clause instanceof Not not ? not.clause() : clause;
            Optional<Query> query = required(bare);
            query.ifPresent(it -> all.add(it, clause instanceof Not ? Occur.MUST_NOT : Occur.MUST));
            some |= query.isPresent();
            positive |= query.isPresent() && !(clause instanceof Not);
        }
        if (some && !positive) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return some ? Optional.of(all.build()) : Optional.empty();
    }

    private Optional<Query> any(List<Clause> clauses) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        clauses.forEach(clause -> required(clause).ifPresent(query -> any.add(query, Occur.SHOULD)));
        BooleanQuery query = any.build();
        return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
    }

    private Optional<Query> word(String text) {
        Optional<Query> inText = text(text);
        Optional<Query> inAuthors = authorsToo ? author(text) : Optional.empty();
        if (inText.isEmpty() || inAuthors.isEmpty()) {
            return inText;
        }
        return Optional.of(new BooleanQuery.Builder()
                .add(inText.get(), Occur.SHOULD)
                .add(new BoostQuery(inAuthors.get(), RankingQuery.AUTHOR_WEIGHT), Occur.SHOULD)
                .build());
    }

    /** What falls apart into several terms (GPT-4, a Chinese word) must stand together. */
    private Optional<Query> text(String text) {
        Query inText = builder.createPhraseQuery(Fields.TEXT, text);
        if (inText == null) {
            return Optional.empty();
        }
        Query inTitle = builder.createPhraseQuery(Fields.TITLE, text);
        return Optional.of(new BooleanQuery.Builder()
                .add(orAsOneWord(inText, text), Occur.MUST)
                .add(new BoostQuery(inTitle, RankingQuery.TITLE_WEIGHT), Occur.SHOULD)
                .build());
    }

    /** BERT-4-Rec is BERT4Rec, pretraining is pre-training. */
    private static Query orAsOneWord(Query inText, String text) {
        List<String> parts = Analyzers.terms(Analyzers.PLAIN, text);
        if (text.indexOf(' ') >= 0 || parts.size() > Compounds.MAX_PARTS) {
            return inText;
        }
        Set<String> forms = new LinkedHashSet<>(Compounds.of(text));
        forms.addAll(Compounds.joined(parts));
        BooleanQuery.Builder either = new BooleanQuery.Builder().add(inText, Occur.SHOULD);
        forms.forEach(form -> {
            either.add(new TermQuery(new Term(Fields.COMPOUND, form)), Occur.SHOULD);
            either.add(new TermQuery(new Term(Fields.TEXT, form)), Occur.SHOULD);
        });
        return either.build();
    }

    private Optional<Query> inField(InField in) {
        if (in.field() == Field.AUTHOR) {
            return author(in.text());
        }
        if (in.field() == Field.ABSTRACT) {
            return inAbstract(in);
        }
        return Optional.ofNullable(
                in.phrase()
                        ? builder.createPhraseQuery(Fields.TITLE, in.text())
                        : builder.createBooleanQuery(Fields.TITLE, in.text(), Occur.MUST));
    }

    /** The abstract begins where no title reaches, so that it needs no field of its own. */
    private Optional<Query> inAbstract(InField in) {
        List<String> terms = Analyzers.terms(Analyzers.ENGLISH, in.text());
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        SpanQuery[] spans = terms.stream()
                .map(term -> new SpanTermQuery(new Term(Fields.TEXT, term)))
                .toArray(SpanQuery[]::new);
        if (in.phrase() && spans.length > 1) {
            return Optional.of(inAbstract(new SpanNearQuery(spans, 1, true)));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (SpanQuery span : spans) {
            all.add(inAbstract(span), Occur.MUST);
        }
        return Optional.of(all.build());
    }

    private static Query inAbstract(SpanQuery query) {
        return new SpanPositionRangeQuery(query, Analyzers.GAP, Integer.MAX_VALUE);
    }

    /** All words of one name, in any order; initials count only if there is nothing else. */
    private static Optional<Query> author(String text) {
        List<String> words = Analyzers.terms(Analyzers.PLAIN, text);
        List<String> telling =
                words.stream().filter(word -> word.length() > 1).distinct().toList();
        List<SpanQuery> spans = (telling.isEmpty() ? words : telling)
                .stream()
                        .<SpanQuery>map(word -> new SpanTermQuery(new Term(Fields.AUTHOR, word)))
                        .toList();
        return switch (spans.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new TermQuery(((SpanTermQuery) spans.getFirst()).getTerm()));
            default -> Optional.of(new SpanNearQuery(spans.toArray(SpanQuery[]::new), NAME_SLOP, false));
        };
    }

    private static Query published(Published published) {
        long from = seconds(published.from());
        long to = published.to().equals(Published.LAST_DAY)
                ? Long.MAX_VALUE
                : seconds(published.to().plusDays(1)) - 1;
        return LongField.newRangeQuery(
                Fields.PUBLISHED, published.from().equals(Published.FIRST_DAY) ? Long.MIN_VALUE : from, to);
    }

    private static Query named(Named named) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.ID, named.id().value())), Occur.SHOULD)
                .add(new TermQuery(new Term(Fields.ALIAS, named.id().value())), Occur.SHOULD)
                .build();
    }

    private static Query without(Query query) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(query, Occur.MUST_NOT)
                .build();
    }

    /** Fulfilled or not, but worth no score. */
    private static Optional<Query> filter(Query query) {
        return Optional.of(new BoostQuery(new ConstantScoreQuery(query), 0));
    }

    private static long seconds(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
