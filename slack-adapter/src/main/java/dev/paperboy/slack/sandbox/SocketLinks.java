package dev.paperboy.slack.sandbox;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Socket Mode: one-time tickets, at most ten connections, one connection per envelope, every acknowledgement timed. */
final class SocketLinks implements Delivery {
    private static final int MOST_LINKS = 10;
    private static final String PATH = "/link";
    /** For so long an acknowledgement is told apart as late from one of something that was never sent. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Ticker ticker;
    private final Scheduler scheduler;
    private final Executor executor;
    private final Faults faults;
    private final WireLog log;
    private final Wire wire;

    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final Map<String, Pending> pending = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .<String, Pending>build()
            .asMap();
    private final AtomicInteger turn = new AtomicInteger();

    private static final class Link {
        final WsContext context;
        volatile boolean retiring;

        Link(WsContext context) {
            this.context = context;
        }
    }

    private record Pending(Envelope envelope, long startedNanos, CompletableFuture<Ack> ack) {}

    SocketLinks(
            InstantSource clock,
            Ticker ticker,
            Scheduler scheduler,
            Executor executor,
            Faults faults,
            WireLog log,
            Wire wire) {
        this.clock = clock;
        this.ticker = ticker;
        this.scheduler = scheduler;
        this.executor = executor;
        this.faults = faults;
        this.log = log;
        this.wire = wire;
    }

    URI issueTicket() {
        String ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return URI.create("ws://127.0.0.1:" + wire.port() + PATH + "?ticket=" + ticket + "&app_id=" + World.APP);
    }

    void addTo(RoutesConfig routes) {
        routes.wsBeforeUpgrade(PATH, this::checkUpgrade);
        routes.ws(PATH, ws -> {
            ws.onConnect(this::onConnect);
            ws.onMessage(ctx -> onMessage(ctx.message()));
            ws.onClose(ctx -> links.removeIf(link -> link.context.sessionId().equals(ctx.sessionId())));
            ws.onError(ctx -> links.removeIf(link -> link.context.sessionId().equals(ctx.sessionId())));
        });
    }

    int size() {
        return links.size();
    }

    private void checkUpgrade(Context ctx) {
        if (faults.take(SlackFault.SOCKET_REFUSED, PATH).isPresent()) {
            throw new ServiceUnavailableResponse();
        }
        String ticket = ctx.queryParam("ticket");
        if (ticket == null || !tickets.remove(ticket) || links.size() >= MOST_LINKS) {
            throw new ForbiddenResponse();
        }
    }

    private void onConnect(WsConnectContext ctx) {
        links.add(new Link(ctx));
        ObjectNode hello = Json.object().put("type", "hello").put("num_connections", links.size());
        hello.putObject("debug_info").put("host", "applink-sandbox").put("approximate_connection_time", 18_060);
        hello.putObject("connection_info").put("app_id", World.APP);
        ctx.send(hello.toString());
    }

    @Override
    public CompletableFuture<Ack> deliver(Envelope envelope) {
        List<Link> open = links.stream().filter(link -> !link.retiring).toList();
        if (open.isEmpty()) {
            return CompletableFuture.completedFuture(Ack.failed(Ack.NOT_REACHED));
        }
        Link link = open.get(Math.floorMod(turn.getAndIncrement(), open.size()));
        String id = UUID.randomUUID().toString();
        Pending waiting = new Pending(envelope, ticker.read(), new CompletableFuture<>());
        pending.put(id, waiting);
        var _ = scheduler.schedule(executor, () -> expire(id), ACK_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        link.context.send(wrap(id, envelope).toString());
        return waiting.ack();
    }

    private static ObjectNode wrap(String id, Envelope envelope) {
        ObjectNode json = Json.object().put("envelope_id", id).put("type", envelope.kind().wireName);
        json.set("payload", envelope.payload());
        json.put("accepts_response_payload", envelope.kind() == Envelope.Kind.SLASH_COMMAND);
        if (envelope.kind() == Envelope.Kind.EVENT) {
            json.put("retry_attempt", envelope.attempt()).put("retry_reason", envelope.retryReason());
        }
        return json;
    }

    private void expire(String id) {
        Pending late = pending.get(id);
        if (late != null && late.ack().complete(Ack.failed("timeout"))) {
            record(late, 0, "");
        }
    }

    private void onMessage(String message) {
        JsonNode json = Json.parse(message).orElseGet(Json::object);
        Pending waiting = pending.remove(Json.text(json, "envelope_id"));
        if (waiting == null) {
            log.violation("ack", "unknown_envelope_id", message);
            return;
        }
        JsonNode body = json.path("payload");
        String sent = body.isMissingNode() || body.isNull() || body.isEmpty() ? "" : body.toString();
        if (waiting.ack().isDone()) {
            log.violation("ack", "late_ack", waiting.envelope().name() + " acknowledged after more than 3 s");
        } else {
            record(waiting, 200, sent);
            waiting.ack().complete(Ack.taken(sent));
        }
    }

    private void record(Pending done, int status, String answer) {
        long millis = Duration.ofNanos(ticker.read() - done.startedNanos()).toMillis();
        String request = done.envelope().payload().toString();
        log.add(new Exchange(
                clock.instant(), Exchange.Kind.SOCKET, done.envelope().name(), request, status, answer, millis));
    }

    /** Plays one of the faults that strike open connections. */
    void strike(SlackFault fault) {
        List<Link> all = List.copyOf(links);
        switch (fault) {
            case SOCKET_REFRESH -> all.forEach(this::askToRefresh);
            case SOCKET_CUT -> all.forEach(link -> peer(link).ifPresent(wire::cut));
            case SOCKET_GOING_AWAY -> all.forEach(link -> link.context.closeSession(1001, "going away"));
            case SOCKET_HALF_OPEN -> all.forEach(link -> peer(link).ifPresent(wire::freeze));
            default -> throw new IllegalArgumentException(fault + " does not strike connections");
        }
        if (fault == SlackFault.SOCKET_CUT || fault == SlackFault.SOCKET_GOING_AWAY) {
            links.removeAll(all);
        }
    }

    private void askToRefresh(Link link) {
        link.retiring = true;
        ObjectNode json = Json.object().put("type", "disconnect").put("reason", "refresh_requested");
        json.putObject("debug_info").put("host", "applink-sandbox");
        link.context.send(json.toString());
        var _ = scheduler.schedule(executor, () -> link.context.closeSession(1000, "refreshed"), 10, TimeUnit.SECONDS);
    }

    /** Empty if the other side has gone at this very moment, as a process that is killed does. */
    private static Optional<SocketAddress> peer(Link link) {
        return Optional.ofNullable(link.context.session.getRemoteSocketAddress());
    }
}
