package dev.paperboy.digest;

import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.digest.Edition.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The plans of what each channel gets, and how far each is. What a method changed is durable when it returns. */
public interface Editions {

    /**
     * Keeps a plan, all of it or nothing.
     *
     * @return false if there is an edition of this key already; that one then stands unchanged
     */
    boolean plan(Edition edition);

    /** The edition of a key as it stands now. */
    Optional<Edition> find(String key);

    /** Open editions on some platforms whose next try has come, oldest plan first. */
    List<Edition> open(Set<Platform> platforms, Instant now);

    /** Open editions of one subscription, oldest plan first. */
    List<Edition> openOf(String subscription);

    /**
     * Takes the claim to an unsent part.
     *
     * @return false if somebody was quicker
     */
    boolean claim(String key, int part, Claim claim);

    /**
     * Puts a claim in place of another: to take over from somebody who broke off, or to confirm one's own.
     *
     * @return false if the former one does not hold any more
     */
    boolean reclaim(String key, int part, Claim former, Claim claim);

    /** Gives a claim back, if it still holds: nothing was sent. */
    void release(String key, int part, Claim claim);

    /** A part was sent and stands there. */
    void sent(String key, int part, MessageRef message);

    /** A part was sent, and nobody knows whether it stands. */
    void unclear(String key, int part);

    /** A part is left out: the platform does not take it. */
    void dropped(String key, int part);

    /** Delivery broke off: counts one more attempt, and asks not to try again before an instant. */
    void postpone(String key, Instant nextTry);

    /** Nothing more is to be done for an edition. */
    void close(String key, Edition.State state);
}
