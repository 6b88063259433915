package dev.paperboy.community;

import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Server;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Servers that Paperboy was removed from, and what is still kept of them. What a method changed is durable when it returns. */
public interface Departures {

    /**
     * Takes note of where Paperboy is now: of all servers on a platform that anything is kept of, those not among them
     * are departed from, since this instant unless it was noted earlier. Whichever it is in again is not.
     *
     * @param members all servers on the platform that it is a member of
     */
    void note(Platform platform, Set<Server> members, Instant now);

    /** The servers that were departed from at an instant or before. */
    List<Server> until(Instant instant);

    /**
     * Wipes all that is kept of a server: settings, posts, reactions, submissions, and on Slack the lists of its people,
     * whose other accounts keep the papers. Doing it again does no harm.
     */
    void forget(Server server);
}
