package dev.paperboy.discord.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What every REST request passes: token, faults, rate limits, the work under the world's monitor, faults again, and
 * the ledger.
 */
final class HttpFront {
    private static final String PREFIX = "/api/v10";
    /** Stands for a body that is no JSON, so that the request is still logged. */
    private static final String UNREADABLE = "\u0000unreadable";

    private final World world;
    private final Ledger ledger;
    private final FaultDesk faults;
    private final SandboxPace pace;
    private final RateLimits limits;
    private final Interactions interactions;
    private final String token;

    HttpFront(World world, Ledger ledger, FaultDesk faults, SandboxPace pace, Interactions interactions, String token) {
        this.world = world;
        this.ledger = ledger;
        this.faults = faults;
        this.pace = pace;
        this.limits = new RateLimits(pace);
        this.interactions = interactions;
        this.token = token;
    }

    void configure(RoutesConfig routes, List<RestApi.Route> all) {
        for (RestApi.Route route : all) {
            routes.addHttpHandler(
                    HandlerType.findOrCreate(route.method()), PREFIX + route.template(), ctx -> serve(ctx, route));
        }
        routes.error(404, ctx -> {
            if (ctx.result() == null || String.valueOf(ctx.result()).startsWith("Endpoint")) {
                unknownRoute(ctx);
            }
        });
    }

    private void unknownRoute(Context ctx) {
        RestApi.Route nowhere =
                new RestApi.Route(ctx.method().name(), ctx.path().replace(PREFIX, ""), true, call -> {
                    throw Refusal.violation(404, 0, "404: Not Found");
                });
        serve(ctx, nowhere);
    }

    private void serve(Context ctx, RestApi.Route route) {
        Call call = read(ctx, route);
        Answer answer = answer(call, route);
        ledger.record(new Exchange(
                world.clock().instant(),
                call.method(),
                call.path(),
                call.route(),
                call.body().isMissingNode() ? null : call.body(),
                answer.status(),
                answer.body()));
        if (answer.status() == 0) {
            cut(ctx);
        } else {
            write(ctx, answer);
        }
    }

    private Answer answer(Call call, RestApi.Route route) {
        FaultOrder fault = faults.take(call);
        if (fault != null) {
            excuse(call);
        }
        Answer early = fault == null ? null : before(fault);
        if (early != null) {
            return early;
        }
        Answer done = work(call, route);
        return fault == null ? done : after(fault, done);
    }

    private void excuse(Call call) {
        synchronized (world) {
            interactions.excuse(call.parameter("interaction_id"));
            interactions.excuse(call.parameter("webhook_token"));
        }
    }

    private @Nullable Answer before(FaultOrder fault) {
        Duration time = fault.lastingOr(Duration.ofSeconds(1));
        return switch (fault.fault()) {
            case HTTP_429 -> RateLimits.tooMany(time, "user", true);
            case HTTP_429_SHARED -> RateLimits.tooMany(time, "shared", true);
            case HTTP_429_WITHOUT_VIA -> RateLimits.tooMany(time, "global", false);
            case HTTP_5XX_BEFORE -> serverError(fault);
            case CLOSE_BEFORE -> Answer.CLOSED;
            case DELAY -> {
                delay(time);
                yield null;
            }
            default -> null;
        };
    }

    private Answer after(FaultOrder fault, Answer done) {
        return switch (fault.fault()) {
            case HTTP_5XX_AFTER -> serverError(fault);
            case LOST_REPLY -> Answer.CLOSED;
            case DELAY_AFTER -> {
                delay(fault.lastingOr(Duration.ofSeconds(1)));
                yield done;
            }
            default -> done;
        };
    }

    /** Waits until people's time has gone on, which in a test it does when told. */
    private void delay(Duration time) {
        long begun = pace.patience().getAsLong();
        while (pace.patience().getAsLong() - begun < time.toNanos()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static Answer serverError(FaultOrder fault) {
        return new Answer(fault.status(), null, Map.of("Via", "1.1 google"));
    }

    private Answer work(Call call, RestApi.Route route) {
        try {
            requireToken(call, route);
            Answer limited = limits.refuse(call);
            if (limited != null) {
                return limited;
            }
            requireReadable(call);
            synchronized (world) {
                Answer done = route.work().answer(call);
                return new Answer(done.status(), copy(done.body()), limits.headers(call));
            }
        } catch (Refusal refusal) {
            if (refusal.breaksRules()) {
                ledger.record(new Violation(call.method() + " " + call.path(), refusal.code(), refusal.detail()));
            }
            return Answer.of(refusal);
        }
    }

    /** Answers leave the monitor; what they show must not change any more. */
    private static @Nullable JsonNode copy(@Nullable JsonNode body) {
        return body == null ? null : body.deepCopy();
    }

    private void requireToken(Call call, RestApi.Route route) {
        if (!route.open() && !("Bot " + token).equals(call.authorization())) {
            throw Refusal.violation(401, 0, "401: Unauthorized");
        }
    }

    private static void requireReadable(Call call) {
        if (call.body().isString() && call.body().stringValue().equals(UNREADABLE)) {
            throw Refusal.violation(400, 50109, "The request body contains invalid JSON.");
        }
        if (call.files().stream().anyMatch(file -> file.size() > Upload.LIMIT)) {
            throw Refusal.violation(413, 40005, "Request entity too large");
        }
    }

    private static Call read(Context ctx, RestApi.Route route) {
        Map<String, String> query = new HashMap<>();
        ctx.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
        boolean form = String.valueOf(ctx.contentType()).startsWith("multipart/form-data");
        List<Upload> files =
                form ? ctx.uploadedFiles().stream().map(HttpFront::upload).toList() : List.of();
        String body = form ? ctx.formParam("payload_json") : ctx.body();
        return new Call(
                route.method(),
                route.template(),
                ctx.path().replace(PREFIX, ""),
                route.template().contains("{") ? ctx.pathParamMap() : Map.of(),
                query,
                ctx.header("Authorization"),
                parse(body),
                files);
    }

    private static Upload upload(UploadedFile file) {
        try (InputStream content = file.content()) {
            return new Upload(file.filename(), content.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonNode parse(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return Json.MAPPER.missingNode();
        }
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException malformed) {
            return Json.MAPPER.valueToTree(UNREADABLE);
        }
    }

    private static void write(Context ctx, Answer answer) {
        ctx.status(answer.status());
        answer.headers().forEach(ctx::header);
        if (answer.body() != null) {
            ctx.contentType("application/json").result(answer.body().toString());
        } else {
            ctx.result("");
        }
    }

    private static void cut(Context ctx) {
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
