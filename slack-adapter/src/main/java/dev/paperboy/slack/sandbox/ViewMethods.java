package dev.paperboy.slack.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code views.*}: the home tab and modals. */
final class ViewMethods {
    private final World world;
    private final Interactions interactions;
    private final Map<String, Opened> opened = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong(1);

    ViewMethods(World world, Interactions interactions) {
        this.world = world;
        this.interactions = interactions;
    }

    /**
     * A window in front of somebody.
     *
     * @param asked what it answers
     */
    record Opened(Interaction asked, ObjectNode view) {}

    /** Closes the window in front of somebody, and gives it. */
    Optional<Opened> close(String user) {
        return Optional.ofNullable(opened.remove(user));
    }

    void addTo(Map<String, ApiMethod> methods) {
        methods.put("views.publish", ApiMethod.of("", 100, this::publish));
        methods.put("views.open", ApiMethod.of("", 100, this::open));
    }

    private ObjectNode publish(Call call) {
        String user = world.user(call.required("user_id"))
                .map(SlackUser::id)
                .orElseThrow(() -> SlackRefusal.state("invalid_arguments"));
        ObjectNode view = view(call, "home");
        world.publishHome(user, view);
        String sent = Json.MAPPER.writeValueAsString(view);
        interactions
                .openHome(user)
                .ifPresent(visit ->
                        call.effects().add(() -> interactions.answer(visit, true, PlainReading.of(view), sent, "")));
        return named(view);
    }

    private ObjectNode open(Call call) {
        Interaction asked = interactions
                .byTrigger(call.required("trigger_id"))
                .orElseThrow(() -> SlackRefusal.bad("invalid_trigger_id", "no such trigger"));
        if (interactions.isExpired(asked, Interactions.TRIGGER_LIFE)) {
            throw SlackRefusal.bad("expired_trigger_id", "a trigger lives 3 s");
        }
        ObjectNode view = view(call, "modal");
        String sent = Json.MAPPER.writeValueAsString(view);
        ObjectNode answer = named(view);
        opened.put(asked.user, new Opened(asked, view));
        call.effects().add(() -> interactions.answer(asked, true, PlainReading.of(view), sent, ""));
        return answer;
    }

    private static ObjectNode view(Call call, String type) {
        JsonNode view = call.json("view", "invalid_arguments")
                .orElseThrow(() -> SlackRefusal.bad("invalid_arguments", "[ERROR] missing required field: view"));
        List<String> problems = BlockKit.problemsOfView(view);
        if (!problems.isEmpty()) {
            throw SlackRefusal.bad("invalid_arguments", problems);
        }
        if (!type.equals(Json.text(view, "type"))) {
            throw SlackRefusal.bad("invalid_arguments", "[ERROR] the view must be a " + type);
        }
        return ((ObjectNode) view).deepCopy();
    }

    private ObjectNode named(ObjectNode view) {
        view.put("id", "V0" + sequence.getAndIncrement()).put("team_id", World.TEAM);
        view.put("app_id", World.APP).put("bot_id", World.BOT).put("hash", "1." + sequence.get());
        return Json.object().set("view", view);
    }
}
