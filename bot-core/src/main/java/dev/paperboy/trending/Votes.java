package dev.paperboy.trending;

import dev.paperboy.chat.Server;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.Map;

/** What the members of each server say for papers. */
public interface Votes {

    /** Nobody says anything. */
    Votes NONE = (server, until) -> Map.of();

    /**
     * The papers that somebody in a server voted for or saved; nothing of another server counts.
     *
     * @param until of the reactions that stand today, those that stood then already
     */
    Map<PaperId, Support> in(Server server, Instant until);
}
