package dev.paperboy.slack.sandbox;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Slack's {@code response_url}: five posts within half an hour of the interaction. */
final class ResponseUrls {
    static final String NAME = "response_url";

    private final World world;
    private final Interactions interactions;
    private final FaultGate gate;
    private final WireLog log;

    ResponseUrls(World world, Interactions interactions, FaultGate gate, WireLog log) {
        this.world = world;
        this.interactions = interactions;
        this.gate = gate;
        this.log = log;
    }

    void handle(Context ctx) {
        String token = ctx.pathParam("token");
        String body = ctx.body();
        gate.pass(ctx, Exchange.Kind.RESPONSE_URL, NAME, body, () -> answer(token, body));
    }

    private Answer answer(String token, String body) {
        Optional<Interaction> found = interactions.byResponseToken(token);
        if (found.isEmpty() || interactions.isExpired(found.get(), Interactions.RESPONSE_URL_LIFE)) {
            return refuse(404, "expired_url", "the response URL is unknown or older than 30 min");
        }
        if (found.get().use() > Interactions.RESPONSE_URL_USES) {
            return refuse(404, "used_url", "sixth use of a response URL");
        }
        Optional<ObjectNode> sent = Json.parseObject(body);
        if (sent.isEmpty()) {
            return refuse(400, "invalid_payload", "the body is no JSON object");
        }
        try {
            show(found.get(), sent.get());
            return new Answer(200, "ok", Map.of());
        } catch (SlackRefusal refusal) {
            return refuse(400, refusal.code, refusal.more.toString());
        }
    }

    /** Does with a message what its flags ask: take back, replace or post anew. Used for acknowledgement bodies too. */
    void show(Interaction asked, ObjectNode sent) {
        Posted source = asked.source;
        if (ChatMethods.asks(sent, "delete_original") && source != null) {
            world.remove(source);
            interactions.answer(asked, source.ephemeralFor() != null, "", sent.toString(), source.ts());
            return;
        }
        ObjectNode content = MessageContent.read(new Call(NAME, sent), false, log);
        if (ChatMethods.asks(sent, "replace_original") && source != null) {
            interactions.answer(asked, world.change(source, content), sent);
            return;
        }
        boolean everybody = "in_channel".equals(Json.text(sent, "response_type"));
        interactions.answer(asked, world.post(asked.channel, content, everybody ? null : asked.user), sent);
    }

    private Answer refuse(int status, String code, String detail) {
        log.violation(NAME, code, detail);
        return Answer.error(status, code);
    }
}
