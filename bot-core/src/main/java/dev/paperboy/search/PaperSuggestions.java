package dev.paperboy.search;

import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.Texts;
import dev.paperboy.index.Hit;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.PaperId;
import java.util.List;

/** Papers by the words of their titles, for options that want an id: one reads a title and gets the id. */
public final class PaperSuggestions {

    private static final int MOST = 10;
    /** Lines of which some are people and categories. */
    private static final int LOOKED_AT = 25;

    private static final int LABEL = 100;

    private final PaperIndex index;
    private final QueryParser parser;

    public PaperSuggestions(PaperIndex index, QueryParser parser) {
        this.index = index;
        this.parser = parser;
    }

    /** Papers whose titles begin so, or that fit what is typed so far; none while nothing is typed. */
    public List<Suggestion> matching(String typed) {
        PaperQuery query = parser.parse(typed).withLimit(MOST).withMode(PaperQuery.Mode.KEYWORD);
        List<Suggestion> titles = titles(typed);
        return query.isEmpty() || !titles.isEmpty()
                ? titles
                : index.search(query).hits().stream()
                        .map(Hit::paper)
                        .map(paper -> suggestion(paper.title(), paper.id()))
                        .toList();
    }

    private List<Suggestion> titles(String typed) {
        return index.suggest(typed, LOOKED_AT).stream()
                .flatMap(line ->
                        parser.parse(line.query()).named().stream().limit(1).map(id -> suggestion(line.label(), id)))
                .limit(MOST)
                .toList();
    }

    private static Suggestion suggestion(String title, PaperId id) {
        return new Suggestion(Texts.cut(title, LABEL), id.value());
    }
}
