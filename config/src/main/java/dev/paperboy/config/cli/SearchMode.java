package dev.paperboy.config.cli;

/** How papers are looked for. */
enum SearchMode {
    /** By their words. */
    KEYWORD,
    /** By words and by meaning. */
    HYBRID;

    static final String HELP = "keyword (default); hybrid finds by words alone too, as there are no vectors yet.";

    /** Says what cannot be had yet. */
    void check(Shell shell) {
        if (this == HYBRID) {
            shell.remark("this index has no vectors yet, so papers are found by their words alone");
        }
    }
}
