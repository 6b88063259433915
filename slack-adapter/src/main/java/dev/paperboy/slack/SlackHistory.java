package dev.paperboy.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Finds posts of ours in a channel's history by the delivery key in their metadata. */
final class SlackHistory {
    private static final String POST = "paperboy_post";
    private static final String KEY = "delivery_key";

    /** How far Slack's clock may be from ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    /** A thousand messages; a channel where more came since is not read to its end. */
    private static final int PAGES = 5;

    private final SlackClient client;

    SlackHistory(SlackClient client) {
        this.client = client;
    }

    /** What a post carries to be found by. */
    static ObjectNode metadata(String deliveryKey) {
        ObjectNode metadata = SlackJson.object().put("event_type", POST);
        metadata.putObject("event_payload").put(KEY, deliveryKey);
        return metadata;
    }

    Whereabouts find(ChannelRef channel, String deliveryKey, Instant since) {
        try {
            return search(
                    standing(channel), deliveryKey, since.minus(CLOCKS_APART).getEpochSecond() + ".000000");
        } catch (ChatException e) {
            if (SlackTroubles.codeOf(e).equals("missing_scope")) {
                String scopes = channel.person().isPresent()
                        ? "im:write and im:history"
                        : "channels:history and groups:history";
                return new Whereabouts.CannotTell("the app is given the scopes " + scopes);
            }
            throw e;
        }
    }

    /** The channel as the platform names it. */
    private ChannelRef standing(ChannelRef channel) {
        return channel.person()
                .map(person ->
                        new ChannelRef(channel.platform(), channel.space(), client.openConversation(person.id())))
                .orElse(channel);
    }

    private Whereabouts search(ChannelRef channel, String deliveryKey, String oldest) {
        String self = client.authTest().getBotId();
        String cursor = "";
        boolean ownSeen = false;
        boolean metadataSeen = false;
        for (int page = 0; page < PAGES; page++) {
            ConversationsHistoryResponse answer = client.historySince(channel.id(), oldest, cursor);
            List<Message> own = answer.getMessages().stream()
                    .filter(message -> Objects.equals(message.getBotId(), self))
                    .toList();
            Optional<Message> found = own.stream()
                    .filter(message -> carries(message, deliveryKey))
                    .findFirst();
            if (found.isPresent()) {
                return new Whereabouts.Found(new MessageRef(channel, found.get().getTs()));
            }
            ownSeen |= !own.isEmpty();
            metadataSeen |= own.stream().anyMatch(message -> message.getMetadata() != null);
            cursor = next(answer);
            if (cursor.isEmpty()) {
                // All that we post carries some; where none is shown, ours may be among them.
                return ownSeen && !metadataSeen
                        ? new Whereabouts.CannotTell("Slack shows the app the metadata of its own messages")
                        : new Whereabouts.Nowhere();
            }
        }
        return new Whereabouts.CannotTell("less is written in the channel meanwhile");
    }

    private static boolean carries(Message message, String deliveryKey) {
        Message.Metadata metadata = message.getMetadata();
        return metadata != null
                && POST.equals(metadata.getEventType())
                && metadata.getEventPayload() != null
                && deliveryKey.equals(metadata.getEventPayload().get(KEY));
    }

    private static String next(ConversationsHistoryResponse answer) {
        return answer.getResponseMetadata() == null
                ? ""
                : Objects.requireNonNullElse(answer.getResponseMetadata().getNextCursor(), "");
    }
}
