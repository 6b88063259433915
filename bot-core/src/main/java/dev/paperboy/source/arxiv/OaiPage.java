package dev.paperboy.source.arxiv;

import dev.paperboy.paper.Paper;
import dev.paperboy.source.SourceException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** One answer of OAI-PMH to {@code ListRecords}; errors come with HTTP 200 here. */
sealed interface OaiPage {

    /**
     * Records.
     *
     * @param answered the server's day, UTC
     * @param token where the list goes on, to be sent back as it is; empty at its end
     */
    record Records(LocalDate answered, List<Dated> records, Optional<String> token) implements OaiPage {}

    /** The list is empty: nothing has changed. */
    record Nothing() implements OaiPage {}

    /** The token has expired: the list must begin anew. */
    record BadToken() implements OaiPage {}

    /**
     * A record and when it was modified.
     *
     * @param day the datestamp: a day, and later than any version where arXiv itself changed the record
     */
    record Dated(LocalDate day, Paper paper) {}

    /** The namespace of the protocol. */
    String OAI = "http://www.openarchives.org/OAI/2.0/";

    /**
     * Reads a page.
     *
     * @throws SourceException if it is none, or another error than those that are part of the protocol's daily life
     */
    static OaiPage read(InputStream body) {
        Element document = Xml.read(body, OAI, "OAI-PMH");
        Optional<Element> error = document.first(OAI, "error");
        if (error.isPresent()) {
            return ofError(error.get());
        }
        Element list = document.first(OAI, "ListRecords")
                .orElseThrow(() -> SourceException.malformed("expected <ListRecords>, got neither list nor error"));
        if (list.first(OAI, "record").isEmpty()) {
            throw SourceException.unavailable("the list came without a record and without saying why");
        }
        return new Records(
                day(document.textOf(OAI, "responseDate")),
                list.all(OAI, "record")
                        .flatMap(record -> ArxivRaw.read(record).stream())
                        .toList(),
                list.textOf(OAI, "resumptionToken"));
    }

    private static OaiPage ofError(Element error) {
        String code = error.attribute("code").orElse("error without code");
        return switch (code) {
            case "noRecordsMatch" -> new Nothing();
            case "badResumptionToken" -> new BadToken();
            default ->
                throw SourceException.refused(
                        "arXiv says: " + code + ": " + error.text().strip());
        };
    }

    private static LocalDate day(Optional<String> responseDate) {
        try {
            return responseDate
                    .map(text -> OffsetDateTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDate())
                    .orElseThrow(() -> SourceException.malformed("the answer is not dated"));
        } catch (DateTimeException e) {
            throw SourceException.malformed("the answer is not dated: " + e.getMessage(), e);
        }
    }
}
