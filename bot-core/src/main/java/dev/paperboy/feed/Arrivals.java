package dev.paperboy.feed;

import dev.paperboy.paper.Paper;
import java.util.Collection;
import java.util.Optional;

/** Who wants to know what comes in: told of each batch before it is kept, and once more if that broke off. */
public interface Arrivals {

    /** Nobody. */
    Arrivals NOBODY = arrived -> {};

    /**
     * A paper that comes in.
     *
     * @param before as it was known; empty if it is new
     * @param now as it will be known
     */
    record Arrival(Optional<Paper> before, Paper now) {}

    /** What is to follow from a batch must be durable, and done without harm twice, when this returns. */
    void arrived(Collection<Arrival> batch);
}
