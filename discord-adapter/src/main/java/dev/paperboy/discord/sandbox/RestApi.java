package dev.paperboy.discord.sandbox;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of Discord's REST API that a bot like this one may use. Each runs under the world's monitor. */
final class RestApi {
    /** What a route does. */
    @FunctionalInterface
    interface Work {
        Answer answer(Call call);
    }

    /** A route with the parameter names of Discord's OpenAPI; open ones need no bot token. */
    record Route(String method, String template, boolean open, Work work) {}

    private static final String MESSAGES = "/channels/{channel_id}/messages";
    private static final String MESSAGE = MESSAGES + "/{message_id}";
    private static final String REACTION = MESSAGE + "/reactions/{emoji_name}";
    private static final String WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}";

    private final World world;
    private final MessageBoard board;
    private final Threads threads;
    private final Interactions interactions;
    private final InteractionReplies replies;
    private final CommandRegistry commands;
    private final Gateway gateway;
    private final Supplier<String> gatewayUrl;

    RestApi(
            World world,
            MessageBoard board,
            Interactions interactions,
            InteractionReplies replies,
            Gateway gateway,
            Supplier<String> gatewayUrl) {
        this.world = world;
        this.board = board;
        this.threads = new Threads(world, board, gateway);
        this.interactions = interactions;
        this.replies = replies;
        this.commands = new CommandRegistry(world);
        this.gateway = gateway;
        this.gatewayUrl = gatewayUrl;
    }

    /** All routes; literal paths stand before patterns that would swallow them. */
    List<Route> routes() {
        return Stream.of(identity(), commands.routes(), channels(), messages(), reactions(), interactionRoutes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> identity() {
        return List.of(
                new Route("GET", "/gateway", true, call -> Answer.ok(address())),
                new Route("GET", "/gateway/bot", false, this::gatewayBot),
                new Route("GET", "/users/@me", false, call -> Answer.ok(Wire.user(world.bot()))),
                new Route("GET", "/applications/@me", false, call -> Answer.ok(application())),
                new Route("GET", "/oauth2/applications/@me", false, call -> Answer.ok(application())));
    }

    private ObjectNode address() {
        return Json.object().put("url", gatewayUrl.get());
    }

    private Answer gatewayBot(Call call) {
        ObjectNode body = address().put("shards", 1);
        body.set(
                "session_start_limit",
                Json.object()
                        .put("total", 1000)
                        .put("remaining", Math.max(0, 1000 - gateway.identifies()))
                        .put("reset_after", 86_400_000)
                        .put("max_concurrency", 1));
        return Answer.ok(body);
    }

    private ObjectNode application() {
        return Json.object()
                .put("id", World.APPLICATION)
                .put("name", "Paperboy")
                .put("icon", (String) null)
                .put("description", "")
                .put("bot_public", true)
                .put("bot_require_code_grant", false)
                .put("verify_key", "")
                .put("flags", 0);
    }

    private List<Route> channels() {
        return List.of(
                new Route("GET", "/channels/{channel_id}", false, this::channel),
                new Route("POST", "/users/@me/channels", false, this::conversation),
                new Route("POST", "/channels/{channel_id}/typing", false, this::typing));
    }

    private Answer channel(Call call) {
        String id = call.parameter("channel_id");
        board.requireChannel(id);
        return Answer.ok(Wire.channel(world, requireNonNull(world.channel(id))));
    }

    private Answer conversation(Call call) {
        SandboxUser person = world.user(Json.text(call.body(), "recipient_id"));
        if (person == null) {
            throw Refusal.violation(404, 10013, "Unknown User");
        }
        return Answer.ok(Wire.channel(world, world.direct(person)));
    }

    private Answer typing(Call call) {
        board.requireChannel(call.parameter("channel_id"));
        return Answer.NO_CONTENT;
    }

    private List<Route> messages() {
        return List.of(
                new Route("POST", MESSAGES, false, this::createMessage),
                new Route("GET", MESSAGES, false, this::history),
                new Route("GET", MESSAGE, false, call -> Answer.ok(read(call).forApi())),
                new Route("PATCH", MESSAGE, false, this::editMessage),
                new Route("DELETE", MESSAGE, false, this::deleteMessage),
                new Route("POST", MESSAGE + "/threads", false, this::startThread));
    }

    private Answer createMessage(Call call) {
        return Answer.ok(board.create(call.parameter("channel_id"), call.body(), call.files())
                .forApi());
    }

    private Answer history(Call call) {
        String channel = call.parameter("channel_id");
        board.requireChannel(channel);
        if (!world.botMay(channel, Permissions.READ_MESSAGE_HISTORY)) {
            return Answer.ok(Json.array());
        }
        int limit = limit(call, 50);
        List<StoredMessage> visible = world.messagesIn(channel)
                .filter(message -> !message.ephemeral())
                .filter(message -> inWindow(Long.parseLong(message.id()), call.query()))
                .toList();
        int size = visible.size();
        boolean forward = call.query().containsKey("after");
        List<StoredMessage> page =
                forward ? visible.subList(0, Math.min(limit, size)) : visible.subList(Math.max(0, size - limit), size);
        ArrayNode list = Json.array();
        page.reversed().forEach(message -> list.add(message.forApi()));
        return Answer.ok(list);
    }

    private static int limit(Call call, int usual) {
        int limit = Integer.parseInt(call.query().getOrDefault("limit", Integer.toString(usual)));
        if (limit < 1 || limit > 100) {
            FormErrors errors = new FormErrors();
            errors.add("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
            errors.check();
        }
        return limit;
    }

    private static boolean inWindow(long id, Map<String, String> query) {
        long before = Long.parseLong(query.getOrDefault("before", Long.toString(Long.MAX_VALUE)));
        long after = Long.parseLong(query.getOrDefault("after", "0"));
        return id < before && id > after;
    }

    private StoredMessage target(Call call) {
        return board.require(call.parameter("channel_id"), call.parameter("message_id"));
    }

    /** The message, for a bot that may read it. */
    private StoredMessage read(Call call) {
        StoredMessage message = target(call);
        if (!world.botMay(message.channelId(), Permissions.READ_MESSAGE_HISTORY)) {
            throw Refusal.missingPermissions();
        }
        return message;
    }

    private Answer editMessage(Call call) {
        StoredMessage message = target(call);
        if (!Json.text(message.author(), "id").equals(World.BOT)) {
            throw Refusal.circumstance(403, 50005, "Cannot edit a message authored by another user");
        }
        return Answer.ok(board.edit(message, call.body(), call.files()).forApi());
    }

    private Answer startThread(Call call) {
        return Answer.created(threads.start(target(call), call.body()));
    }

    private Answer deleteMessage(Call call) {
        board.delete(target(call));
        return Answer.NO_CONTENT;
    }

    private List<Route> reactions() {
        return List.of(
                new Route("PUT", REACTION + "/@me", false, this::react),
                new Route("DELETE", REACTION + "/@me", false, this::unreact),
                new Route("GET", REACTION, false, this::reactors));
    }

    private Answer react(Call call) {
        StoredMessage message = target(call);
        String emoji = emoji(call);
        long needed = message.reactedWith(emoji).isEmpty()
                ? Permissions.READ_MESSAGE_HISTORY | Permissions.ADD_REACTIONS
                : Permissions.READ_MESSAGE_HISTORY;
        if (!world.botMay(message.channelId(), needed)) {
            throw Refusal.missingPermissions();
        }
        board.react(message, world.bot(), emoji);
        return Answer.NO_CONTENT;
    }

    private Answer unreact(Call call) {
        board.unreact(target(call), world.bot(), emoji(call));
        return Answer.NO_CONTENT;
    }

    /** One page of those who reacted, by ascending id. */
    private Answer reactors(Call call) {
        long after = Long.parseLong(call.query().getOrDefault("after", "0"));
        int limit = limit(call, 25);
        ArrayNode list = Json.array();
        read(call).reactedWith(emoji(call)).stream()
                .filter(user -> Long.parseLong(user) > after)
                .sorted(Comparator.comparingLong(Long::parseLong))
                .limit(limit)
                .map(world::user)
                .forEach(user -> list.add(user == null ? Json.object() : Wire.user(user)));
        return Answer.ok(list);
    }

    private static String emoji(Call call) {
        String emoji = call.parameter("emoji_name");
        if (emoji.codePoints().allMatch(point -> point < 128)) {
            throw Refusal.violation(400, 10014, "Unknown Emoji");
        }
        return emoji;
    }

    private List<Route> interactionRoutes() {
        String original = WEBHOOK + "/messages/@original";
        String message = WEBHOOK + "/messages/{message_id}";
        return List.of(
                new Route("POST", "/interactions/{interaction_id}/{interaction_token}/callback", true, this::callback),
                new Route("POST", WEBHOOK, true, this::followUp),
                new Route("GET", original, true, this::webhookMessage),
                new Route("PATCH", original, true, this::editWebhookMessage),
                new Route("DELETE", original, true, this::deleteWebhookMessage),
                new Route("GET", message, true, this::webhookMessage),
                new Route("PATCH", message, true, this::editWebhookMessage),
                new Route("DELETE", message, true, this::deleteWebhookMessage));
    }

    private Answer callback(Call call) {
        Interaction interaction =
                interactions.forCallback(call.parameter("interaction_id"), call.parameter("interaction_token"));
        JsonNode callback = replies.first(interaction, call.body(), call.files());
        return call.asks("with_response") ? Answer.ok(callback) : Answer.NO_CONTENT;
    }

    private Answer followUp(Call call) {
        return Answer.ok(
                replies.followUp(webhook(call), call.body(), call.files()).forApi());
    }

    private Answer webhookMessage(Call call) {
        return Answer.ok(replies.message(webhook(call), messageName(call)).forApi());
    }

    private Answer editWebhookMessage(Call call) {
        return Answer.ok(replies.edit(webhook(call), messageName(call), call.body(), call.files())
                .forApi());
    }

    private Answer deleteWebhookMessage(Call call) {
        replies.delete(webhook(call), messageName(call));
        return Answer.NO_CONTENT;
    }

    private Interaction webhook(Call call) {
        return interactions.forWebhook(call.parameter("webhook_id"), call.parameter("webhook_token"));
    }

    private static String messageName(Call call) {
        return call.parameters().getOrDefault("message_id", "@original");
    }
}
