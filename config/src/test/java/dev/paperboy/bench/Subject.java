package dev.paperboy.bench;

import dev.paperboy.config.Home;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import picocli.CommandLine.Option;

/** What is measured, and the seed that decides what it is asked. */
final class Subject {

    private static final long SEED = 20261126;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            required = true,
            description = "Home folder of a Paperboy with papers, all embedded.")
    private Path home = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Decides which papers and questions are drawn; ${DEFAULT-VALUE} unless given.")
    private long seed = SEED;

    Path folder() {
        return new Home(home).index();
    }

    long seed() {
        return seed;
    }

    Random chance() {
        return new Random(seed);
    }

    /** Papers of the index, as many as there are up to a limit, the same for the same papers and seed. */
    List<Paper> sample(PaperIndex index, int limit) throws IOException {
        List<PaperId> ids = ids();
        Collections.shuffle(ids, chance());
        return List.copyOf(
                index.findAll(ids.subList(0, Math.min(limit, ids.size()))).values());
    }

    /** Sorted, for the order of documents depends on how they came in. */
    private List<PaperId> ids() throws IOException {
        List<PaperId> ids = new ArrayList<>();
        try (FSDirectory directory = FSDirectory.open(folder());
                DirectoryReader reader = DirectoryReader.open(directory)) {
            BinaryDocValues values = MultiDocValues.getBinaryValues(reader, "id");
            Bits live = MultiBits.getLiveDocs(reader);
            for (int document = 0; document < reader.maxDoc(); document++) {
                if ((live == null || live.get(document)) && values != null && values.advanceExact(document)) {
                    ids.add(new PaperId(values.binaryValue().utf8ToString()));
                }
            }
        }
        ids.sort((one, other) -> one.value().compareTo(other.value()));
        return ids;
    }
}
