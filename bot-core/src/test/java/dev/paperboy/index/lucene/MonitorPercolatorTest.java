package dev.paperboy.index.lucene;

import dev.paperboy.index.Percolator;
import dev.paperboy.index.PercolatorContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

/** What nobody here wrote agrees with what a percolator is held to. */
final class MonitorPercolatorTest implements PercolatorContract {

    private final MonitorPercolator monitor = new MonitorPercolator();

    @Override
    public Percolator percolator() {
        return monitor;
    }

    @AfterEach
    void close() throws IOException {
        monitor.close();
    }
}
