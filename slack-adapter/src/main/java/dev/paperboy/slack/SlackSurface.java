package dev.paperboy.slack;

import com.github.benmanes.caffeine.cache.Ticker;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.RequestKeys;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Paperboy's place on Slack: owns the connection, speaks unasked, and keeps Slack's pace. All its threads are daemons;
 * whoever starts it keeps the process alive.
 */
public final class SlackSurface implements ChatSurface, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SlackSurface.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final SlackSettings settings;
    private final SlackClient client;
    private final SlackRenderer renderer;
    private final SlackPace pace = new SlackPace(Ticker.systemTicker());
    private final Optional<SlackRequests> requests;
    private final CountDownLatch closed = new CountDownLatch(1);

    private volatile @Nullable SlackInbound inbound;
    private volatile @Nullable App app;
    private volatile @Nullable SlackSocket socket;

    /**
     * A surface that is not connected yet.
     *
     * @param keys keeps requests that are too long for a button
     * @param clock tells the age of signed requests
     */
    public SlackSurface(SlackSettings settings, RequestKeys keys, InstantSource clock) {
        this.settings = settings;
        this.client = new SlackClient(settings);
        this.renderer = new SlackRenderer(keys);
        this.requests = switch (settings.transport()) {
            case SlackSettings.SignedHttp http -> Optional.of(new SlackRequests(http.signingSecret(), clock));
            case SlackSettings.Socket socketMode -> Optional.empty();
        };
    }

    @Override
    public Platform platform() {
        return Platform.SLACK;
    }

    /** Where an HTTP server hands Slack's requests in; empty in Socket Mode. */
    public Optional<SlackRequests> requests() {
        return requests;
    }

    /**
     * Connects and begins to listen. Trouble that passes (Slack unreachable, too many calls) is retried in the
     * background with growing waits; {@link #isReady()} tells when it is over.
     *
     * @throws ChatException of kind {@code REFUSED} if Slack takes the tokens for void
     */
    public void start(SlackInbound listener) {
        inbound = listener;
        Optional<Duration> wait = connect(listener, FIRST_WAIT);
        wait.ifPresent(first -> Thread.ofVirtual().name("slack-connect").start(() -> keepTrying(listener, first)));
    }

    private void keepTrying(SlackInbound listener, Duration first) {
        try {
            Optional<Duration> wait = Optional.of(first);
            while (wait.isPresent() && !closed.await(wait.get().toMillis(), TimeUnit.MILLISECONDS)) {
                Duration longer = wait.get().multipliedBy(2);
                wait = connect(listener, longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ChatException e) {
            log.error("Slack refused the connection for good", e);
        }
    }

    /** Tries to connect; empty when it is done, else how long to wait before the next attempt. */
    private Optional<Duration> connect(SlackInbound listener, Duration otherwise) {
        try {
            App made = app(listener);
            switch (settings.transport()) {
                case SlackSettings.SignedHttp http -> {
                    made.start();
                    requests.ifPresent(door -> door.serve(made));
                }
                case SlackSettings.Socket(String appToken) -> socket = SlackSocket.open(appToken, made);
            }
            return Optional.empty();
        } catch (ChatException e) {
            if (e.kind() == ChatException.Kind.REFUSED || e.kind() == ChatException.Kind.MALFORMED) {
                throw e;
            }
            Duration wait = e.retryAfter().orElse(otherwise);
            log.warn("not connected to Slack yet, next attempt in {} s: {}", wait.toSeconds(), e.getMessage());
            return Optional.of(wait);
        }
    }

    private App app(SlackInbound listener) {
        App known = app;
        if (known != null) {
            return known;
        }
        AuthTestResponse us = client.authTest();
        SlackIdentity identity = new SlackIdentity(us.getTeamId(), us.getUserId());
        App made = new App(AppConfig.builder()
                .slack(client.slack())
                .singleTeamBotToken(settings.botToken())
                .signingSecret(secret())
                .authTestCacheEnabled(true)
                .authTestCacheExpirationMillis(-1)
                .allEventsApiAutoAckEnabled(true)
                .unmatchedRequestHandler(request -> Response.ok())
                .build());
        listener.register(
                made,
                new SlackInbound.Session(
                        identity,
                        new SlackReplies(client, renderer, pace),
                        new SlackRights(client),
                        renderer.buttons()));
        app = made;
        log.info("Slack knows us as {} in workspace {}", us.getUser(), us.getTeam());
        return made;
    }

    /** Bolt checks no signature in Socket Mode but wants a secret all the same. */
    private String secret() {
        return switch (settings.transport()) {
            case SlackSettings.SignedHttp(String signingSecret) -> signingSecret;
            case SlackSettings.Socket socketMode -> "unused";
        };
    }

    /** Whether commands and reactions reach us at this moment; in Socket Mode asks the connection, for up to 3 s. */
    public boolean isReady() {
        SlackSocket open = socket;
        return switch (settings.transport()) {
            case SlackSettings.SignedHttp http -> app != null;
            case SlackSettings.Socket socketMode -> open != null && open.isAlive();
        };
    }

    @Override
    public MessageRef post(ChannelRef channel, Content content, String deliveryKey) {
        ObjectNode metadata = SlackJson.object().put("event_type", "paperboy_post");
        metadata.putObject("event_payload").put("delivery_key", deliveryKey);
        SlackMessage message = renderer.render(content);
        pace.await(channel.id());
        return new MessageRef(
                channel, client.postMessage(channel.id(), message, metadata).getTs());
    }

    /** Stops listening, lets running answers end, and disconnects. */
    @Override
    public void close() {
        closed.countDown();
        SlackSocket open = socket;
        if (open != null) {
            open.close();
        }
        SlackInbound listener = inbound;
        if (listener != null) {
            listener.finish();
        }
        client.close();
    }
}
