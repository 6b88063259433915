package dev.paperboy.chat;

import java.util.Optional;

/**
 * Short keys for requests too long for a platform's button id. A key stays valid for as long as its button can be
 * clicked, that is for good.
 */
public interface RequestKeys {

    /** The key of a request's text, at most 24 letters, digits, hyphens and underscores; the same text, the same key. */
    String keyOf(String requestText);

    /** The text behind a key. */
    Optional<String> textOf(String key);
}
