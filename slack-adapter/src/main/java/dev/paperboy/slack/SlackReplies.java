package dev.paperboy.slack;

import dev.paperboy.chat.Bot;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Reply;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings answers to where they belong: what everybody may see as a message of its own, so that its time stamp is known
 * and reactions under it count; the rest through the response URL.
 */
final class SlackReplies {
    private static final Logger log = LoggerFactory.getLogger(SlackReplies.class);
    /** Where we cannot post as a member, the response URL still can. */
    private static final Set<String> NOT_A_MEMBER =
            Set.of("not_in_channel", "channel_not_found", "restricted_action", "missing_scope", "is_archived");

    private static final Notice UNCONFIRMED = Notice.failure(
            "Slack did not confirm my answer.", "If it does not stand in the channel, please ask again.");

    private final SlackClient client;
    private final SlackRenderer renderer;

    SlackReplies(SlackClient client, SlackRenderer renderer) {
        this.client = client;
        this.renderer = renderer;
    }

    /**
     * Where an answer goes.
     *
     * @param trigger the interaction's id, which the answer carries in its metadata
     * @param clicked the message whose button was clicked, if one was
     * @param clickedPrivately whether only the asker sees that message
     */
    record Target(
            ChannelRef channel,
            String responseUrl,
            String trigger,
            Optional<MessageRef> clicked,
            boolean clickedPrivately) {}

    /** Sends an answer, and tells the bot where one that everybody sees has landed. */
    void send(Bot bot, Reply reply, Target target) {
        SlackMessage message = renderer.render(reply.content());
        if (reply.manner() == Reply.Manner.REPLACE && target.clicked().isPresent()) {
            replace(bot, reply.content(), message, target);
            return;
        }
        switch (reply.visibility()) {
            case ASKER -> client.respond(target.responseUrl(), message.toResponse("ephemeral", false));
            case EVERYONE -> post(bot, reply.content(), message, target);
        }
    }

    /** Tells the asker alone that something of ours failed; if even that fails, only the log knows. */
    void apologize(Target target, Notice notice) {
        try {
            client.respond(target.responseUrl(), renderer.render(notice).toResponse("ephemeral", false));
        } catch (ChatException e) {
            log.warn("could not tell a person on Slack that their request failed", e);
        }
    }

    private void replace(Bot bot, Content content, SlackMessage message, Target target) {
        String type = target.clickedPrivately() ? "ephemeral" : "in_channel";
        client.respond(target.responseUrl(), message.toResponse(type, true));
        if (!target.clickedPrivately()) {
            target.clicked().ifPresent(where -> bot.onReplyPosted(where, content));
        }
    }

    private void post(Bot bot, Content content, SlackMessage message, Target target) {
        ObjectNode metadata = SlackJson.object().put("event_type", "paperboy_reply");
        metadata.putObject("event_payload").put("trigger", target.trigger());
        try {
            String ts = client.postMessage(target.channel().id(), message, metadata);
            bot.onReplyPosted(new MessageRef(target.channel(), ts), content);
        } catch (ChatException e) {
            if (NOT_A_MEMBER.contains(SlackTroubles.codeOf(e))) {
                client.respond(target.responseUrl(), message.toResponse("in_channel", false));
            } else if (e.kind() == ChatException.Kind.UNKNOWN) {
                log.warn("Slack did not confirm an answer", e);
                apologize(target, UNCONFIRMED);
            } else {
                throw e;
            }
        }
    }
}
