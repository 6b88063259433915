package dev.paperboy.slack;

import com.slack.api.model.Reaction;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads which reactions stand under a message, those of the bot itself left out. */
final class SlackReactionReader {
    private final SlackClient client;
    private final SlackIdentity identity;

    SlackReactionReader(SlackClient client, SlackIdentity identity) {
        this.client = client;
        this.identity = identity;
    }

    /** @throws ChatException if it cannot be read; of kind {@code REFUSED} if the message or its channel is gone */
    Map<Emoji, Set<UserRef>> read(MessageRef message) {
        return standing(client.reactions(message.channel().id(), message.id()));
    }

    private Map<Emoji, Set<UserRef>> standing(List<Reaction> reactions) {
        Map<Emoji, Set<UserRef>> standing = new EnumMap<>(Emoji.class);
        for (Reaction reaction : reactions) {
            SlackEmoji.read(reaction.getName())
                    .ifPresent(emoji -> standing.computeIfAbsent(emoji, unseen -> new HashSet<>())
                            .addAll(people(reaction)));
        }
        return standing;
    }

    private List<UserRef> people(Reaction reaction) {
        return Objects.requireNonNullElse(reaction.getUsers(), List.<String>of()).stream()
                .filter(user -> !user.equals(identity.botUser()))
                .map(user -> new UserRef(Platform.SLACK, identity.team(), user))
                .toList();
    }
}
