package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.community.Submission;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.time.LocalDate;

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

    /** To whom handed a paper in that could not be had then: it is here. */
    public static Alert ofSubmission(Submission submission, Instant at) {
        return new Alert(
                ChannelRef.with(submission.by()),
                submission.paper(),
                Cause.SUBMITTED,
                "It comes with the next post of the channel that it is for",
                at);
    }

    /**
     * What happened to a paper.
     *
     * @param name lower case, at most 20 characters
     */
    public record Cause(String name) {

        private static final String NUDGE = "nudge ";

        /** It came in, and somebody waited for it. */
        public static final Cause NEW = new Cause("new");

        /** It could be fetched at last, and somebody had handed it in. */
        public static final Cause SUBMITTED = new Cause("submitted");

        /** It got code, and somebody has saved it. */
        public static final Cause CODE = new Cause("code");

        /** It waits on the list of somebody who wants to be reminded; a day of reminders is one cause. */
        public static Cause nudge(LocalDate day) {
            return new Cause(NUDGE + day);
        }

        boolean isNudge() {
            return name.startsWith(NUDGE);
        }

        /** It got another version, and somebody has saved it. */
        public static Cause version(int number) {
            return new Cause("v" + number);
        }
    }
}
