package dev.paperboy.discord;

import dev.paperboy.source.PassingTime;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Discord's global limit, kept for all that we send: each request waits for its turn, first come first served. What
 * people wait for, the answers to their commands and clicks, Discord does not count, and it passes at once. JDA keeps the
 * limits of routes and channels, and learns of the global one only by breaking it.
 */
final class DiscordPace implements Interceptor {

    /** Requests a second: all that Discord allows ({@code topics/rate-limits#global-rate-limit}). */
    static final int REQUESTS_A_SECOND = 50;

    /** How long a request waits for its turn at most; {@link DiscordSurface} counts on it. */
    static final Duration LONGEST_TURN = Duration.ofSeconds(5);

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** A request that was not sent: its turn would have come too late. */
    static final class NoTurnException extends IOException {
        private static final long serialVersionUID = 1L;

        NoTurnException() {
            super("too many requests to Discord at once: not sent");
        }
    }

    private final PassingTime time;
    private final DiscordPermits permits;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** @param time as it passes for Discord */
    DiscordPace(PassingTime time) {
        this.time = time;
        this.permits = new DiscordPermits(REQUESTS_A_SECOND, now());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (isExempt(request)) {
            return chain.proceed(request);
        }
        await(now() + LONGEST_TURN.toNanos());
        try {
            Response response = chain.proceed(request);
            obey(response);
            return response;
        } finally {
            permits.giveBack(now());
        }
    }

    private static boolean isExempt(Request request) {
        return request.url().pathSegments().contains("interactions")
                || request.url().pathSegments().contains("webhooks");
    }

    private void await(long latest) throws IOException {
        try {
            if (!turn.tryLock(latest - now(), TimeUnit.NANOSECONDS)) {
                throw new NoTurnException();
            }
            try {
                take(latest);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting to ask Discord");
        }
    }

    private void take(long latest) throws InterruptedException, NoTurnException {
        while (!permits.take(now())) {
            long wait = permits.none(now());
            if (wait > latest - now()) {
                throw new NoTurnException();
            }
            time.pause(Duration.ofNanos(wait));
        }
    }

    private void obey(Response response) {
        String seconds = response.header("Retry-After");
        if (response.code() == 429 && seconds != null && response.header("X-RateLimit-Global") != null) {
            permits.shut(now() + Math.round(Double.parseDouble(seconds) * SECOND));
        }
    }

    private long now() {
        return time.elapsed().toNanos();
    }
}
