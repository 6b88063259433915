package dev.paperboy.config.doctor;

import dev.paperboy.config.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a platform something over HTTPS, once and without patience; compares its clock with ours on the way. */
final class PlatformCalls implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Slack refuses what is signed more than five minutes off; much less is already a sign of a clock that runs free. */
    private static final Duration TOLERABLE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final InstantSource clock;
    private Optional<Duration> drift = Optional.empty();

    PlatformCalls(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What came back.
     *
     * @param body missing if it was no JSON
     */
    record Answer(int status, JsonNode body, String scopes) {}

    Answer get(URI uri, String scheme, Secret token) throws IOException {
        return send(HttpRequest.newBuilder(uri).header("Authorization", scheme + " " + token.value()));
    }

    Answer get(URI uri) throws IOException {
        return send(HttpRequest.newBuilder(uri));
    }

    Answer post(URI uri, String scheme, Secret token) throws IOException {
        return send(HttpRequest.newBuilder(uri)
                .header("Authorization", scheme + " " + token.value())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = client.send(
                    request.timeout(PATIENCE)
                            .header("User-Agent", "Paperboy doctor")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            response.headers().firstValue("Date").ifPresent(this::compare);
            return new Answer(
                    response.statusCode(),
                    json(response.body()),
                    response.headers().firstValue("x-oauth-scopes").orElse(""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException notJson) {
            return JsonMapper.shared().missingNode();
        }
    }

    private void compare(String date) {
        try {
            Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            drift = Optional.of(Duration.between(theirs, clock.instant()));
        } catch (DateTimeException unreadable) {
            drift = Optional.empty();
        }
    }

    /** How this machine's clock compares with the platform that answered last; empty if none said what time it is. */
    Optional<Finding> clockFinding() {
        return drift.map(off -> off.abs().compareTo(TOLERABLE) <= 0
                ? Finding.ok("clock", "agrees with the platforms")
                : Finding.warn(
                        "clock",
                        "is " + off.abs().toSeconds() + " s " + (off.isNegative() ? "slow" : "fast")
                                + "; let this machine keep its time by NTP"));
    }

    @Override
    public void close() {
        client.close();
    }
}
