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
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads which reactions stand under a message, those of the bot itself left out. */
final class SlackReactionReader {
    private static final Logger log = LoggerFactory.getLogger(SlackReactionReader.class);

    private final SlackClient client;
    private final SlackIdentity identity;

    SlackReactionReader(SlackClient client, SlackIdentity identity) {
        this.client = client;
        this.identity = identity;
    }

    /** Empty when it cannot be read: most likely the message or its channel is gone, and with it the reactions. */
    Optional<Map<Emoji, Set<UserRef>>> read(MessageRef message) {
        try {
            return Optional.of(standing(client.reactions(message.channel().id(), message.id())));
        } catch (ChatException trouble) {
            log.debug("cannot read the reactions under {}: {}", message, trouble.getMessage());
            return Optional.empty();
        }
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
