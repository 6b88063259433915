package dev.paperboy.slack;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes Slack's signed HTTP requests. The signature is checked over the body's own bytes and before anything is read
 * from it; what is stale or from the future is refused. Until Slack has said who we are, every request gets 503.
 */
public final class SlackRequests {
    private static final Logger log = LoggerFactory.getLogger(SlackRequests.class);

    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final AtomicReference<Instant> lastWarning = new AtomicReference<>(Instant.EPOCH);
    private final AtomicInteger unsaid = new AtomicInteger();
    private final SlackSignature.Verifier verifier;
    private final InstantSource clock;
    private volatile @Nullable App app;

    SlackRequests(String signingSecret, InstantSource clock) {
        this.verifier = new SlackSignature.Verifier(new SlackSignature.Generator(signingSecret));
        this.clock = clock;
    }

    /** What to answer. */
    public record Answer(int status, String contentType, String body, Map<String, String> headers) {}

    void serve(App ready) {
        app = ready;
    }

    void stopServing() {
        app = null;
    }

    boolean isServing() {
        return app != null;
    }

    /**
     * Handles one request; quick, since work is done on other threads.
     *
     * @param body the bytes as they came; reading them into lines first would break the signature
     * @param headers all headers, names in any case
     */
    public Answer handle(byte[] body, Map<String, List<String>> headers) {
        if (body.length > SlackLimits.REQUEST_BYTES) {
            return refuse(413, "too large");
        }
        RequestHeaders read = new RequestHeaders(headers);
        String text = new String(body, StandardCharsets.UTF_8);
        Optional<String> flaw = flaw(read, text);
        if (flaw.isPresent()) {
            warn(flaw.get());
            return refuse(401, "the signature is missing, wrong, stale or from the future");
        }
        App ready = app;
        return ready == null ? new Answer(503, "text/plain", "not ready", Map.of()) : run(ready, read, text);
    }

    /** What is wrong with the signature, if anything is. */
    private Optional<String> flaw(RequestHeaders headers, String body) {
        String timestamp = headers.getFirstValue(SlackSignature.HeaderNames.X_SLACK_REQUEST_TIMESTAMP);
        String signature = headers.getFirstValue(SlackSignature.HeaderNames.X_SLACK_SIGNATURE);
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
            return Optional.of("it has none");
        }
        Instant now = clock.instant();
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        if (age.compareTo(SlackLimits.SIGNATURE_AGE) > 0) {
            return Optional.of("it is stale, by " + age.toSeconds() + " s; are both clocks right?");
        }
        if (age.negated().compareTo(SlackLimits.SIGNATURE_AHEAD) > 0) {
            return Optional.of("it is from the future, by " + age.negated().toSeconds() + " s; are both clocks right?");
        }
        return verifier.isValid(timestamp, body, signature, now.toEpochMilli())
                ? Optional.empty()
                : Optional.of("it is wrong; is slack.signing-secret that of this app?");
    }

    /** Now and then, for anybody may send us anything; the sender is told less. */
    private void warn(String flaw) {
        Instant now = clock.instant();
        Instant last = lastWarning.get();
        unsaid.incrementAndGet();
        if (Duration.between(last, now).compareTo(BETWEEN_WARNINGS) >= 0 && lastWarning.compareAndSet(last, now)) {
            log.warn(
                    "refused {} requests to the door for Slack; the signature of the last: {}",
                    unsaid.getAndSet(0),
                    flaw);
        }
    }

    private static Answer run(App app, RequestHeaders headers, String body) {
        try {
            Request<?> request = new SlackRequestParser(app.config())
                    .parse(SlackRequestParser.HttpRequest.builder()
                            .requestUri("/slack/events")
                            .queryString(Map.of())
                            .headers(headers)
                            .requestBody(body)
                            .build());
            return request == null ? refuse(400, "not a request that Slack makes") : answer(app.run(request));
        } catch (Exception e) {
            // Slack sends an event again that gets 500.
            log.error("a signed request of Slack could not be handled", e);
            return new Answer(500, "text/plain", "failed", Map.of());
        }
    }

    private static Answer answer(Response response) {
        return new Answer(
                response.getStatusCode(),
                response.getContentType(),
                Objects.requireNonNullElse(response.getBody(), ""),
                Map.of());
    }

    /** Sending it again would not mend it. */
    private static Answer refuse(int status, String why) {
        return new Answer(status, "text/plain", why, Map.of("X-Slack-No-Retry", "1"));
    }
}
