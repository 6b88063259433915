package dev.paperboy.source.arxiv;

import dev.paperboy.paper.Paper;
import dev.paperboy.source.CursorText;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.SourceBatch;
import dev.paperboy.source.SourceClient;
import dev.paperboy.source.SourceException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is new or changed on arXiv, by OAI-PMH ({@code ListRecords}, {@code arXivRaw}): the way arXiv itself
 * recommends for keeping up.
 *
 * <p>OAI-PMH knows days, not instants, so each harvest begins with the last day of the one before, and what was
 * delivered of that day is left out. The day is the newest datestamp seen, not the date of the answer: whatever time
 * zone the datestamps are in, no day is ever closed too early.
 */
public final class ArxivOai implements PaperSource {

    /** arXiv's own address; until March 2025 it was {@code export.arxiv.org/oai2}. */
    public static final URI BASE = URI.create("https://oaipmh.arxiv.org/oai");

    private final SourceClient client;
    private final URI base;
    private final Optional<String> set;
    private final Period lookBack;
    private final InstantSource clock;

    /**
     * Where a harvest stands.
     *
     * @param from the first day of the list that is being read
     * @param token where the list goes on; empty if it has not begun
     * @param newest the newest datestamp seen
     * @param delivered what was delivered, by datestamp
     */
    private record Harvest(
            LocalDate from, Optional<String> token, LocalDate newest, Map<LocalDate, String> delivered) {}

    /**
     * @param client shared with everything else that talks to arXiv
     * @param set such as {@code cs}, {@code cs:cs:LG} or {@code physics:hep-th}; empty for all of arXiv
     * @param lookBack how much of the past the very first harvest takes
     */
    public ArxivOai(SourceClient client, URI base, Optional<String> set, Period lookBack, InstantSource clock) {
        this.client = client;
        this.base = base;
        this.set = set;
        this.lookBack = lookBack;
        this.clock = clock;
    }

    @Override
    public String name() {
        return set.map(part -> "arxiv-oai:" + part).orElse("arxiv-oai");
    }

    @Override
    public SourceBatch fetch(Optional<String> cursor) {
        Harvest harvest = CursorText.read(name(), cursor, Harvest.class).orElseGet(this::first);
        OaiPage page = page(harvest);
        if (harvest.token().isPresent() && !(page instanceof OaiPage.Records)) {
            // Tokens expire at midnight UTC; what the list has delivered so far is known and left out.
            Harvest anew = new Harvest(harvest.from(), Optional.empty(), harvest.newest(), harvest.delivered());
            return batch(anew, page(anew));
        }
        return batch(harvest, page);
    }

    private static SourceBatch batch(Harvest harvest, OaiPage page) {
        return switch (page) {
            case OaiPage.Records records -> batch(harvest, records);
            case OaiPage.Nothing _ -> batch(harvest, List.of(), Delivered.read(harvest.delivered()));
            case OaiPage.BadToken _ -> throw SourceException.refused("arXiv calls a token bad that was not sent");
        };
    }

    private Harvest first() {
        LocalDate from = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().minus(lookBack);
        return new Harvest(from, Optional.empty(), from, Map.of());
    }

    private OaiPage page(Harvest harvest) {
        return client.get(URI.create(base + "?verb=ListRecords&" + arguments(harvest)), OaiPage::read);
    }

    private String arguments(Harvest harvest) {
        if (harvest.token().isPresent()) {
            // The token looks encoded already; it is not, and must be encoded again.
            return "resumptionToken=" + encoded(harvest.token().get());
        }
        return "metadataPrefix=arXivRaw&from=" + harvest.from()
                + set.map(part -> "&set=" + encoded(part)).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static SourceBatch batch(Harvest harvest, OaiPage.Records page) {
        Delivered delivered = Delivered.read(harvest.delivered());
        List<Paper> fresh = page.records().stream()
                .filter(record -> delivered.add(record.day(), record.paper()))
                .map(OaiPage.Dated::paper)
                .toList();
        LocalDate newest = page.records().stream()
                .map(OaiPage.Dated::day)
                .filter(day -> !day.isAfter(page.answered()))
                .reduce(harvest.newest(), ArxivOai::later);
        Harvest next = new Harvest(harvest.from(), page.token(), newest, Map.of());
        return batch(next, fresh, delivered);
    }

    private static SourceBatch batch(Harvest harvest, List<Paper> fresh, Delivered delivered) {
        if (harvest.token().isPresent()) {
            Harvest onward = new Harvest(harvest.from(), harvest.token(), harvest.newest(), delivered.write());
            return new SourceBatch(fresh, List.of(), CursorText.write(onward), true);
        }
        delivered.forgetBefore(harvest.newest());
        Harvest next = new Harvest(harvest.newest(), Optional.empty(), harvest.newest(), delivered.write());
        return new SourceBatch(fresh, List.of(), CursorText.write(next), false);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
