package dev.paperboy.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.TopDocs;

/**
 * The same questions to raw Lucene and to Paperboy's keyword search by turns, and who comes first by turns too, so that
 * whatever else the machine does strikes both alike.
 */
final class KeywordRace {

    private static final double TAIL = 99;

    private final RawLucene raw;
    private final Answers answers;
    private final List<Double> ratios = new ArrayList<>();
    private final Latencies bare = new Latencies();
    private final Latencies withRecords = new Latencies();
    private final Latencies sameQuery = new Latencies();
    private final Latencies ours = new Latencies();

    KeywordRace(RawLucene raw, Answers answers) {
        this.raw = raw;
        this.answers = answers;
    }

    /** Asks each question once of both. */
    void round(List<String> questions) throws Exception {
        KeywordRace round = new KeywordRace(raw, answers);
        for (int i = 0; i < questions.size(); i++) {
            round.ask(questions.get(i), i % 2 == 0);
        }
        ratios.add(round.ours.at(TAIL) / round.sameQuery.at(TAIL));
        bare.add(round.bare);
        withRecords.add(round.withRecords);
        sameQuery.add(round.sameQuery);
        ours.add(round.ours);
    }

    void rows(Table table, String questions) {
        table.row(bare.row("raw Lucene, " + questions));
        table.row(withRecords.row("  its ten records read, too"));
        table.row(sameQuery.row("raw Lucene, Paperboy's whole query and ten records"));
        table.row(ours.row("Paperboy, keyword, " + questions));
    }

    /** How many times raw Lucene's p99 ours is. */
    String verdict() {
        return String.format(
                Locale.ENGLISH,
                "keyword p99 is %.2f times raw Lucene's for the whole query (%.2f to %.2f in the rounds, %.2f by CPU),"
                        + " and %.2f times its for any of the words",
                ours.at(TAIL) / sameQuery.at(TAIL),
                Collections.min(ratios),
                Collections.max(ratios),
                ours.runningAt(TAIL) / sameQuery.runningAt(TAIL),
                ours.at(TAIL) / withRecords.at(TAIL));
    }

    private void ask(String question, boolean rawFirst) throws Exception {
        if (rawFirst) {
            askRaw(question);
        }
        ours.of(() -> answers.keyword(question));
        if (!rawFirst) {
            askRaw(question);
        }
    }

    private void askRaw(String question) throws Exception {
        Latencies.Stopwatch watch = Latencies.Stopwatch.start();
        TopDocs found = raw.search(question);
        bare.add(watch);
        raw.read(found);
        withRecords.add(watch);
        askAll(question);
    }

    private void askAll(String question) throws Exception {
        Latencies.Stopwatch watch = Latencies.Stopwatch.start();
        raw.read(raw.search(answers.parser().parse(question), Instant.EPOCH));
        sameQuery.add(watch);
    }
}
