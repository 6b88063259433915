package dev.paperboy.library;

import dev.paperboy.chat.UserRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who wants to be reminded of what waits on their list. What a method changed is durable when it returns. */
public interface Nudges {

    /** How far apart somebody's reminders are. */
    Duration PAUSE = Duration.ofDays(7);

    /** The most papers in one of them. */
    int PAPERS = 3;

    /**
     * A reminder whose time has come.
     *
     * @param at when it was due
     */
    record Due(UserRef reader, Instant at) {}

    /**
     * Sets when somebody is reminded next, at whichever of their accounts it was set last; from then on every
     * {@link #PAUSE}. Empty for never.
     */
    void set(UserRef reader, Optional<Instant> next);

    /** When somebody is reminded next. */
    Optional<Instant> next(UserRef reader);

    /**
     * Puts the next reminder in place of one that was due, unless its reader has changed their mind since.
     *
     * @return whether it was still due
     */
    boolean settle(Due due, Instant next);

    /** The reminders whose time has come, the longest due first. */
    List<Due> due(Instant now);
}
