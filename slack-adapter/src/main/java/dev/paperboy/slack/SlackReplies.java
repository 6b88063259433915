package dev.paperboy.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.chat.Bot;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings answers to where they belong: what everybody may see as a message of its own, so that its time stamp is known
 * and reactions under it count; the rest through the response URL. What everybody sees is never sent twice; what one
 * person sees is, rather than not at all.
 */
final class SlackReplies {
    private static final Logger log = LoggerFactory.getLogger(SlackReplies.class);
    /** Where we cannot post as a member, the response URL still can. */
    private static final Set<String> NOT_A_MEMBER = Set.of(
            "not_in_channel",
            "channel_not_found",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "restricted_action_non_threadable_channel",
            "restricted_action_thread_locked",
            "posting_to_general_channel_denied",
            "missing_scope",
            "is_archived");
    /** A message that came through a response URL is changed through one. */
    private static final Set<String> NOT_CHANGEABLE =
            Set.of("cant_update_message", "message_not_found", "edit_window_closed");

    private static final Notice BROKEN =
            Notice.failure("Something went wrong on my side.", "It is in my log. Please try again in a moment.");
    private static final Notice UNCONFIRMED = Notice.failure(
            "Slack did not confirm my answer.", "If it does not stand in the channel, please ask again.");

    private final SlackClient client;
    private final SlackRenderer renderer;
    private final SlackFiles files;
    /** Held while a message is changed and what it then shows is noted; gone when nobody holds it. */
    private final Cache<MessageRef, ReentrantLock> turning =
            Caffeine.newBuilder().weakValues().build();

