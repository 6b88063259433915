package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.paper.PaperId;
import java.time.Instant;

/**
 * That somebody is to be told of a paper.
 *
 * @param channel where: a channel, or the conversation with a person
 * @param paper of which
 * @param cause what happened to it; of one cause a channel is told once
 * @param why why this channel is told, for people
 * @param at when it happened
 */
public record Alert(ChannelRef channel, PaperId paper, Cause cause, String why, Instant at) {

    /**
     * What happened to a paper.
     *
     * @param name lower case, at most 20 characters
     */
    public record Cause(String name) {

        /** It came in, and somebody waited for it. */
        public static final Cause NEW = new Cause("new");

        /** It got code, and somebody has saved it. */
        public static final Cause CODE = new Cause("code");

        /** It got another version, and somebody has saved it. */
        public static Cause version(int number) {
            return new Cause("v" + number);
        }
    }
}
