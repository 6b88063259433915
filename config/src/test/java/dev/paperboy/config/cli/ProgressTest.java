package dev.paperboy.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.config.Home;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What a person sees at a terminal. */
class ProgressTest {

    private final StringWriter seen = new StringWriter();

    @Test
    void aFileIsCountedInMegabytes() {
        assertThat(bar(Progress.Unit.BYTES, 7_000_000)).contains("100% [").contains("7/7 MB (");
    }

    @Test
    void papersAreCountedOneByOne() {
        assertThat(bar(Progress.Unit.PAPERS, 1_234))
                .contains("1234/1234 (")
                .contains("1,234 papers")
                .doesNotContain("MB");
    }

    private String bar(Progress.Unit unit, long total) {
        PrintWriter err = new PrintWriter(seen);
        Shell shell = new Shell(() -> new Home(Path.of("none")), err, err, true, InstantSource.fixed(Instant.EPOCH));
        try (Progress progress = Progress.begin(shell, "working", total, unit, "papers")) {
            progress.reached(total, 1_234);
        }
        return seen.toString();
    }
}
