package dev.paperboy.digest;

import dev.paperboy.chat.ChatSurface;
import dev.paperboy.digest.Edition.Claim;
import dev.paperboy.digest.Edition.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One process's claims to the parts it sends. Processes that share a store each have a name of their own. */
final class Claims {

    /** Longer than any post takes, so that nothing of a dead owner is still on its way when another takes over. */
    static final Duration TIMEOUT = ChatSurface.LONGEST_POST.plusSeconds(10);

    private final Editions editions;
    private final String owner;
    private final InstantSource clock;

    /** @param owner the name of this process; the same after a restart, so that its own claims need no time-out */
    Claims(Editions editions, String owner, InstantSource clock) {
        this.editions = editions;
        this.owner = owner;
        this.clock = clock;
    }

    /** Claims a part that is unsent, or that its owner will not finish; empty if another process has it. */
    Optional<Claim> take(Edition edition, Part part) {
        Instant now = now();
        Optional<Claim> former = part.claim();
        if (former.isEmpty()) {
            Claim first = new Claim(owner, now, now);
            return editions.claim(edition.key(), part.number(), first) ? Optional.of(first) : Optional.empty();
        }
        return former.filter(claim -> isAbandoned(claim, now)).flatMap(claim -> replace(edition, part, claim, now));
    }

    /** The fence: confirms a claim directly before a post, from when on it is fresh; empty if it was lost meanwhile. */
    Optional<Claim> confirm(Edition edition, Part part, Claim claim) {
        return replace(edition, part, claim, now());
    }

    private Optional<Claim> replace(Edition edition, Part part, Claim former, Instant now) {
        Claim mine = new Claim(owner, now, former.since());
        return editions.reclaim(edition.key(), part.number(), former, mine) ? Optional.of(mine) : Optional.empty();
    }

    /**
     * One process serves a channel by one thread at a time, so a claim of its own was broken off. A claim far in the
     * future is of before the clock was moved back.
     */
    private boolean isAbandoned(Claim claim, Instant now) {
        return claim.owner().equals(owner)
                || Duration.between(claim.at(), now).abs().compareTo(TIMEOUT) >= 0;
    }

    /** To the millisecond, as stores keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