    /** Response URLs that Slack takes nothing from any more; they live for half an hour. */
    private final Cache<String, Boolean> closed = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(30))
            .maximumSize(10_000)
            .build();

    SlackReplies(SlackClient client, SlackRenderer renderer) {
        this.client = client;
        this.renderer = renderer;
        this.files = new SlackFiles(client, renderer);
    }

    /**
     * Where an answer goes.
     *
     * @param user who asked
     * @param name how they are called
     * @param trigger the interaction's id, which the answer carries in its metadata
     * @param clicked the message whose button was clicked, if one was
     * @param clickedPrivately whether only the asker sees that message
     */
    record Target(
            ChannelRef channel,
            String user,
            String name,
            String responseUrl,
            String trigger,
            Optional<MessageRef> clicked,
            boolean clickedPrivately) {}

    /** Sends an answer, and tells the bot where one that everybody sees has landed. */
    void send(Bot bot, Reply reply, Target target) {
        if (reply.content() instanceof Content.Document document) {
            files.send(document, target, metadata(target))
                    .ifPresent(notice -> tell(target, renderer.render(notice), false));
            return;
        }
        SlackMessage message = renderer.render(reply.content());
        if (reply.manner() == Reply.Manner.REPLACE && target.clicked().isPresent()) {
            replace(bot, reply.content(), message, target, target.clicked().get());
            return;
        }
        switch (reply.visibility()) {
            case ASKER -> tell(target, message, false);
            case EVERYONE -> post(bot, reply, message, target);
        }
    }

    /** Tells the asker alone that something of ours failed; if even that fails, only the log knows. */
    void apologize(Target target) {
        tell(target, renderer.render(BROKEN), false);
    }

    /** Says something to the asker alone: through the response URL, and where that is closed as a message of its own. */
    private void tell(Target target, SlackMessage message, boolean inPlaceOfTheClicked) {
        if (closed.getIfPresent(target.responseUrl()) != null) {
            tellElsewhere(target, message);
            return;
        }
        try {
            client.respondSurely(target.responseUrl(), message.toResponse("ephemeral", inPlaceOfTheClicked));
        } catch (ChatException e) {
            log.info("a response URL of Slack did not take an answer: {}", e.getMessage());
            tellElsewhere(target, message);
        }
    }

    /** Says something to everybody where we may not post; a URL that refuses once is not tried again. */
    private void throughUrl(Target target, Consumer<String> post) {
        try {
            post.accept(target.responseUrl());
        } catch (ChatException e) {
            if (e.kind() == ChatException.Kind.REFUSED) {
                closed.put(target.responseUrl(), true);
            }
            throw e;
        }
    }

    private void tellElsewhere(Target target, SlackMessage message) {
        try {
            client.postEphemeral(target.channel().id(), target.user(), message);
        } catch (ChatException e) {
            log.warn("an answer for one person did not get through to Slack", e);
        }
    }

    private void replace(Bot bot, Content content, SlackMessage message, Target target, MessageRef where) {
        if (target.clickedPrivately()) {
            tell(target, message, true);
            return;
        }
        // Of two who turn the page at once, the one whose page is seen last must be the one that is noted last.
        ReentrantLock turn = turning.get(where, same -> new ReentrantLock());
        turn.lock();
        try {
            change(message, target, where);
            noted(bot, where, content);
        } catch (ChatException e) {
            if (e.kind() == ChatException.Kind.UNKNOWN) {
                noted(bot, where, content);
            }
            undelivered(target, e);
        } finally {
            turn.unlock();
        }
    }

    private void change(SlackMessage message, Target target, MessageRef where) {
        try {
            client.update(where.channel().id(), where.id(), message, metadata(target));
        } catch (ChatException e) {
            String code = SlackTroubles.codeOf(e);
            if (!NOT_A_MEMBER.contains(code) && !NOT_CHANGEABLE.contains(code)) {
                throw e;
            }
            throughUrl(target, url -> client.respondSurely(url, message.toResponse("in_channel", true)));
        }
    }

    private void post(Bot bot, Reply reply, SlackMessage message, Target target) {
        try {
            String ts = client.postMessage(target.channel().id(), message, metadata(target))
                    .ts();
            noted(bot, new MessageRef(target.channel(), ts), reply.content());
            reply.thread().ifPresent(title -> openThread(title, ts, target));
        } catch (ChatException e) {
            if (NOT_A_MEMBER.contains(SlackTroubles.codeOf(e))) {
                postAsGuest(message, target);
                // What came through a response URL has no time stamp that we are told, so nothing can hang under it.
                reply.thread().ifPresent(_ -> tellOfNoThread(target));
            } else {
                undelivered(target, e);
            }
        }
    }

    /** On Slack a thread is there with its first message. */
    private void openThread(String title, String under, Target target) {
        try {
            client.postIntoThread(
                    target.channel().id(),
                    under,
                    renderer.render(Notice.info(title, "Questions, notes and answers go into this thread.")),
                    SlackJson.object().put("event_type", "paperboy_thread").set("event_payload", SlackJson.object()));
        } catch (ChatException e) {
            log.warn("no thread under a message of ours on Slack", e);
            tellOfNoThread(target);
        }
    }

    private void tellOfNoThread(Target target) {
        Notice notice = Notice.problem("I could not open a thread under my post.", "Whoever replies to it opens one.");
        tell(target, renderer.render(notice), false);
    }

    private void postAsGuest(SlackMessage message, Target target) {
        try {
            throughUrl(target, url -> client.respond(url, message.toResponse("in_channel", false)));
        } catch (ChatException e) {
            undelivered(target, e);
        }
    }

    static ObjectNode metadata(Target target) {
        ObjectNode metadata = SlackJson.object().put("event_type", "paperboy_reply");
        metadata.putObject("event_payload").put("trigger", target.trigger());
        return metadata;
    }

    /** The answer stands, whatever becomes of the note. */
    private static void noted(Bot bot, MessageRef where, Content content) {
        try {
            bot.onReplyPosted(where, content);
        } catch (RuntimeException e) {
            log.error("could not note which papers {} shows; reactions under it do nothing", where, e);
        }
    }

    /** Tells the asker what is known about an answer that everybody was to see. */
    private void undelivered(Target target, ChatException trouble) {
        if (trouble.kind() == ChatException.Kind.UNKNOWN) {
            log.warn("Slack did not confirm an answer", trouble);
            tell(target, renderer.render(UNCONFIRMED), false);
        } else {
            log.error("an answer did not get through to Slack", trouble);
            tell(target, renderer.render(BROKEN), false);
        }
    }
}
