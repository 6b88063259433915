package dev.paperboy.config.cli;

import dev.paperboy.index.Embedder;
import dev.paperboy.index.PaperQuery;
import java.util.Optional;
import java.util.function.Supplier;

/** How papers are looked for. */
enum SearchMode {
    /** By their words. */
    KEYWORD(PaperQuery.Mode.KEYWORD),
    /** By words and by meaning. */
    HYBRID(PaperQuery.Mode.HYBRID);

    static final String HELP = "hybrid, by words and meaning (default), or keyword, by words alone.";

    private final PaperQuery.Mode mode;

    SearchMode(PaperQuery.Mode mode) {
        this.mode = mode;
    }

    PaperQuery of(PaperQuery query) {
        return query.withMode(mode);
    }

    /** The model that this mode needs; loading it takes a moment. */
    Optional<Embedder> embedder(Supplier<Embedder> model) {
        return this == HYBRID ? Optional.of(model.get()) : Optional.empty();
    }
}
