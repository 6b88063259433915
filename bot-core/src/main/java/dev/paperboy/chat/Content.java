package dev.paperboy.chat;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Paperboy says, not how it looks. All text is plain: the renderers escape it, cut it visibly where the platform
 * demands, and decide on layout.
 */
public sealed interface Content {

    /** The papers it shows, in the order shown; a reaction under it means them. */
    List<PaperId> papers();

    /**
     * One paper.
     *
     * @param heading what this is, such as {@code Trending · Mon 23 Nov · 1 of 5}; empty if nothing needs saying
     * @param paper the paper
     * @param why why it is here, such as {@code ▲ 48 upvotes, +12 since yesterday}; possibly empty
     * @param excerpt what to show of its {@linkplain Paper#paragraph() paragraph}; without one, the beginning
     * @param buttons what can be done with it, the most useful first
     */
    record PaperCard(String heading, Paper paper, String why, Optional<Excerpt> excerpt, List<Button> buttons)
            implements Content {

        public PaperCard {
            buttons = List.copyOf(buttons);
        }

        public PaperCard(String heading, Paper paper, String why, List<Button> buttons) {
            this(heading, paper, why, Optional.empty(), buttons);
        }

        /** The same card with a passage of its paragraph, if there is one to show. */
        public PaperCard showing(Optional<Excerpt> passage) {
            return new PaperCard(heading, paper, why, passage, buttons);
        }

        @Override
        public List<PaperId> papers() {
            return List.of(paper.id());
        }
    }

    /**
     * A paper that people meet about.
     *
     * @param card the paper, and why it was chosen
     * @param at when they meet, if that is known; each reader sees it in their own time zone
     */
    record Meeting(PaperCard card, Optional<Instant> at) implements Content {

        @Override
        public List<PaperId> papers() {
            return card.papers();
        }
    }

    /**
     * Several papers in one message.
     *
     * @param heading what this is, such as {@code 1–5 of 312 for “diffusion”}
     * @param first the number of the first card, from 1; cards are numbered on from there
     * @param cards at most 10; each card's first button must be offered, the others where there is room
     * @param note a line below them, possibly empty
     * @param buttons what can be done with the list, such as paging
     */
    record PaperList(String heading, int first, List<PaperCard> cards, String note, List<Button> buttons)
            implements Content {

        /** The most cards in one message. */
        public static final int MAX_CARDS = 10;

        public PaperList {
            cards = List.copyOf(cards);
            buttons = List.copyOf(buttons);
            if (cards.isEmpty() || cards.size() > MAX_CARDS || first < 1) {
                throw new IllegalArgumentException("a list has 1 to 10 cards, not " + cards.size());
            }
        }

        @Override
        public List<PaperId> papers() {
            return cards.stream().map(card -> card.paper().id()).toList();
        }
    }

    /** How a notice is meant. */
    enum Tone {
        /** Something to know. */
        INFO,
        /** What was asked is done. */
        DONE,
        /** It did not go as asked, and the person can mend it. */
        PROBLEM,
        /** It failed through no fault of the person's. */
        FAILURE
    }

    /**
     * A short message.
     *
     * @param tone how it is meant
     * @param text what happened, one or two sentences
     * @param hint what to try, possibly empty
     * @param buttons what to do about it, at most 5
     */
    record Notice(Tone tone, String text, String hint, List<Button> buttons) implements Content {

        public Notice {
            buttons = List.copyOf(buttons);
        }

        public static Notice info(String text, String hint) {
            return new Notice(Tone.INFO, text, hint, List.of());
        }

        public static Notice done(String text, String hint) {
            return new Notice(Tone.DONE, text, hint, List.of());
        }

        public static Notice problem(String text, String hint) {
            return new Notice(Tone.PROBLEM, text, hint, List.of());
        }

        public static Notice failure(String text, String hint) {
            return new Notice(Tone.FAILURE, text, hint, List.of());
        }

        /** The same notice with buttons. */
        public Notice offering(List<Button> more) {
            return new Notice(tone, text, hint, more);
        }

        @Override
        public List<PaperId> papers() {
            return List.of();
        }
    }

    /**
     * A file to keep.
     *
     * @param text what it is, one or two sentences
     * @param hint what to do with it, possibly empty
     * @param name of the file: ASCII letters, digits, dots and hyphens
     * @param body its text, to be sent as UTF-8
     */
    record Document(String text, String hint, String name, String body) implements Content {

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,99}");

        public Document {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("no name for a file: " + name);
            }
        }

        /** What is to be sent. */
        public byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }

        /** The words beside the file. */
        public Notice notice() {
            return Notice.done(text, hint);
        }

        @Override
        public List<PaperId> papers() {
            return List.of();
        }
    }

    /**
     * A question back.
     *
     * @param question one sentence
     * @param buttons the answers, 1 to 5
     */
    record Choices(String question, List<Button> buttons) implements Content {

        public Choices {
            buttons = List.copyOf(buttons);
        }

        @Override
        public List<PaperId> papers() {
            return List.of();
        }
    }

    /**
     * A help page.
     *
     * @param title what it explains
     * @param intro a paragraph, possibly empty
     * @param entries how to write it and what it does, at most 25
     * @param buttons where to go from here
     */
    record Help(String title, String intro, List<Entry> entries, List<Button> buttons) implements Content {

        /**
         * One thing that can be written.
         *
         * @param usage as it is typed
         * @param meaning what it does
         */
        public record Entry(String usage, String meaning) {}

        public Help {
            entries = List.copyOf(entries);
            buttons = List.copyOf(buttons);
        }

        @Override
        public List<PaperId> papers() {
            return List.of();
        }
    }
}
