package dev.paperboy.source.jsonl;

import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.source.arxiv.AuthorLine;
import dev.paperboy.source.arxiv.Withdrawal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A line of arXiv's metadata snapshot as Kaggle offers it: authors and categories in one text, all versions dated. */
final class KaggleLine {

    private KaggleLine() {}

    static Paper paper(JsonNode json) {
        String title = LineFields.title(json);
        PaperId id = LineFields.id(json, "id").orElseThrow(() -> new IllegalArgumentException("no id"));
        String text = LineFields.text(json, "abstract").orElse("");
        JsonNode versions = json.path("versions");
        return new Paper(
                id,
                title,
                text,
                "",
                authors(json),
                Category.among(Arrays.stream(
                        LineFields.text(json, "categories").orElse("").split("\\s+"))),
                created(versions.path(0)),
                created(versions.path(versions.size() - 1)).or(() -> LineFields.instant(json, "update_date")),
                versions.size(),
                LineFields.links(json),
                Popularity.NONE,
                Withdrawal.isSaid(LineFields.text(json, "comments").orElse(""), text));
    }

    private static List<Author> authors(JsonNode json) {
        return AuthorLine.read(LineFields.text(json, "authors").orElse(""));
    }

    private static Optional<Instant> created(JsonNode version) {
        try {
            return LineFields.text(version, "created")
                    .map(text -> OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
