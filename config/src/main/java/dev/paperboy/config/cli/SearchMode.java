package dev.paperboy.config.cli;

/** How papers are looked for. */
enum SearchMode {
    /** By their words. */
    KEYWORD,
    /** By words and by meaning. */
    HYBRID;

    /** Says what cannot be had yet. */
    void check(Shell shell) {
        if (this == HYBRID) {
            shell.err().println("paperboy: this index has no vectors yet, so papers are found by their words alone");
        }
    }
}
