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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes Slack's signed HTTP requests. The signature is checked over the body's own bytes and before anything is read
 * from it; what is stale or from the future is refused. Until Slack has said who we are, every request gets 503.
 */
public final class SlackRequests {
    private static final Logger log = LoggerFactory.getLogger(SlackRequests.class);

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
        if (!isGenuine(read, text)) {
            return refuse(401, "the signature is missing, wrong, stale or from the future");
        }
        App ready = app;
        return ready == null ? new Answer(503, "text/plain", "not ready", Map.of()) : run(ready, read, text);
    }

    private boolean isGenuine(RequestHeaders headers, String body) {
        String timestamp = headers.getFirstValue(SlackSignature.HeaderNames.X_SLACK_REQUEST_TIMESTAMP);
        String signature = headers.getFirstValue(SlackSignature.HeaderNames.X_SLACK_SIGNATURE);
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant now = clock.instant();
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        return age.compareTo(SlackLimits.SIGNATURE_AGE) <= 0
                && age.negated().compareTo(SlackLimits.SIGNATURE_AHEAD) <= 0
                && verifier.isValid(timestamp, body, signature, now.toEpochMilli());
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
            // Slack sends an event again that gets 500; anything else has been answered before it could fail.
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
