package dev.paperboy.subscription;

final class InMemoryWatchesTest implements WatchesContract {

    @Override
    public Watches watches() {
        return new InMemoryWatches();
    }
}
