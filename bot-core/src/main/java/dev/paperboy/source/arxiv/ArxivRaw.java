package dev.paperboy.source.arxiv;

import dev.paperboy.paper.Category;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records in the format {@code arXivRaw}, the only one that tells all versions and their dates. */
final class ArxivRaw {

    private static final Logger LOG = LoggerFactory.getLogger(ArxivRaw.class);
    private static final String RAW = "http://arxiv.org/OAI/arXivRaw/";

    private record Version(int number, Optional<Instant> date, boolean empty) {}

    private ArxivRaw() {}

    /** Empty if the record lacks what makes a paper, as that of a deleted item does. */
    static Optional<OaiPage.Dated> read(Element record) {
        Element header = record.first(OaiPage.OAI, "header").orElse(record);
        Optional<OaiPage.Dated> dated = record.first(OaiPage.OAI, "metadata")
                .flatMap(metadata -> metadata.first(RAW, "arXivRaw"))
                .flatMap(ArxivRaw::paper)
                .flatMap(paper -> day(header).map(day -> new OaiPage.Dated(day, paper)));
        if (dated.isEmpty()) {
            LOG.info(
                    "No paper in the record {}",
                    header.textOf(OaiPage.OAI, "identifier").orElse("without identifier"));
        }
        return dated;
    }

    private static Optional<Paper> paper(Element raw) {
        Optional<PaperId> id = raw.textOf(RAW, "id").flatMap(PaperId::parse);
        Optional<String> title = raw.textOf(RAW, "title");
        return id.flatMap(known -> title.map(text -> paper(raw, known, text)));
    }

    private static Paper paper(Element raw, PaperId id, String title) {
        String abstractText = raw.textOf(RAW, "abstract").orElse("");
        String comment = raw.textOf(RAW, "comments").orElse("");
        List<Version> versions = versions(raw);
        Optional<Version> last = versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
        return new Paper(
                id,
                title,
                abstractText,
                "",
                raw.textOf(RAW, "authors").map(AuthorLine::read).orElse(List.of()),
                Category.among(
                        Stream.of(raw.textOf(RAW, "categories").orElse("").split("\\s+"))),
                versions.isEmpty() ? Optional.empty() : versions.getFirst().date(),
                last.flatMap(Version::date),
                last.map(Version::number).orElse(0),
                Links.ofDoi(raw.textOf(RAW, "doi").flatMap(Links::doiIn)),
                Popularity.NONE,
                last.map(Version::empty).orElse(false) || Withdrawal.isSaid(comment, abstractText));
    }

    private static List<Version> versions(Element raw) {
        return raw.all(RAW, "version")
                .flatMap(element -> version(element).stream())
                .sorted(Comparator.comparingInt(Version::number))
                .toList();
    }

    private static Optional<Version> version(Element element) {
        return element.attribute("version")
                .filter(text -> text.matches("v[1-9]\\d{0,2}"))
                .map(text -> new Version(
                        Integer.parseInt(text.substring(1)),
                        element.textOf(RAW, "date").flatMap(ArxivRaw::instant),
                        element.textOf(RAW, "size").orElse("").equals("0kb")));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(Element header) {
        try {
            // A server of day granularity sends days; one that sent instants would begin with the day as well.
            return header.textOf(OaiPage.OAI, "datestamp")
                    .map(text -> LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
