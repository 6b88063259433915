package dev.paperboy.bench;

import dev.paperboy.index.QueryParser;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.search.PaperSuggestions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The steps of {@link SearchBench}, each of which adds its rows to one table. */
final class SearchRun {

    private static final int PEOPLE = 8;

    /** How many lines the adapters ask for at every key. */
    private static final int LINES = 25;

    private final LucenePaperIndex index;
    private final Answers answers;
    private final PaperSuggestions ids;
    private final Questions questions;
    private final int rounds;
    private final int many;
    private final Table table = Latencies.table();
    private final List<String> remarks = new ArrayList<>();

    /**
     * @param rounds how often a step is done
     * @param many questions in each
     */
    SearchRun(LucenePaperIndex index, QueryParser parser, Questions questions, int rounds, int many) {
        this.index = index;
        this.answers = new Answers(index, parser);
        this.ids = new PaperSuggestions(index, parser);
        this.questions = questions;
        this.rounds = rounds;
        this.many = many;
    }

    void print(PrintWriter out) {
        table.print(out);
        remarks.forEach(out::println);
    }

    /** Until Java has compiled what is run, and the files are in memory. */
    void warmUp(RawLucene raw) throws Exception {
        List<String> asked = questions.mixed(2 * many);
        new KeywordRace(raw, answers).round(asked);
        asked.subList(0, many).forEach(answers::hybrid);
        questions.keystrokes(many).forEach(typed -> index.suggest(typed, LINES));
    }

    void keyword(RawLucene raw) throws Exception {
        KeywordRace remembered = new KeywordRace(raw, answers);
        KeywordRace topical = new KeywordRace(raw, answers);
        for (int round = 0; round < rounds; round++) {
            remembered.round(questions.remembered(many));
            topical.round(questions.topical(many));
        }
        remembered.rows(table, "title words and a surname");
        topical.rows(table, "topics");
        remarks.add("title words and a surname: " + remembered.verdict());
        remarks.add("topics: " + topical.verdict());
    }

    void hybrid(TimedEmbedder embedder) {
        Latencies whole = new Latencies();
        Latencies embedding = new Latencies();
        Latencies rest = new Latencies();
        for (String question : questions.mixed(rounds * many)) {
            embedder.taken();
            long begin = System.nanoTime();
            answers.hybrid(question);
            long taken = System.nanoTime() - begin;
            whole.add(taken);
            long ofThat = embedder.taken();
            embedding.add(ofThat);
            rest.add(taken - ofThat);
        }
        table.row(whole.row("Paperboy, hybrid, both kinds"));
        table.row(embedding.row("  of that, embedding the question"));
        table.row(rest.row("  of that, all else"));
    }

    void together() {
        table.row(Clients.ask(PEOPLE, questions.mixed(rounds * many), answers::keyword)
                .row(PEOPLE + " people at once, keyword"));
        table.row(Clients.ask(PEOPLE, questions.mixed(rounds * many), answers::hybrid)
                .row(PEOPLE + " people at once, hybrid"));
    }

    /**
     * The same question twice in a row.
     *
     * @param asked an index, and whether its caches are full
     */
    void repeated(LucenePaperIndex asked, String caches, int times) throws Exception {
        Answers again = new Answers(asked, answers.parser());
        Latencies repeats = new Latencies();
        long before = fromCache(asked);
        for (String question : questions.mixed(times)) {
            again.hybrid(question);
            repeats.of(() -> again.hybrid(question));
        }
        table.row(repeats.row("the same question again, " + caches));
        remarks.add(caches + ": " + (fromCache(asked) - before) + " of " + times + " repeats came from the cache, and "
                + before + " of the questions before");
    }

    void typing() throws Exception {
        Latencies lines = new Latencies();
        for (String typed : questions.keystrokes(rounds * many)) {
            lines.of(() -> index.suggest(typed, LINES));
        }
        Latencies papers = new Latencies();
        for (String typed : questions.keystrokes(many)) {
            papers.of(() -> ids.matching(typed));
        }
        table.row(lines.row("suggestions at a key, for questions"));
        table.row(papers.row("suggestions at a key, for ids of papers"));
    }

    private static long fromCache(LucenePaperIndex index) {
        return Objects.requireNonNull(index.cacheStats().get("search")).hitCount();
    }
}
