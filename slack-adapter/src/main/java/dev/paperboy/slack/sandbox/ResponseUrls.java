package dev.paperboy.slack.sandbox;

import io.javalin.http.Context;
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
            return Answer.plain("ok").seenAs(show(found.get(), sent.get()));
        } catch (SlackRefusal refusal) {
            return refuse(400, refusal.code, refusal.more.toString());
        }
    }

    /**
     * Does with a message what its flags ask: take back, replace or post anew. Used for acknowledgement bodies too.
     *
     * @return tells the asker
     */
    Runnable show(Interaction asked, ObjectNode sent) {
        Posted source = asked.source;
        if (ChatMethods.asks(sent, "delete_original") && source != null) {
            world.remove(source);
            boolean ephemeral = source.ephemeralFor() != null;
            return () -> interactions.answer(asked, ephemeral, "", sent.toString(), source.ts());
        }
        ObjectNode content = MessageContent.read(Call.of(NAME, sent), false, log);
        if (ChatMethods.asks(sent, "replace_original") && source != null) {
            Posted changed = world.change(source, content);
            return () -> interactions.answer(asked, changed, sent);
        }
        boolean everybody = "in_channel".equals(Json.text(sent, "response_type"));
        Posted posted = world.post(asked.channel, content, everybody ? null : asked.user);
        return () -> interactions.answer(asked, posted, sent);
    }

    private Answer refuse(int status, String code, String detail) {
        log.violation(NAME, code, detail);
        return Answer.error(status, code);
    }
}
