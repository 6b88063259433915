package dev.paperboy.index;

import dev.paperboy.command.Texts;
import dev.paperboy.index.Clause.AllOf;
import dev.paperboy.index.Clause.AnyOf;
import dev.paperboy.index.Clause.Has;
import dev.paperboy.index.Clause.InCategory;
import dev.paperboy.index.Clause.InField;
import dev.paperboy.index.Clause.Named;
import dev.paperboy.index.Clause.Not;
import dev.paperboy.index.Clause.Phrase;
import dev.paperboy.index.Clause.Published;
import dev.paperboy.index.Clause.Word;
import dev.paperboy.index.PaperQuery.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says in one short line for people how a query was understood. */
final class Understanding {

    /** Longer ones would no longer be read at a glance. */
    private static final int MAX_LENGTH = 160;

    private static final Predicate<Clause> PLAIN = part -> part instanceof Word || part instanceof Phrase;

    private Understanding() {}

    /** The line; empty where there is neither a filter nor an order, or where papers are named by id. */
    static String of(PaperQuery query) {
        List<Clause> parts = query.clause() instanceof AllOf all ? all.clauses() : List.of(query.clause());
        boolean plain = query.sort() == Sort.BEST && parts.stream().allMatch(PLAIN);
        if (plain || !query.isSearchable() || !query.named().isEmpty()) {
            return "";
        }
        List<String> said = new ArrayList<>();
        said.add(query.isEmpty() ? "all papers" : words(parts));
        parts.stream().filter(PLAIN.negate()).map(Understanding::spoken).forEach(said::add);
        said.add(order(query.sort()));
        return Texts.cut(said.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining(" · ")), MAX_LENGTH);
    }

    private static String words(List<Clause> parts) {
        return parts.stream().filter(PLAIN).map(Clause::written).collect(Collectors.joining(" "));
    }

    private static String spoken(Clause clause) {
        return switch (clause) {
            case Word word -> word.text();
            case Phrase phrase -> phrase.written();
            case InField in -> in.field().word() + " " + (in.phrase() ? '"' + in.text() + '"' : in.text());
            case InCategory in -> category(in.category().code());
            case Published published -> QueryDates.spoken(published);
            case Has has -> "with " + has.feature().word();
            case Named named -> named.id().toString();
            case Not not -> "without " + inner(not.clause());
            case AllOf all -> all.clauses().stream().map(Understanding::inner).collect(Collectors.joining(" and "));
            case AnyOf any -> any.clauses().stream().map(Understanding::inner).collect(Collectors.joining(" or "));
        };
    }

    /** What is joined stands in parentheses inside of something else. */
    private static String inner(Clause clause) {
        return clause instanceof AllOf || clause instanceof AnyOf ? "(" + spoken(clause) + ")" : spoken(clause);
    }

    /** An archive without subjects of its own, such as hep-th, is no more than itself. */
    private static String category(String code) {
        boolean whole = code.indexOf('.') < 0 && code.indexOf('-') < 0;
        return whole ? code + ".*" : code;
    }

    private static String order(Sort sort) {
        return switch (sort) {
            case BEST -> "";
            case NEW -> "newest first";
            case TOP -> "most upvoted first";
        };
    }
}
