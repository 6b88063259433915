package dev.paperboy.person;

import dev.paperboy.chat.UserRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which accounts are one person's. Accounts that are linked have one reading list and, in a server, one vote. What a
 * method changed is durable when it returns.
 */
public interface Accounts {

    /** How long a code can be used. */
    Duration CODE_LIFE = Duration.ofMinutes(10);

    /** The most wrong codes of one account within {@link #CODE_LIFE}. */
    int MOST_TRIES = 5;

    /** The most accounts of one person. */
    int MOST_ACCOUNTS = 10;

    /**
     * Who made a code.
     *
     * @param account which account
     * @param name how it is called there; empty if nobody says
     */
    record Offer(UserRef account, String name) {}

    /** All accounts of whoever has this one: it, and those that are linked with it in the order of linking. */
    List<UserRef> of(UserRef account);

    /** Keeps a code by which another account can be linked with this one, in place of an earlier one. */
    void offer(String code, Offer offer, Instant now);

    /** Who made a code that can still be used. */
    Optional<Offer> find(String code, Instant now);

    /** Notes that somebody gave a code that nobody made. */
    void noteWrongCode(UserRef account, Instant now);

    /** How many wrong codes somebody gave within {@link #CODE_LIFE}. */
    int wrongCodes(UserRef account, Instant now);

    /**
     * Uses a code up: the accounts of both are one person's from now on. What was noted on both lists of the same paper is
     * put together.
     *
     * @return false if the code cannot be used any more, or both would have more than {@value #MOST_ACCOUNTS} accounts;
     *     then nothing is changed
     */
    boolean link(String code, UserRef account, Instant now);

    /**
     * Makes an account one of its own again. It and those it was linked with keep the whole list, each for itself.
     *
     * @return whether it was linked
     */
    boolean unlink(UserRef account);
}
