package dev.paperboy.search;

import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.Texts;
import dev.paperboy.index.Hit;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import java.util.List;

/** Papers by the words of their titles, for options that want an id: one reads a title and gets the id. */
public final class PaperSuggestions {

    private static final int MOST = 10;
    private static final int LABEL = 100;

    private final PaperIndex index;
    private final QueryParser parser;

    public PaperSuggestions(PaperIndex index, QueryParser parser) {
        this.index = index;
        this.parser = parser;
    }

    /** Papers that fit what is typed so far; none while nothing is typed. */
    public List<Suggestion> matching(String typed) {
        PaperQuery query = parser.parse(typed).withLimit(MOST);
        return query.isEmpty()
                ? List.of()
                : index.search(query).hits().stream()
                        .map(PaperSuggestions::suggestion)
                        .toList();
    }

    private static Suggestion suggestion(Hit hit) {
        return new Suggestion(
                Texts.cut(hit.paper().title(), LABEL), hit.paper().id().value());
    }
}
