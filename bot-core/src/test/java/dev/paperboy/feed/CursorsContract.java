package dev.paperboy.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link Cursors} keeps. */
public interface CursorsContract {

    /** An empty store, fresh for each test. */
    Cursors cursors();

    @Test
    default void aSourceNeverReadHasNoCursor() {
        assertThat(cursors().of("arxiv-oai")).isEmpty();
    }

    @Test
    default void theLastSavedCursorStands() {
        Cursors cursors = cursors();

        cursors.save("arxiv-oai", "2026-08-20");
        cursors.save("arxiv-oai", "2026-08-21");

        assertThat(cursors.of("arxiv-oai")).contains("2026-08-21");
    }

    @Test
    default void sourcesDoNotDisturbEachOther() {
        Cursors cursors = cursors();

        cursors.save("arxiv-oai", "one");
        cursors.save("huggingface", "two");

        assertThat(cursors.of("arxiv-oai")).contains("one");
        assertThat(cursors.of("huggingface")).contains("two");
    }

    @Test
    default void anyTextIsACursor() {
        Cursors cursors = cursors();
        String hostile =
                "verb%3DListRecords%26set%3Dcs%253Acs'; DROP TABLE x; -- \"\n\t 日本 \uD83D\uDD16" + "x".repeat(4_000);

        cursors.save("arxiv-oai", hostile);
        cursors.save("empty", "");

        assertThat(cursors.of("arxiv-oai")).contains(hostile);
        assertThat(cursors.of("empty")).contains("");
    }
}
