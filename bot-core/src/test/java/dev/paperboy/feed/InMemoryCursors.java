package dev.paperboy.feed;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Cursors that live as long as the process. */
public final class InMemoryCursors implements Cursors {

    private final Map<String, String> cursors = new ConcurrentHashMap<>();

    @Override
    public Optional<String> of(String source) {
        return Optional.ofNullable(cursors.get(source));
    }

    @Override
    public void save(String source, String cursor) {
        cursors.put(source, cursor);
    }
}
