package dev.paperboy.slack.sandbox;

import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.http.Context;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets a request of the bot through to its work, past the faults ordered for it, and logs what came of it. */
final class FaultGate {
    private final Faults faults;
    private final WireLog log;
    private final Wire wire;
    private final InstantSource clock;
    private final Ticker ticker;

    FaultGate(Faults faults, WireLog log, Wire wire, InstantSource clock, Ticker ticker) {
        this.faults = faults;
        this.log = log;
        this.wire = wire;
        this.clock = clock;
        this.ticker = ticker;
    }

    void pass(Context ctx, Exchange.Kind kind, String name, String request, Supplier<Answer> work) {
        long start = ticker.read();
        if (faults.take(SlackFault.LOST_REQUEST, name).isPresent()) {
            cut(ctx);
            log(kind, name, request, 0, "", start);
            return;
        }
        Answer answer = before(name).orElseGet(() -> after(name, work.get()));
        faults.take(SlackFault.DELAY, name).ifPresent(FaultGate::sleep);
        if (faults.take(SlackFault.LOST_REPLY, name).isPresent()) {
            log(kind, name, request, 0, answer.body(), start);
            answer.seen().run();
            cut(ctx);
            return;
        }
        log(kind, name, request, answer.status(), answer.body(), start);
        answer.seen().run();
        answer.headers().forEach(ctx::header);
        String type = answer.body().startsWith("{") ? "application/json; charset=utf-8" : "text/html";
        ctx.status(answer.status()).contentType(type).result(answer.body());
    }

    private Optional<Answer> before(String name) {
        Optional<FaultOrder> limited = faults.take(SlackFault.RATE_LIMITED, name);
        if (limited.isPresent()) {
            return limited.map(order -> Answer.tooFast(order.duration()));
        }
        if (faults.take(SlackFault.INTERNAL_ERROR, name).isPresent()) {
            return Optional.of(Answer.refused("internal_error", Json.object()));
        }
        return faults.take(SlackFault.SERVER_ERROR_BEFORE, name).map(order -> Answer.error(503, "service_unavailable"));
    }

    private Answer after(String name, Answer answer) {
        if (faults.take(SlackFault.UNREADABLE, name).isPresent()) {
            return Answer.plain("<html>We are doing some maintenance.</html>").seenAs(answer.seen());
        }
        if (faults.take(SlackFault.EMPTY, name).isPresent()) {
            return Answer.plain("").seenAs(answer.seen());
        }
        return faults.take(SlackFault.SERVER_ERROR_AFTER, name).isPresent()
                ? Answer.error(503, "service_unavailable").seenAs(answer.seen())
                : answer;
    }

    private void cut(Context ctx) {
        wire.cut(InetSocketAddress.createUnresolved("127.0.0.1", ctx.req().getRemotePort()));
    }

    private void log(Exchange.Kind kind, String name, String request, int status, String answer, long start) {
        long millis = Duration.ofNanos(ticker.read() - start).toMillis();
        log.add(new Exchange(clock.instant(), kind, name, request, status, answer, millis));
    }

    private static void sleep(FaultOrder order) {
        try {
            Thread.sleep(order.duration());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
