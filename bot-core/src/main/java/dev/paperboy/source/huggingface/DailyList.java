package dev.paperboy.source.huggingface;

import dev.paperboy.paper.Observation;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.source.SourceException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The papers of one daily list, each once. */
record DailyList(List<Item> items) {

    private static final Logger LOG = LoggerFactory.getLogger(DailyList.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A paper with the counts that the list shows; those it does not show are absent. */
    record Item(Paper paper, OptionalInt upvotes, OptionalInt comments, OptionalInt githubStars) {}

    /**
     * One page of a list.
     *
     * @param size how many items it has, readable or not
     */
    record Page(List<Item> items, int size) {

        /**
         * Reads a page.
         *
         * @throws SourceException if it is no list of papers
         */
        static Page read(InputStream body) {
            JsonNode list = json(body);
            List<Item> items = new ArrayList<>();
            for (JsonNode node : list) {
                ItemReader.read(node).ifPresent(items::add);
            }
            if (items.isEmpty() && !list.isEmpty()) {
                throw SourceException.malformed("none of " + list.size() + " items is a paper");
            }
            if (items.size() < list.size()) {
                LOG.info("{} of {} items were no papers", list.size() - items.size(), list.size());
            }
            return new Page(items, list.size());
        }

        private static JsonNode json(InputStream body) {
            try {
                JsonNode json = JSON.readTree(body);
                if (json.isArray()) {
                    return json;
                }
                if (json.path("error").isString()) {
                    throw SourceException.refused(
                            "Hugging Face says: " + json.path("error").stringValue());
                }
                throw SourceException.malformed("expected a list of papers, got " + json.getNodeType());
            } catch (JacksonException e) {
                throw SourceException.malformed(
                        "expected a list of papers, got broken JSON: " + e.getOriginalMessage(), e);
            }
        }
    }

    /** Drops repeated papers: while its pages are read, a list may move under the reader. */
    static DailyList of(List<Item> items) {
        Map<PaperId, Item> once = new LinkedHashMap<>();
        items.forEach(item -> once.putIfAbsent(item.paper().id(), item));
        return new DailyList(List.copyOf(once.values()));
    }

    List<Paper> papers() {
        return items.stream().map(Item::paper).toList();
    }

    /**
     * The sightings of all its papers.
     *
     * @param at when the list was read
     * @param day which list it is
     */
    List<Observation> observations(Instant at, LocalDate day) {
        return items.stream()
                .map(item -> new Observation(
                        item.paper().id(),
                        at,
                        DailyPapers.LIST,
                        Optional.of(day),
                        item.upvotes(),
                        item.comments(),
                        item.githubStars()))
                .toList();
    }
}
