package dev.paperboy.config.chaos;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for what a bot answers. */
final class Answers {

    private static final int SECONDS = 60;

    private Answers() {}

    /** @throws java.util.concurrent.CompletionException if none came, which no platform's stand-in lets happen */
    static <T> T await(CompletableFuture<T> answer) {
        return answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }
}
