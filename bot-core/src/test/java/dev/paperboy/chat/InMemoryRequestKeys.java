package dev.paperboy.chat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps request keys for as long as the process lives. */
public final class InMemoryRequestKeys implements RequestKeys {

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    @Override
    public String keyOf(String requestText) {
        String key = "k" + Integer.toHexString(requestText.hashCode()) + "-" + requestText.length();
        texts.put(key, requestText);
        return key;
    }

    @Override
    public Optional<String> textOf(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** As after the loss of the store. */
    public void forget() {
        texts.clear();
    }
}
