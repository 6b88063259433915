package dev.paperboy.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

    private final StringWriter err = new StringWriter();

    /** A stream that refuses everything, as the system does. */
    private record Broken(String reason) {
        StandardOutput output() {
            return new StandardOutput(new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    throw new IOException(reason);
                }
            });
        }
    }

    private int end(int code, StandardOutput results) {
        PrintWriter out = results.writer();
        out.println("a result");
        return Main.ended(code, results, out, new PrintWriter(err, true));
    }

    @Test
    void whatIsWrittenArrivesInUtf8() {
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        StandardOutput results = new StandardOutput(arrived);
        PrintWriter out = results.writer();
        out.print("é");

        assertThat(Main.ended(ExitCode.DONE, results, out, new PrintWriter(err, true)))
                .isEqualTo(ExitCode.DONE);
        assertThat(arrived.toString(StandardCharsets.UTF_8)).isEqualTo("é");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void lostResultsAreAFailure() {
        assertThat(end(ExitCode.DONE, new Broken("No space left on device").output()))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString().lines()).containsExactly("paperboy: cannot write to standard output: disk full");
    }

    @Test
    void aWorseExitCodeStays() {
        assertThat(end(ExitCode.BAD_INPUT, new Broken("Input/output error").output()))
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void aReaderThatHasEnoughIsNoError() {
        assertThat(end(ExitCode.DONE, new Broken("Broken pipe").output())).isEqualTo(ExitCode.DONE);
        assertThat(err.toString()).isEmpty();
    }
}
