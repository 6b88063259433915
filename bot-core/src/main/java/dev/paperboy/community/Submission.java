package dev.paperboy.community;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import java.time.Instant;

/**
 * A paper that somebody handed in for a channel.
 *
 * @param channel where; in a server
 * @param paper which; in each server a paper is submitted once
 * @param by who did it
 * @param name how they are called there
 * @param reason why, in one line; possibly empty
 * @param at when
 * @param state how far it is
 */
public record Submission(
        ChannelRef channel, PaperId paper, UserRef by, String name, String reason, Instant at, State state) {

    /** How far a submission is. */
    public enum State {
        /** Its paper is still to be fetched. */
        WAITING,
        /** Its paper is known. */
        READY,
        /** Taken back, or its paper does not exist. */
        REMOVED
    }

    /** The most characters of a reason. */
    public static final int LONGEST_REASON = 200;

    public Submission {
        if (channel.server().isEmpty()) {
            throw new IllegalArgumentException("a submission is made in a server, not in " + channel);
        }
    }

    public Server server() {
        return channel.server().orElseThrow();
    }

    public Submission in(State other) {
        return new Submission(channel, paper, by, name, reason, at, other);
    }

    /** The same, of a person who is not told. */
    public Submission unsigned() {
        return new Submission(channel, paper, by, "", "", at, state);
    }

    /** Who submitted it, and why, in one line. */
    public String said() {
        String who = "Submitted by " + (name.isEmpty() ? "a member" : name);
        return reason.isEmpty() ? who : who + ": " + reason;
    }
}
