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
    private final Map<MessageRef, Map<Emoji, Set<UserRef>>> forgotten = new HashMap<>();

    @Override
    public synchronized void note(ReactionChange change, Instant at) {
        Set<UserRef> users = standing.computeIfAbsent(change.message(), unseen -> new EnumMap<>(Emoji.class))
                .computeIfAbsent(change.emoji(), unseen -> new HashSet<>());
        if (change.added()) {
            users.add(change.user());
        } else {
            users.remove(change.user());
            forgottenUnder(change.message(), change.emoji()).remove(change.user());
        }
    }

    private Set<UserRef> forgottenUnder(MessageRef message, Emoji emoji) {
        return forgotten
                .computeIfAbsent(message, unseen -> new EnumMap<>(Emoji.class))
                .computeIfAbsent(emoji, unseen -> new HashSet<>());
    }

    @Override
    public synchronized void forget(UserRef person) {
        standing.forEach((message, all) -> all.forEach((emoji, users) -> {
            if (users.remove(person)) {
                forgottenUnder(message, emoji).add(person);
            }
        }));
    }

    @Override
    public synchronized boolean isForgotten(ReactionChange change) {
        return forgottenUnder(change.message(), change.emoji()).contains(change.user());
    }

    @Override
    public synchronized Map<Emoji, Set<UserRef>> counting(MessageRef message, Map<Emoji, Set<UserRef>> now) {
        Map<Emoji, Set<UserRef>> counting = new EnumMap<>(Emoji.class);
        for (Emoji emoji : Emoji.values()) {
            Set<UserRef> users = new HashSet<>(now.getOrDefault(emoji, Set.of()));
            forgottenUnder(message, emoji).retainAll(users);
            users.removeAll(forgottenUnder(message, emoji));
            counting.put(emoji, users);
        }
        return counting;
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
