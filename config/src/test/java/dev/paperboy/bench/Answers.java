package dev.paperboy.bench;

import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import dev.paperboy.index.SearchPage;

/** What the search command does with the text of a question: reads it and asks the index for the first page. */
record Answers(PaperIndex index, QueryParser parser) {

    SearchPage keyword(String question) {
        return of(question, PaperQuery.Mode.KEYWORD);
    }

    SearchPage hybrid(String question) {
        return of(question, PaperQuery.Mode.HYBRID);
    }

    SearchPage of(String question, PaperQuery.Mode mode) {
        return index.answer(parser.parse(question).withMode(mode));
    }
}
