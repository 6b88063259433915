package dev.paperboy.feed;

import dev.paperboy.paper.Observation;
import dev.paperboy.source.jsonl.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A file of observations, one {@link ObservationLine} each, plain or gzipped. */
public final class ObservationFile {

    /** Told of what a file holds, line by line. */
    public interface Reader {

        void seen(JsonLines.Line line, Observation observation) throws IOException;

        /** @param reason why the line is of no use */
        void rejected(JsonLines.Line line, String reason) throws IOException;

        /** @param what is wrong with a packed file, to stand behind its name; it ends there */
        void damaged(String what) throws IOException;
    }

    private ObservationFile() {}

    /** Reads a file from its beginning to its end, holding one line in memory. */
    public static void read(Path file, Reader reader) throws IOException {
        try (JsonLines lines = JsonLines.open(file)) {
            for (Optional<JsonLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                JsonLines.Line line = next.get();
                ObservationLine read = line.fault()
                        .<ObservationLine>map(ObservationLine.Rejected::new)
                        .orElseGet(() -> ObservationLine.read(line.text()));
                switch (read) {
                    case ObservationLine.Seen seen -> reader.seen(line, seen.observation());
                    case ObservationLine.Rejected rejected -> reader.rejected(line, rejected.reason());
                }
            }
            if (lines.damage().isPresent()) {
                reader.damaged(lines.damage().get());
            }
        }
    }
}
