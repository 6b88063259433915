package dev.paperboy.config.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox over HTTP: what people do, what they see, the clock and the faults, as JSON. See docs/sandbox.md. */
final class ControlApi {

    private static final Logger LOG = LoggerFactory.getLogger(ControlApi.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Message ids hold the time, and Discord's begin in 2015. */
    private static final Instant EARLIEST = Instant.parse("2016-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2099-12-31T00:00:00Z");

    private final Stage stage;
    private final Completions completions;
    private final PageEvents events;

    ControlApi(Stage stage, Completions completions, PageEvents events) {
        this.stage = stage;
        this.completions = completions;
        this.events = events;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/state", this::state);
        routes.post("/api/clock", this::clock);
        routes.get("/api/{platform}/messages", this::messages);
        routes.get("/api/{platform}/complete", this::complete);
        routes.post("/api/{platform}/command", this::command);
        routes.post("/api/{platform}/home", this::home);
        routes.post("/api/{platform}/react", this::react);
        routes.post("/api/{platform}/click", this::click);
        routes.post("/api/{platform}/fault", this::fault);
        routes.exception(BadRequest.class, (wrong, context) -> fail(context, HttpStatus.BAD_REQUEST, wrong));
        routes.exception(
                HttpResponseException.class,
                (refused, context) -> fail(
                        context,
                        HttpStatus.forStatus(refused.getStatus()),
                        new BadRequest(String.valueOf(refused.getMessage()))));
        routes.exception(Exception.class, (broken, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), broken);
            fail(context, HttpStatus.INTERNAL_SERVER_ERROR, broken);
        });
        routes.error(404, context -> {
            if (context.path().startsWith("/api/")) {
                fail(context, HttpStatus.NOT_FOUND, new BadRequest("nothing answers to " + context.path()));
            }
        });
    }

    private void state(Context context) {
        ObjectNode state = JSON.createObjectNode()
                .put("clock", stage.clock().instant().toString())
                .put("today", stage.clock().today().toString())
                .put("nextPosting", stage.nextPosting().map(Instant::toString).orElse(null));
        state.set("live", JSON.valueToTree(stage.live()));
        ObjectNode platforms = state.putObject("platforms");
        stage.desks().forEach(desk -> platforms.set(desk.name(), platform(desk)));
        answer(context, state);
    }

    private static ObjectNode platform(Desk desk) {
        ObjectNode platform =
                JSON.createObjectNode().put("name", "Paperboy Lab").put("online", desk.online());
        platform.set("bot", JSON.createObjectNode().put("id", desk.bot()).put("name", "Paperboy"));
        platform.set("users", JSON.valueToTree(desk.people()));
        platform.set("channels", JSON.valueToTree(desk.rooms()));
        platform.set("faults", JSON.valueToTree(desk.faults()));
        return platform;
    }

    private void clock(Context context) {
        Body body = body(context);
        Optional<Duration> advance = body.duration("advance");
        Optional<Instant> set = body.instant("set");
        if (advance.isPresent() == set.isPresent()) {
            throw new BadRequest("give either \"advance\", like PT24H, or \"set\", like 2026-04-24T09:00:00Z");
        }
        Instant target = set.orElseGet(() -> plus(stage.clock().instant(), advance.orElseThrow()));
        if (target.isBefore(EARLIEST) || target.isAfter(LATEST)) {
            throw new BadRequest("the clock goes from " + EARLIEST + " to " + LATEST);
        }
        stage.moveClock(target);
        events.stateChanged();
        answer(
                context,
                JSON.createObjectNode().put("clock", stage.clock().instant().toString()));
    }

    private static Instant plus(Instant now, Duration advance) {
        try {
            return now.plus(advance);
        } catch (ArithmeticException | java.time.DateTimeException tooFar) {
            throw new BadRequest("\"advance\" goes beyond all time");
        }
    }

    private void messages(Context context) {
        Desk desk = desk(context);
        Room room = desk.room(parameter(context, "channel"));
        Optional<Person> person =
                Optional.ofNullable(context.queryParam("user")).map(desk::person);
        List<Seen> messages = desk.messages(room, person);
        int limit = Optional.ofNullable(context.queryParam("limit"))
                .map(ControlApi::count)
                .orElse(Integer.MAX_VALUE);
        ArrayNode list = JSON.createArrayNode();
        messages.subList(Math.max(0, messages.size() - limit), messages.size())
                .forEach(message -> list.add(JSON.<JsonNode>valueToTree(message)));
        answer(context, list);
    }

    private static int count(String text) {
        try {
            return Math.max(1, Integer.parseInt(text));
        } catch (NumberFormatException notANumber) {
            throw new BadRequest("\"limit\" must be a whole number, not " + text);
        }
    }

    private void complete(Context context) {
        Desk desk = desk(context);
        Person person = desk.person(parameter(context, "user"));
        Room room = desk.room(parameter(context, "channel"));
        String text = parameter(context, "text");
        answer(
                context,
                JSON.valueToTree(completions.complete(
                        text, (written, option, typed) -> desk.suggest(person, room, written, option, typed))));
    }

    private void command(Context context) {
        Desk desk = desk(context);
        Body body = body(context);
        Outcome outcome = desk.command(person(desk, body), room(desk, body), body.text("text"), Handed.of(body));
        answer(context, JSON.valueToTree(outcome));
    }

    private void click(Context context) {
        Desk desk = desk(context);
        Body body = body(context);
        Person person = person(desk, body);
        Room room = room(desk, body);
        Seen message = desk.message(room, person, body.text("message"));
        answer(context, JSON.valueToTree(desk.click(person, room, message.id(), body.text("button"))));
    }

    private void home(Context context) {
        Desk desk = desk(context);
        Body body = body(context);
        Outcome outcome = desk.home(person(desk, body), body.find("button"))
                .orElseThrow(() -> new BadRequest("apps have no home tab on " + desk.name()));
        answer(context, JSON.valueToTree(outcome));
    }

    private void react(Context context) {
        Desk desk = desk(context);
        Body body = body(context);
        Person person = person(desk, body);
        Room room = room(desk, body);
        Seen message = desk.message(room, person, body.text("message"));
        if (message.ephemeral()) {
            throw new BadRequest("message " + message.id() + " is for one person alone and takes no reactions");
        }
        Outcome outcome = stage.react(desk, person, room, message, body.text("emoji"), body.flag("remove"));
        answer(context, JSON.valueToTree(outcome));
    }

    private void fault(Context context) {
        Desk desk = desk(context);
        Body body = body(context);
        String kind = body.text("kind");
        if (kind.equals(Stage.RESTART)) {
            stage.restartBot();
        } else {
            desk.fault(new FaultCall(
                    kind,
                    body.number("times").orElse(1),
                    body.find("route").or(() -> body.find("method")).orElse(""),
                    body.duration("lasting"),
                    body.number("status"),
                    body.find("channel")));
            events.stateChanged();
        }
        answer(context, JSON.createObjectNode().put("ok", true).put("kind", kind));
    }

    private Desk desk(Context context) {
        String name = context.pathParam("platform");
        return stage.desks().stream()
                .filter(desk -> desk.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequest("no platform " + name + "; there are "
                        + String.join(
                                ", ", stage.desks().stream().map(Desk::name).toList())));
    }

    private static Person person(Desk desk, Body body) {
        return desk.person(body.text("user"));
    }

    private static Room room(Desk desk, Body body) {
        return desk.room(body.text("channel"));
    }

    private static String parameter(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name))
                .orElseThrow(() -> new BadRequest("\"" + name + "\" is missing"));
    }

    private static Body body(Context context) {
        return Body.of(JSON, context.bodyAsBytes());
    }

    private static void answer(Context context, JsonNode json) {
        context.contentType("application/json; charset=utf-8").result(JSON.writeValueAsBytes(json));
    }

    private static void fail(Context context, HttpStatus status, Exception what) {
        String error = what instanceof BadRequest ? String.valueOf(what.getMessage()) : what.toString();
        context.status(status);
        answer(context, JSON.createObjectNode().put("ok", false).put("error", error));
    }
}
