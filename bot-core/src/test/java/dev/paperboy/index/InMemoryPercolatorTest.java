package dev.paperboy.index;

final class InMemoryPercolatorTest implements PercolatorContract {

    @Override
    public Percolator percolator() {
        return new InMemoryPercolator();
    }
}
