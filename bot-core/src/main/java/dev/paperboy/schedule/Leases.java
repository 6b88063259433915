package dev.paperboy.schedule;

import java.time.Duration;

/**
 * What only one of several instances may do at a time: who does it has a lease, for a term that they must renew. It ends
 * by itself when they die. What a method changed is durable when it returns.
 */
public interface Leases {

    /**
     * Takes a lease that nobody has, whose term is over, or that the owner has already.
     *
     * @param name what it is for, at most 200 characters
     * @param owner who wants it, at most 100 characters
     * @param term how long from now
     * @return whether the owner has it now; of several who ask at once, one does
     */
    boolean acquire(String name, String owner, Duration term);

    /**
     * Begins the term anew, also one that is over but that nobody else took.
     *
     * @return false if the owner does not have the lease any more
     */
    boolean renew(String name, String owner, Duration term);

    /** Gives a lease back before its term is over; one of somebody else stays. */
    void release(String name, String owner);
}
