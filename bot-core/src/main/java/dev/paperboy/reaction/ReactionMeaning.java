package dev.paperboy.reaction;

import dev.paperboy.chat.Emoji;
import dev.paperboy.paper.PaperId;
import java.util.List;

/** What a reaction under a message asks for. */
public sealed interface ReactionMeaning {

    /** Keep these papers while the reaction stands. */
    record Save(List<PaperId> papers) implements ReactionMeaning {}

    /** Count a vote for this paper while the reaction stands. */
    record Vote(PaperId paper) implements ReactionMeaning {}

    /** Nothing for us. */
    record Nothing() implements ReactionMeaning {}

    /** The papers to keep; none if it means nothing. */
    default List<PaperId> saved() {
        return switch (this) {
            case Save save -> save.papers();
            case Vote _, Nothing _ -> List.of();
        };
    }

    /**
     * Reads an emoji under a message: 🔖 means every paper of the message, a keycap the paper of that number, 👍 the
     * only paper. Under several papers 👍 may be meant for any of them, or for whoever asked.
     *
     * @param papers the papers of the message, in the order shown
     */
    static ReactionMeaning of(Emoji emoji, List<PaperId> papers) {
        return switch (emoji) {
            case BOOKMARK -> papers.isEmpty() ? new Nothing() : new Save(papers);
            case ONE, TWO, THREE, FOUR, FIVE, SIX, SEVEN, EIGHT, NINE, TEN -> numbered(emoji, papers);
            case THUMBS_UP -> papers.size() == 1 ? new Vote(papers.getFirst()) : new Nothing();
        };
    }

    private static ReactionMeaning numbered(Emoji emoji, List<PaperId> papers) {
        int place = emoji.position().orElseThrow();
        return place <= papers.size() ? new Save(List.of(papers.get(place - 1))) : new Nothing();
    }
}
