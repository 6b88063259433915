package dev.paperboy.index.lucene;

import dev.paperboy.index.Percolator;
import dev.paperboy.index.PercolatorContract;

final class LucenePercolatorTest implements PercolatorContract {

    @Override
    public Percolator percolator() {
        return new LucenePercolator();
    }
}
