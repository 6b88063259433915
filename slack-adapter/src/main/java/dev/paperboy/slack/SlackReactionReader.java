package dev.paperboy.slack;

import com.slack.api.model.Message;
import com.slack.api.model.Reaction;
import com.slack.api.model.ResponseMetadata;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which reactions stand under messages, those of the bot itself left out. */
final class SlackReactionReader {
    private final SlackClient client;
    private final SlackIdentity identity;

    SlackReactionReader(SlackClient client, SlackIdentity identity) {
        this.client = client;
        this.identity = identity;
    }

    /**
     * What a page of a channel's history shows.
     *
     * @param standing the reactions under each message, by its time stamp; a message is left out where Slack does not
     *     name everybody
     * @param next where the next page begins; "" if there is none
     */
    record Page(Map<String, Map<Emoji, Set<UserRef>>> standing, String next) {}

    /**
     * All reactions under one message.
     *
     * @param asking run when the question's turn has come: whatever is read was so at that moment or later
     * @throws ChatException if it cannot be read; of kind {@code REFUSED} if the message or its channel is gone
     */
    Map<Emoji, Set<UserRef>> read(MessageRef message, Runnable asking) {
        return standing(client.reactions(message.channel().id(), message.id(), asking));
    }

    /**
     * The reactions under a channel's messages, newest first.
     *
     * @param oldest the time stamp of the oldest message wanted
     * @param latest the time stamp of the newest
     * @param cursor where the page before ended, or ""
     * @param asking as for {@link #read}
     * @throws ChatException if it cannot be read; of kind {@code REFUSED} if the app may not read the channel
     */
    Page page(String channel, String oldest, String latest, String cursor, Runnable asking) {
        var answer = client.historyBetween(channel, oldest, latest, cursor, asking);
        Map<String, Map<Emoji, Set<UserRef>>> standing = new HashMap<>();
        for (Message message : answer.getMessages()) {
            List<Reaction> reactions = Objects.requireNonNullElse(message.getReactions(), List.of());
            if (reactions.stream().allMatch(SlackReactionReader::namesEverybody)) {
                standing.put(message.getTs(), standing(reactions));
            }
        }
        return new Page(standing, next(answer.getResponseMetadata()));
    }

    /** A page gives the names of some, and says how many there are. */
    private static boolean namesEverybody(Reaction reaction) {
        return people(reaction).size() >= Objects.requireNonNullElse(reaction.getCount(), 0);
    }

    private static String next(@Nullable ResponseMetadata metadata) {
        return metadata == null ? "" : Objects.requireNonNullElse(metadata.getNextCursor(), "");
    }

    private Map<Emoji, Set<UserRef>> standing(List<Reaction> reactions) {
        Map<Emoji, Set<UserRef>> standing = new EnumMap<>(Emoji.class);
        for (Reaction reaction : reactions) {
            SlackEmoji.read(reaction.getName())
                    .ifPresent(emoji -> standing.computeIfAbsent(emoji, unseen -> new HashSet<>())
                            .addAll(users(reaction)));
        }
        return standing;
    }

    private List<UserRef> users(Reaction reaction) {
        return people(reaction).stream()
                .filter(user -> !user.equals(identity.botUser()))
                .map(user -> new UserRef(Platform.SLACK, identity.team(), user))
                .toList();
    }

    private static List<String> people(Reaction reaction) {
        return Objects.requireNonNullElse(reaction.getUsers(), List.of());
    }
}
