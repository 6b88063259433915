package dev.paperboy.config.sandbox;

import dev.paperboy.feed.ObservationLine;
import dev.paperboy.feed.Observations;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.source.jsonl.PaperLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The papers that come with Paperboy, so that a fresh machine without network has something to show: 500 that trended
 * from January to April 2026 with the counts observed then, and 70 older ones with a sentence of our own each. Facts
 * only; nothing of the papers' own text but their titles.
 */
final class StarterPack {

    private static final String FOLDER = "/dev/paperboy/config/starter/";

    private final PaperIndex index;
    private final Observations observations;

    StarterPack(PaperIndex index, Observations observations) {
        this.index = index;
        this.observations = observations;
    }

    /** Fills what is empty: the index with papers, the store with observations. */
    void fill() {
        if (index.size() == 0) {
            // At once: what is there in part would count as filled.
            index.add(Stream.of("trending.jsonl", "seed.jsonl")
                    .flatMap(name -> papers(name).stream())
                    .toList());
        }
        if (observations.newest().isEmpty()) {
            observations.record(observations());
        }
    }

    /** When the last of the pack's counts was observed. */
    static Instant newest() {
        return observations().stream()
                .map(Observation::at)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    static List<Paper> papers(String name) {
        return read(name, line -> switch (PaperLine.read(line)) {
            case PaperLine.Read(Paper paper) -> paper;
            case PaperLine.Rejected(String reason) -> throw broken(name, line, reason);
        });
    }

    static List<Observation> observations() {
        return read("observations.jsonl", line -> switch (ObservationLine.read(line)) {
            case ObservationLine.Seen(Observation observation) -> observation;
            case ObservationLine.Rejected(String reason) -> throw broken("observations.jsonl", line, reason);
        });
    }

    private static IllegalStateException broken(String name, String line, String reason) {
        return new IllegalStateException("the starter pack's " + name + " is broken: " + reason + " in " + line);
    }

    private static <T> List<T> read(String name, Function<String, T> reader) {
        try (InputStream file = StarterPack.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("the starter pack lacks " + name);
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .map(reader)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the starter pack's " + name, e);
        }
    }
}
