package dev.paperboy.config.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long a control call waits for the bot. */
final class Patience {

    /** A minute: the platforms themselves give up on an unacknowledged command after three seconds. */
    static final int SECONDS = 60;

    private Patience() {}

    /** What a person's deed came to; a silent bot is an outcome too. */
    static <T> T await(CompletableFuture<T> future, T silence) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException silent) {
            return silence;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return silence;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the stand-in failed", broken.getCause());
        }
    }
}
