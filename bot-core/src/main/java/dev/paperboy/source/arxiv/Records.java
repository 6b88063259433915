package dev.paperboy.source.arxiv;

import dev.paperboy.paper.Category;
import dev.paperboy.paper.Links;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What records of the API and of OAI-PMH have in common. */
final class Records {

    private Records() {}

    /** The categories among some texts, each once; retired and foreign classes are left out. */
    static List<Category> categories(Stream<String> codes) {
        return codes.map(String::strip)
                .filter(Category::looksLike)
                .map(Category::new)
                .distinct()
                .toList();
    }

    /** Links that hold the DOI of the published version; of several DOIs the first. */
    static Links links(Optional<String> doi) {
        Optional<String> bare = doi.map(text -> text.strip().split("\\s+", 2)[0])
                .map(text -> text.replaceFirst("(?i)^(?:https?://(?:dx\\.)?doi\\.org/|doi:)", ""))
                .filter(text -> text.startsWith("10."))
                .map(text -> text.toLowerCase(Locale.ROOT));
        return bare.isEmpty() ? Links.NONE : new Links(Optional.empty(), Optional.empty(), bare);
    }
}
