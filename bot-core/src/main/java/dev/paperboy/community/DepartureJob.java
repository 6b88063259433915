package dev.paperboy.community;

import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wipes the data of servers that removed Paperboy, after a time in which it may be invited again. */
public final class DepartureJob {

    private static final Logger LOG = LoggerFactory.getLogger(DepartureJob.class);

    /** How long a server's data are kept after Paperboy was removed. */
    public static final Duration GRACE = Duration.ofDays(30);

    private final List<ChatSurface> surfaces;
    private final Departures departures;

    public DepartureJob(List<ChatSurface> surfaces, Departures departures) {
        this.surfaces = List.copyOf(surfaces);
        this.departures = departures;
    }

    /** Looks where Paperboy is, and wipes what it left long enough ago. */
    public void run(Instant now) {
        surfaces.forEach(surface -> look(surface, now));
        for (Server server : departures.until(now.minus(GRACE))) {
            LOG.info("{} removed Paperboy {} days ago or more: its data are deleted", server, GRACE.toDays());
            departures.forget(server);
        }
    }

    /** A platform that cannot be asked now is asked the next time. */
    private void look(ChatSurface surface, Instant now) {
        Set<Server> members;
        try {
            members = surface.servers();
        } catch (ChatException notNow) {
            LOG.debug("cannot tell which servers of {} Paperboy is in: {}", surface.platform(), notNow.toString());
            return;
        }
        departures.note(surface.platform(), members, now);
    }
}
