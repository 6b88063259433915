package dev.paperboy.source;

import dev.paperboy.source.SourceException.Kind;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polite reading of one provider over HTTP: in turn, with patience when told to wait, and silent for a day once
 * refused. Everything that talks to the provider shares one object.
 */
public final class SourceClient implements AutoCloseable {

    /** How long nothing is asked after a 403: going on counts as an attack. */
    static final Duration SILENCE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(SourceClient.class);

    private final Exchange exchange;
    private final Pacing pacing;
    private final BackOff backOff;
    private final PassingTime time;
    private final InstantSource clock;
    private final Retry retry;
    private volatile Optional<Silence> silence = Optional.empty();

    private record Silence(Duration until, Kind kind) {}

    /**
     * @param userAgent who is asking, see {@link #userAgent}
     * @param timeouts how long to wait for the other side
     * @param clock the real one, for waits that are given as a date
     */
    public SourceClient(
            String userAgent,
            Timeouts timeouts,
            Pacing pacing,
            BackOff backOff,
            PassingTime time,
            InstantSource clock) {
        this.exchange = new Exchange(userAgent, timeouts);
        this.pacing = pacing;
        this.backOff = backOff;
        this.time = time;
        this.clock = clock;
        // resilience4j counts and decides; it can sleep on a static function only, so the waiting is done in here.
        this.retry = Retry.of(
                "source",
                RetryConfig.<Object>custom()
                        .maxAttempts(backOff.attempts())
                        .retryOnException(this::mayHelpToRepeat)
                        .intervalBiFunction(this::waitAfter)
                        .build());
    }

    /**
     * A client in real time, with the usual patience, that keeps this distance between two requests.
     *
     * @param clock the real one
     */
    public static SourceClient every(Duration distance, String userAgent, InstantSource clock) {
        return new SourceClient(
                userAgent,
                Timeouts.DEFAULT,
                new Pacing(distance, PassingTime.REAL),
                BackOff.DEFAULT,
                PassingTime.REAL,
                clock);
    }

    /**
     * Names the bot to a provider.
     *
     * @param version of Paperboy
     * @param contact an address where the operator can be reached, a link or a mail address
     */
    public static String userAgent(String version, String contact) {
        return "Paperboy/" + version + " (+" + contact + ")";
    }

    /**
     * Reads an address.
     *
     * @param reader is called again on a new answer if it throws {@link Kind#UNAVAILABLE}
     * @throws SourceException if all attempts failed, or one more would be useless
     */
    public <T> T get(URI uri, BodyReader<T> reader) {
        return Retry.decorateSupplier(retry, () -> attempt(uri, reader)).get();
    }

    @Override
    public void close() {
        exchange.close();
    }

    private <T> T attempt(URI uri, BodyReader<T> reader) {
        URI target = uri;
        for (int hops = 0; hops <= Redirects.MOST; hops++) {
            URI asked = target;
            HttpResponse<byte[]> answer = pacing.inTurn(() -> ask(asked));
            Optional<URI> next = Redirects.next(asked, answer);
            if (next.isEmpty()) {
                return read(asked, answer, reader);
            }
            target = next.get();
        }
        throw SourceException.malformed(place(uri) + " redirects in circles");
    }

    /** Asks, and keeps what the answer forbids before anybody else has his turn. */
    private HttpResponse<byte[]> ask(URI uri) {
        keepSilence(uri);
        HttpResponse<byte[]> answer = exchange.get(uri);
        if (isForbidden(answer)) {
            silence = Optional.of(new Silence(time.elapsed().plus(SILENCE), Kind.REFUSED));
            LOG.error(
                    "{} answered {}: nothing is asked there for {} hours or until a restart",
                    place(uri),
                    answer.statusCode(),
                    SILENCE.toHours());
        } else if (answer.statusCode() != 200) {
            wishOf(answer)
                    .ifPresent(wait ->
                            silence = Optional.of(new Silence(time.elapsed().plus(wait), Kind.RATE_LIMITED)));
        }
        return answer;
    }

    private <T> T read(URI uri, HttpResponse<byte[]> answer, BodyReader<T> reader) {
        int status = answer.statusCode();
        if (status == 200) {
            return reader.read(new ByteArrayInputStream(Exchange.body(answer)));
        }
        String what = place(uri) + " answered " + status;
        if (status == 429) {
            throw SourceException.rateLimited(what, wishOf(answer).orElseGet(backOff::longest));
        }
        if (status >= 500 || status == 408 || status == 425) {
            throw SourceException.unavailable(what, wishOf(answer));
        }
        if (!isForbidden(answer)) {
            explainRefusal(answer, reader);
        }
        throw SourceException.refused(what);
    }

    private static boolean isForbidden(HttpResponse<?> answer) {
        return answer.statusCode() == 401 || answer.statusCode() == 403;
    }

    private Optional<Duration> wishOf(HttpResponse<?> answer) {
        return RetryHeaders.read(answer.headers(), clock.instant());
    }

    /** An answer to a bad request may say in the format of good ones what is bad; then that is the error. */
    private static void explainRefusal(HttpResponse<byte[]> answer, BodyReader<?> reader) {
        try {
            var _ = reader.read(new ByteArrayInputStream(Exchange.body(answer)));
        } catch (SourceException e) {
            if (e.kind() == Kind.REFUSED) {
                throw e;
            }
            LOG.debug("No reason in the answer of {}", place(answer.uri()), e);
        }
    }

    /** Holds a request back while the provider wants none; fails it if that takes longer than we have patience. */
    private void keepSilence(URI uri) {
        Optional<Silence> current = silence;
        if (current.isEmpty()) {
            return;
        }
        Duration left = current.get().until().minus(time.elapsed());
        if (!left.isPositive()) {
            silence = Optional.empty();
        } else if (current.get().kind() == Kind.REFUSED) {
            throw SourceException.refused(place(uri) + " has refused us: not asked again yet");
        } else if (left.compareTo(backOff.patience()) > 0) {
            throw SourceException.rateLimited(place(uri) + " wants no request yet", left);
        } else {
            Pacing.pause(time, left);
        }
    }

    private boolean mayHelpToRepeat(Throwable failure) {
        return failure instanceof SourceException trouble
                && (trouble.kind() == Kind.UNAVAILABLE || trouble.kind() == Kind.RATE_LIMITED)
                && trouble.retryAfter().orElse(Duration.ZERO).compareTo(backOff.patience()) <= 0
                && !Thread.currentThread().isInterrupted();
    }

    private long waitAfter(int attempt, Either<Throwable, Object> outcome) {
        Throwable failure = outcome.getLeft();
        Duration wait = failure instanceof SourceException trouble
                ? trouble.retryAfter().orElseGet(() -> backOff.after(attempt))
                : backOff.after(attempt);
        LOG.info("Attempt {} of {} failed, next in {}: {}", attempt, backOff.attempts(), wait, failure.getMessage());
        Pacing.pause(time, wait);
        return 0;
    }

    /** Host and path: what an operator needs, without the query. */
    static String place(URI uri) {
        return uri.getHost() + uri.getPath();
    }
}
