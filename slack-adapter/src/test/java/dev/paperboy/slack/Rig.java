package dev.paperboy.slack;

import dev.paperboy.chat.Bot;
import dev.paperboy.chat.InMemoryRequestKeys;
import dev.paperboy.command.Request;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.slack.sandbox.SlackSandbox;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The adapter wired to a sandbox over the loopback, as the composition root would do it. */
final class Rig implements AutoCloseable {

    enum Mode {
        SOCKET,
        HTTP
    }

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    final SlackSandbox sandbox;
    final SlackConnection connection;
    final SlackSurface surface;
    private final SlackRenderer renderer = new SlackRenderer(new InMemoryRequestKeys());
    private final Bot bot;
    private final Duration longestFinish;
    private final @Nullable Javalin door;

    Rig(Mode mode, Bot bot) {
        this(mode, bot, new SlackSandbox(InstantSource.system()), SlackPace.real());
    }

    Rig(Mode mode, Bot bot, Duration longestFinish) {
        this(mode, bot, new SlackSandbox(InstantSource.system()), SlackPace.real(), longestFinish);
    }

    Rig(Mode mode, Bot bot, SlackSandbox sandbox, SlackPace pace) {
        this(mode, bot, sandbox, pace, Duration.ofSeconds(10));
    }

    private Rig(Mode mode, Bot bot, SlackSandbox sandbox, SlackPace pace, Duration longestFinish) {
        this.bot = bot;
        this.longestFinish = longestFinish;
        this.sandbox = sandbox.start(0);
        SlackAccess.Transport transport = switch (mode) {
            case SOCKET -> new SlackAccess.Socket(sandbox.appToken());
            case HTTP -> new SlackAccess.SignedHttp(sandbox.signingSecret());
        };
        SlackAccess access = new SlackAccess(sandbox.apiUrl(), sandbox.botToken(), transport);
        connection = new SlackConnection(access, InstantSource.system(), new SlackClient(access, pace, READ_TIMEOUT));
        surface = new SlackSurface(connection, renderer);
        door = connection.requests().map(this::open).orElse(null);
    }

    private Javalin open(SlackRequests requests) {
        Javalin javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    config.routes.post("/slack/events", ctx -> serve(requests, ctx));
                })
                .start(0);
        sandbox.deliverTo(URI.create("http://127.0.0.1:" + javalin.port() + "/slack/events"));
        return javalin;
    }

    private static void serve(SlackRequests requests, Context ctx) {
        Map<String, List<String>> headers = new HashMap<>();
        ctx.headerMap()
                .keySet()
                .forEach(name -> headers.put(
                        name, new ArrayList<>(Collections.list(ctx.req().getHeaders(name)))));
        SlackRequests.Answer answer = requests.handle(ctx.bodyAsBytes(), headers);
        answer.headers().forEach(ctx::header);
        ctx.status(answer.status()).contentType(answer.contentType()).result(answer.body());
    }

    /** Begins to connect. */
    void open() {
        surface.start(new SlackInbound(
                bot,
                new SlackCommands(SampleCommands.CATALOGUE),
                renderer,
                Request.of(SampleCommands.SEARCH).with(SampleCommands.QUERY, "mine"),
                longestFinish));
    }

    /** Connects. */
    Rig start() {
        open();
        Awaitility.await().atMost(PATIENCE).until(surface::connected);
        return this;
    }

    static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        surface.close();
        if (door != null) {
            door.stop();
        }
        sandbox.close();
    }
}
