package dev.paperboy.subscription;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every channel's schedule. What a method changed is durable when it returns. */
public interface Subscriptions {

    /** The schedule of a channel. */
    Optional<Subscription> in(ChannelRef channel);

    /**
     * Keeps the settings of a schedule, new or changed. How far its editions are, {@code lastEdition}, is left as it
     * stands in the store.
     *
     * @param nextDue when its next post comes
     */
    void save(Subscription subscription, Instant nextDue);

    /** Active schedules on some platforms whose post has come, longest due first. */
    List<Subscription> due(Set<Platform> platforms, Instant now);

    /**
     * Notes that a schedule's edition of a day is planned.
     *
     * @param edition that day
     * @param nextDue when the next post comes
     */
    void advance(String id, LocalDate edition, Instant nextDue);

    /** Notes why the last edition did not arrive, or that it did. */
    void noteError(String id, Optional<String> error);
}
