package dev.paperboy.slack.sandbox;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * Signed HTTP to the app's request URL. Signatures carry real time, not the sandbox clock's: the app compares them with
 * its own system clock.
 */
final class HttpDelivery implements Delivery, AutoCloseable {
    private static final int LONGEST_ANSWER = 100_000;

    private final URI requestUrl;
    private final String secret;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Faults faults;
    private final WireLog log;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ACK_WITHIN)
            .build();

    HttpDelivery(URI requestUrl, String secret, InstantSource clock, Ticker ticker, Faults faults, WireLog log) {
        this.requestUrl = requestUrl;
        this.secret = secret;
        this.clock = clock;
        this.ticker = ticker;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public CompletableFuture<Ack> deliver(Envelope envelope) {
        String body = body(envelope);
        return forge(SlackFault.WRONG_SIGNATURE, envelope, body)
                .thenCompose(done -> forge(SlackFault.MISSING_SIGNATURE, envelope, body))
                .thenCompose(done -> forge(SlackFault.STALE_SIGNATURE, envelope, body))
                .thenCompose(done -> forge(SlackFault.FUTURE_SIGNATURE, envelope, body))
                .thenCompose(done -> send(envelope, genuine(envelope, body)));
    }

    private CompletableFuture<Void> forge(SlackFault fault, Envelope envelope, String body) {
        Optional<FaultOrder> order = faults.take(fault, envelope.name());
        if (order.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return send(envelope, forged(fault, envelope, body)).thenAccept(ack -> {
            if (ack.ok()) {
                log.violation("request_url", "forged_request_taken", fault + " was answered with " + ack.status());
            }
        });
    }

    private HttpRequest genuine(Envelope envelope, String body) {
        long now = now();
        return signed(envelope, body, now, Signature.of(secret, now, body));
    }

    private HttpRequest forged(SlackFault fault, Envelope envelope, String body) {
        long now = now();
        return switch (fault) {
            case MISSING_SIGNATURE -> request(envelope, body).build();
            case STALE_SIGNATURE -> signed(envelope, body, now - 360, Signature.of(secret, now - 360, body));
            case FUTURE_SIGNATURE -> signed(envelope, body, now + 3600, Signature.of(secret, now + 3600, body));
            default -> signed(envelope, body, now, Signature.of("a stranger's secret", now, body));
        };
    }

    private HttpRequest signed(Envelope envelope, String body, long timestamp, String signature) {
        return request(envelope, body)
                .header("X-Slack-Request-Timestamp", Long.toString(timestamp))
                .header("X-Slack-Signature", signature)
                .build();
    }

    private HttpRequest.Builder request(Envelope envelope, String body) {
        boolean json = isJson(envelope.kind());
        HttpRequest.Builder builder = HttpRequest.newBuilder(requestUrl)
                .timeout(ACK_WITHIN)
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (envelope.attempt() > 0) {
            builder.header("X-Slack-Retry-Num", Integer.toString(envelope.attempt()));
            builder.header("X-Slack-Retry-Reason", envelope.retryReason());
        }
        return builder;
    }

    private CompletableFuture<Ack> send(Envelope envelope, HttpRequest request) {
        long start = ticker.read();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .handle((response, error) -> {
                    Ack ack = response != null ? taken(response) : Ack.failed(reason(error));
                    long millis = Duration.ofNanos(ticker.read() - start).toMillis();
                    String payload = envelope.payload().toString();
                    log.add(new Exchange(
                            clock.instant(),
                            Exchange.Kind.HTTP,
                            envelope.name(),
                            payload,
                            ack.status(),
                            ack.body(),
                            millis));
                    return ack;
                });
    }

    private static Ack taken(HttpResponse<String> response) {
        boolean noRetry =
                response.headers().firstValue("X-Slack-No-Retry").orElse("").equals("1");
        boolean ok = response.statusCode() / 100 == 2 && response.body().length() <= LONGEST_ANSWER;
        return new Ack(ok, ok ? "" : "http_error", response.body(), response.statusCode(), noRetry);
    }

    private static String reason(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof HttpTimeoutException) {
            return "http_timeout";
        }
        return cause instanceof IOException ? "connection_failed" : "unknown_error";
    }

    private String body(Envelope envelope) {
        String body = switch (envelope.kind()) {
            case EVENT, URL_VERIFICATION -> envelope.payload().toString();
            case INTERACTIVE -> "payload=" + encode(envelope.payload().toString());
            case SLASH_COMMAND ->
                envelope.payload().properties().stream()
                        .map(entry -> encode(entry.getKey()) + "="
                                + encode(entry.getValue().asString()))
                        .collect(Collectors.joining("&"));
        };
        boolean newline = isJson(envelope.kind())
                && faults.take(SlackFault.TRAILING_NEWLINE, envelope.name()).isPresent();
        return newline ? body + "\n" : body;
    }

    private static boolean isJson(Envelope.Kind kind) {
        return kind == Envelope.Kind.EVENT || kind == Envelope.Kind.URL_VERIFICATION;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long now() {
        return InstantSource.system().instant().getEpochSecond();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
