package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What channels and persons are still to be told, and what they have been told. What a method changed is durable when it returns. */
public interface Alerts {

    /**
     * An alert that waits.
     *
     * @param number unique, and greater than those of alerts that were noted before
     */
    record Waiting(long number, Alert alert) {}

    /** Notes alerts; one of a channel, paper and cause that was ever noted is not noted again. */
    void note(Collection<Alert> alerts);

    /**
     * The channels on some platforms whose alerts have waited long enough.
     *
     * @param quietSince none of their alerts is newer than this
     * @param oldest or one of them is at least as old as this
     */
    Set<ChannelRef> ripe(Set<Platform> platforms, Instant quietSince, Instant oldest);

    /** What a channel is still to be told, by number. */
    List<Waiting> waiting(ChannelRef channel);

    /** Nothing is left to do for some alerts. */
    void settle(Collection<Waiting> alerts);

    /** Forgets for good what was noted before an instant and is settled. */
    void forget(Instant before);
}
