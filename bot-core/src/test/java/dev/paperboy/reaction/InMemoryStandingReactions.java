package dev.paperboy.reaction;

import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.UserRef;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Standing reactions, remembered as long as the process lives. */
public final class InMemoryStandingReactions implements StandingReactions {

    private final Map<MessageRef, Map<Emoji, Set<UserRef>>> standing = new HashMap<>();

    @Override
    public synchronized void note(ReactionChange change, Instant at) {
        Set<UserRef> users = standing.computeIfAbsent(change.message(), unseen -> new EnumMap<>(Emoji.class))
                .computeIfAbsent(change.emoji(), unseen -> new HashSet<>());
        if (change.added()) {
            users.add(change.user());
        } else {
            users.remove(change.user());
        }
    }

    @Override
    public synchronized Map<Emoji, Set<UserRef>> under(MessageRef message) {
        Map<Emoji, Set<UserRef>> copy = new EnumMap<>(Emoji.class);
        standing.getOrDefault(message, Map.of()).forEach((emoji, users) -> {
            if (!users.isEmpty()) {
                copy.put(emoji, Set.copyOf(users));
            }
        });
        return copy;
    }
}
