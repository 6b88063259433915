package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one channel gets at once, by its schedule or its watches: decided and kept before anything of it is sent.
 *
 * @param key what makes it the only one: see {@link #keyOf}, {@link AlertPlanner} and {@link SubmissionNews}
 * @param subscription the id of the subscription it fulfils, or of the channel's watches, by which a person is told all else
 * @param channel where it goes
 * @param date the local day it is for, in the subscription's zone; of an alert, in UTC
 * @param plannedAt when it was decided
 * @param parts its messages in order; none on a silent day
 * @param state how far it is
 * @param attempts how often delivery broke off, at least 0
 * @param nextTry not to be tried before
 */
public record Edition(
        String key,
        String subscription,
        ChannelRef channel,
        LocalDate date,
        Instant plannedAt,
        List<Part> parts,
        State state,
        int attempts,
        Instant nextTry) {

    /** How far an edition is. */
    public enum State {
        /** Parts of it are still to be sent. */
        OPEN,
        /** Nothing is left to do. */
        DONE,
        /** Given up: refused by the platform, or overtaken by the next one. */
        ABANDONED
    }

    /** How far a part is. */
    public enum PartState {
        UNSENT,
        /** Somebody holds the claim to send it, or held it and broke off: it may stand or not. */
        SENDING,
        SENT,
        /** Sent, and the platform does not let us see whether it arrived; not sent again, for twice is worse. */
        UNCLEAR,
        /** Left out because the platform does not take it. */
        DROPPED
    }

    /**
     * One message of an edition.
     *
     * @param number its place, from 1
     * @param item what it says
     * @param state how far it is
     * @param message where it stands, once sent
     * @param claim who sends it, while it is being sent
     */
    public record Part(int number, Item item, PartState state, Optional<MessageRef> message, Optional<Claim> claim) {

        /** A part that is still to be sent. */
        public static Part unsent(int number, Item item) {
            return new Part(number, item, PartState.UNSENT, Optional.empty(), Optional.empty());
        }

        /** Whether something is left to do for it. */
        boolean isOpen() {
            return state == PartState.UNSENT || state == PartState.SENDING;
        }

        /** Whether it is to come without a sound, where the platform can do that. */
        public boolean isQuiet() {
            return item instanceof Item.Alert alert && alert.quiet();
        }

        /** The papers it shows. */
        List<PaperId> papers() {
            return switch (item) {
                case Item.OnePaper one -> List.of(one.paper());
                case Item.Alert alert ->
                    alert.papers().stream().map(Item.OnePaper::paper).toList();
                case Item.QuietNote _ -> List.of();
            };
        }
    }

    /**
     * The right to send a part, which one process has at a time.
     *
     * @param owner the name of the process
     * @param at when it was taken or last confirmed; with the owner it tells claims apart
     * @param since when anybody first claimed the part: before, nothing of it was sent
     */
    public record Claim(String owner, Instant at, Instant since) {}

    /** What a part says. */
    public sealed interface Item {

        /**
         * A paper.
         *
         * @param paper which one
         * @param why why it was chosen, as known when it was
         */
        record OnePaper(PaperId paper, String why) implements Item {}

        /**
         * Papers that somebody waited for.
         *
         * @param heading what they have in common
         * @param papers at least one, at most {@value Content.PaperList#MAX_CARDS}
         * @param note on those for which there is no room, possibly empty
         * @param quiet whether it is worth reading and not worth a sound
         */
        record Alert(String heading, List<OnePaper> papers, String note, boolean quiet) implements Item {

            public Alert {
                papers = List.copyOf(papers);
            }
        }

        /**
         * That there is nothing to post.
         *
         * @param text what happened
         * @param hint what explains it, possibly empty
         */
        record QuietNote(String text, String hint) implements Item {}
    }

    public Edition {
        parts = List.copyOf(parts);
    }

    /** A fresh plan; one without parts is done at once. */
    public static Edition planned(
            String subscription, ChannelRef channel, LocalDate date, List<Item> items, Instant now) {
        return planned(keyOf(subscription, date), subscription, channel, date, items, now);
    }

    /** A fresh plan of a key of its own. */
    static Edition planned(
            String key, String subscription, ChannelRef channel, LocalDate date, List<Item> items, Instant now) {
        List<Part> parts = IntStream.range(0, items.size())
                .mapToObj(at -> Part.unsent(at + 1, items.get(at)))
                .toList();
        State state = parts.isEmpty() ? State.DONE : State.OPEN;
        return new Edition(key, subscription, channel, date, now, parts, state, 0, now);
    }

    /** The key of a subscription's edition of a day: one subscription, one local day, one edition. */
    public static String keyOf(String subscription, LocalDate date) {
        return subscription + "@" + date;
    }

    /** What makes a part the same post when it is tried again. */
    public String deliveryKey(Part part) {
        return key + "#" + part.number();
    }
}
