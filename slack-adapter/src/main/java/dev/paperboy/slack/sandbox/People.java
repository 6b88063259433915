package dev.paperboy.slack.sandbox;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the people of the workspace do, and what they then see. */
final class People {
    private final World world;
    private final Interactions interactions;
    private final ResponseUrls responses;
    private final ViewMethods views;
    private final FileMethods files;
    private final Payloads payloads;
    private final Dispatcher dispatcher;
    private final Faults faults;
    private final WireLog log;
    private final Scopes scopes;
    private final Function<Interaction, String> responseUrl;

    People(
            World world,
            Interactions interactions,
            ResponseUrls responses,
            ViewMethods views,
            FileMethods files,
            Payloads payloads,
            Dispatcher dispatcher,
            Faults faults,
            WireLog log,
            Scopes scopes,
            Function<Interaction, String> responseUrl) {
        this.world = world;
        this.interactions = interactions;
        this.responses = responses;
        this.views = views;
        this.files = files;
        this.payloads = payloads;
        this.dispatcher = dispatcher;
        this.faults = faults;
        this.log = log;
        this.scopes = scopes;
        this.responseUrl = responseUrl;
    }

    CompletableFuture<SandboxReply> command(String userName, String channelName, String command, String text) {
        SlackUser user = user(userName);
        SlackChannel channel = channel(channelName);
        if (!scopes.has("commands")) {
            String unknown = command + " is not a valid command.";
            return CompletableFuture.completedFuture(new SandboxReply(false, true, unknown, "", 0, ""));
        }
        Interaction asked = interactions.open(Interaction.Kind.COMMAND, user.id(), channel.id(), null);
        ObjectNode payload = payloads.command(asked, user, channel, command, text, responseUrl.apply(asked));
        Envelope envelope = Envelope.first(Envelope.Kind.SLASH_COMMAND, command, payload);
        return send(asked, envelope, command + " failed with the error ").thenCompose(ack -> asked.reply);
    }

    CompletableFuture<SandboxReply> click(String userName, String channelName, String ts, String button) {
        SlackUser user = user(userName);
        SlackChannel channel = channel(channelName);
        Posted posted = seen(channel.id(), ts, user.id());
        ObjectNode pressed = button(posted, button);
        Interaction asked = interactions.open(Interaction.Kind.CLICK, user.id(), channel.id(), posted);
        ObjectNode payload = payloads.click(asked, user, channel, posted, pressed, responseUrl.apply(asked));
        Envelope envelope = Envelope.first(Envelope.Kind.INTERACTIVE, "block_actions", payload);
        return send(asked, envelope, "This app responded with an error: ").thenCompose(ack -> {
            if (pressed.has("url")) {
                // The browser opens the link whatever the app answers; nothing more is to be seen here.
                interactions.answer(asked, true, "", "", "");
            }
            return asked.reply;
        });
    }

    /** Sends the window in front of somebody, with this file where it asks for one. */
    CompletableFuture<SandboxReply> submit(String userName, SandboxFile file) {
        SlackUser user = user(userName);
        ViewMethods.Opened window = views.close(user.id())
                .orElseThrow(() -> new IllegalArgumentException("no window is open for " + userName));
        ObjectNode values = Json.object();
        window.view()
                .path("blocks")
                .valueStream()
                .filter(block -> "file_input".equals(Json.text(block.path("element"), "type")))
                .forEach(block -> values.putObject(Json.text(block, "block_id"))
                        .putObject(Json.text(block.path("element"), "action_id"))
                        .put("type", "file_input")
                        .putArray("files")
                        .add(files.handOver(file, user.id())));
        Interaction sent = interactions.open(Interaction.Kind.SUBMISSION, user.id(), window.asked().channel, null);
        window.asked().submission = sent;
        ObjectNode payload = payloads.submission(sent, user, window.view(), values);
        Envelope envelope = Envelope.first(Envelope.Kind.INTERACTIVE, "view_submission", payload);
        return send(sent, envelope, "We had some trouble connecting: ").thenCompose(ack -> sent.reply);
    }

    private CompletableFuture<Ack> send(Interaction asked, Envelope envelope, String failure) {
        return dispatcher.once(envelope).thenApply(ack -> {
            if (!ack.ok()) {
                String word = ack.reason().contains("time") ? "operation_timeout" : "dispatch_failed";
                interactions.fail(asked, failure + "\"" + word + "\"");
            } else if (!ack.body().isBlank()) {
                showAckBody(asked, ack.body());
            }
            return ack;
        });
    }

    /** An acknowledgement may carry a message; plain text is a message to the asker alone. */
    private void showAckBody(Interaction asked, String body) {
        ObjectNode sent = Json.parseObject(body).orElseGet(() -> Json.object().put("text", body));
        if (!sent.has("text") && !sent.has("blocks")) {
            return;
        }
        try {
            responses.show(asked, sent).run();
        } catch (SlackRefusal refusal) {
            log.violation("ack", refusal.code, refusal.more.toString());
            interactions.fail(asked, "the app's acknowledgement was refused: " + refusal.code);
        }
    }

