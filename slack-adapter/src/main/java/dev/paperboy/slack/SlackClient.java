package dev.paperboy.slack;

import com.github.benmanes.caffeine.cache.Ticker;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.webhook.WebhookResponse;
import dev.paperboy.chat.ChatException;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls Slack's Web API and response URLs, through the one {@link Slack} of this connection. A call is repeated only
 * where Slack certainly did nothing: after 429, by its {@code Retry-After}, or without a connection. After a lost
 * answer it is not: nobody can say whether the message stands.
 */
final class SlackClient implements AutoCloseable {
    private static final int ATTEMPTS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final SlackAccess access;
    private final Slack slack;
    private final MethodsClient methods;
    private final Retry retry;
    private final SlackPace pace = new SlackPace(Ticker.systemTicker());

    SlackClient(SlackAccess access) {
        this.access = access;
        this.slack = slack(access);
        this.methods = slack.methods(access.botToken());
        this.retry = Retry.of("slack", retryConfig());
    }

    private static Slack slack(SlackAccess access) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(access.apiUrl().toString());
        config.setStatsEnabled(false);
        if (access.isLoopback()) {
            config.setProxyUrl(null);
        }
        // OkHttp would silently send a POST again when a reused connection dies, and the message would stand twice.
        // A redirect would be followed past the check of hosts, and Slack makes none.
        OkHttpClient.Builder http = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .addInterceptor(new SlackHosts(access));
        SlackSending.addTo(http);
        if (access.isLoopback()) {
            http.proxy(Proxy.NO_PROXY);
        }
        SlackHttpClient client = new SlackHttpClient(http.build());
        client.setConfig(config);
        return Slack.getInstance(config, client);
    }

    private static RetryConfig retryConfig() {
        IntervalFunction pause = IntervalFunction.ofExponentialBackoff(FIRST_PAUSE, 2);
        return RetryConfig.custom()
                .maxAttempts(ATTEMPTS)
                .retryOnException(trouble -> SlackTroubles.isSafeToRepeat(trouble) && isShort(trouble))
                .intervalBiFunction((attempt, outcome) -> outcome.getLeft() instanceof ChatException trouble
                        ? trouble.retryAfter().map(Duration::toMillis).orElseGet(() -> pause.apply(attempt))
                        : pause.apply(attempt))
                .build();
    }

    private static boolean isShort(Throwable trouble) {
        return !(trouble instanceof ChatException chat)
                || chat.retryAfter().orElse(Duration.ZERO).compareTo(LONGEST_WAIT) <= 0;
    }

    Slack slack() {
        return slack;
    }

    SlackAccess access() {
        return access;
    }

    /** Who we are; tried once. */
    AuthTestResponse authTest() {
        return call("auth.test", () -> methods.authTest(request -> request));
    }

    /** Posts when the channel's turn has come, and says under which time stamp. */
    String postMessage(String channel, SlackMessage message, ObjectNode metadata) {
        ChatPostMessageRequest request = ChatPostMessageRequest.builder()
                .channel(channel)
                .text(message.text())
                .blocksAsString(message.blocks().toString())
                .metadataAsString(metadata.toString())
                .mrkdwn(false)
                .unfurlLinks(false)
                .unfurlMedia(false)
                .build();
        pace.await(channel);
        String ts = repeat(() -> call("chat.postMessage", () -> methods.chatPostMessage(request)))
                .getTs();
        if (ts == null) {
            throw SlackTroubles.unreadable("chat.postMessage", null);
        }
        return ts;
    }

    UsersInfoResponse userInfo(String user) {
        return repeat(() -> call("users.info", () -> methods.usersInfo(request -> request.user(user))));
    }

    ConversationsInfoResponse channelInfo(String channel) {
        return repeat(
                () -> call("conversations.info", () -> methods.conversationsInfo(request -> request.channel(channel))));
    }

    /** Posts to a response URL. */
    void respond(String responseUrl, ObjectNode body) {
        repeat(() -> {
            try {
                WebhookResponse response = slack.send(responseUrl, body.toString());
                if (response.getCode() != 200) {
                    throw SlackTroubles.ofStatus("response_url", response.getCode(), retryAfter(response));
                }
                return response;
            } catch (IOException e) {
                throw SlackTroubles.of("response_url", e);
            }
        });
    }

    private static @Nullable String retryAfter(WebhookResponse response) {
        List<String> values = response.getHeaders().get("retry-after");
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    private <T> T repeat(Supplier<T> work) {
        return Retry.decorateSupplier(retry, work).get();
    }

    /** One Web API call. */
    private interface Call<T> {
        T send() throws IOException, SlackApiException;
    }

    private static <T extends SlackApiTextResponse> T call(String what, Call<T> call) {
        T response = send(what, call);
        if (!response.isOk()) {
            throw SlackTroubles.of(what, Objects.requireNonNullElse(response.getError(), "nothing"));
        }
        return response;
    }

    private static <T> T send(String what, Call<T> call) {
        try {
            return call.send();
        } catch (SlackApiException e) {
            throw SlackTroubles.of(what, e);
        } catch (IOException e) {
            throw SlackTroubles.of(what, e);
        } catch (RuntimeException e) {
            // The SDK stumbles like this over an answer that is a web page, or nothing.
            throw SlackTroubles.unreadable(what, e);
        }
    }

    @Override
    public void close() {
        try {
            slack.close();
        } catch (Exception e) {
            throw new IllegalStateException("Slack's HTTP client did not close", e);
        }
    }
}