    CompletableFuture<SandboxReply> react(String userName, String channelName, String ts, String emoji, boolean add) {
        String user = user(userName).id();
        Posted posted = seen(channel(channelName).id(), ts, user);
        if (posted.ephemeralFor() != null) {
            throw new IllegalArgumentException("ephemeral messages take no reactions");
        }
        String name = EmojiNames.nameOf(emoji);
        boolean told = world.isMember(posted.channel(), World.BOT_USER) && scopes.has("reactions:read");
        if (!world.react(posted, name, user, add) || !told) {
            return CompletableFuture.completedFuture(new SandboxReply(true, false, "", "", 0, ""));
        }
        return event(payloads.reaction(add, user, name, posted))
                .thenApply(ack -> new SandboxReply(ack.ok(), false, "", ack.body(), 0, ""));
    }

    CompletableFuture<SandboxReply> openHome(String userName) {
        SlackUser user = user(userName);
        String direct = channel(user.id()).id();
        Interaction visit = interactions.open(Interaction.Kind.HOME, user.id(), direct, null);
        return event(payloads.homeOpened(user.id(), direct)).thenCompose(ack -> {
            if (!ack.ok()) {
                interactions.fail(visit, "the app did not take the event: " + ack.reason());
            }
            return visit.reply;
        });
    }

    CompletableFuture<SandboxReply> clickHome(String userName, String button) {
        SlackUser user = user(userName);
        JsonNode view = world.home(user.id())
                .orElseThrow(() -> new IllegalArgumentException(userName + " has no home tab yet"));
        ObjectNode pressed = button(view, button)
                .orElseThrow(() -> new IllegalArgumentException("the home tab has no button " + button));
        String direct = channel(user.id()).id();
        Interaction visit = interactions.open(Interaction.Kind.HOME, user.id(), direct, null);
        ObjectNode payload = payloads.homeClick(visit, user, view, pressed);
        Envelope envelope = Envelope.first(Envelope.Kind.INTERACTIVE, "block_actions", payload);
        return send(visit, envelope, "This app responded with an error: ").thenCompose(ack -> {
            if (pressed.has("url")) {
                interactions.answer(visit, true, "", "", "");
            }
            return visit.reply;
        });
    }

    /** Slack sends both events in either order; the token is void before. */
    CompletableFuture<Boolean> uninstall(boolean tokensFirst) {
        ObjectNode first = tokensFirst ? payloads.tokensRevoked() : payloads.appUninstalled();
        ObjectNode second = tokensFirst ? payloads.appUninstalled() : payloads.tokensRevoked();
        return event(first).thenCombine(event(second), (one, other) -> one.ok() && other.ok());
    }

    private CompletableFuture<Ack> event(ObjectNode event) {
        String type = Json.text(event, "type");
        boolean foreign = faults.take(SlackFault.FOREIGN_TEAM, type).isPresent();
        ObjectNode wrapped = payloads.wrap(event, foreign ? World.FOREIGN_TEAM : World.TEAM);
        Envelope envelope = Envelope.first(Envelope.Kind.EVENT, type, wrapped);
        CompletableFuture<Ack> first = dispatcher.persistently(envelope);
        if (faults.take(SlackFault.DUPLICATE_EVENT, type).isEmpty()) {
            return first;
        }
        return first.thenCompose(ack -> dispatcher.persistently(envelope));
    }

    /** The button with this action id, else this label, else this value; of several the first. */
    private static ObjectNode button(Posted posted, String wanted) {
        return button(posted.message(), wanted)
                .orElseThrow(() -> new IllegalArgumentException("message " + posted.ts() + " has no button " + wanted));
    }

    private static Optional<ObjectNode> button(JsonNode shown, String wanted) {
        return Stream.<Function<JsonNode, String>>of(
                        button -> Json.text(button, "action_id"),
                        button -> Json.text(button.path("text"), "text"),
                        button -> Json.text(button, "value"))
                .flatMap(field ->
                        buttons(shown).filter(button -> field.apply(button).equals(wanted)))
                .findFirst();
    }

    private static Stream<ObjectNode> buttons(JsonNode shown) {
        return shown.path("blocks")
                .valueStream()
                .flatMap(block -> Stream.concat(
                                block.path("elements").valueStream(), Stream.of(block.path("accessory")))
                        .filter(element -> "button".equals(Json.text(element, "type")))
                        .map(element ->
                                ((ObjectNode) element).deepCopy().put("block_id", Json.text(block, "block_id"))));
    }

    private Posted seen(String channel, String ts, String user) {
        return world.message(channel, ts)
                .filter(posted ->
                        posted.ephemeralFor() == null || posted.ephemeralFor().equals(user))
                .orElseThrow(() -> new IllegalArgumentException("no message " + ts + " to be seen in " + channel));
    }

    private SlackUser user(String name) {
        Optional<SlackUser> user = world.user(name).filter(found -> !found.bot());
        return user.orElseThrow(() -> new IllegalArgumentException("nobody is called " + name));
    }

    private SlackChannel channel(String name) {
        return world.channel(name).orElseThrow(() -> new IllegalArgumentException("no channel is called " + name));
    }
}
