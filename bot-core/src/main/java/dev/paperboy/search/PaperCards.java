package dev.paperboy.search;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes cards of papers, with the same buttons wherever a paper is shown. */
public final class PaperCards {

    private final Function<PaperId, List<Button>> buttons;

    /** @param buttons what can be done with any paper */
    public PaperCards(Function<PaperId, List<Button>> buttons) {
        this.buttons = buttons;
    }

    /** A card that says why the paper is here. */
    public PaperCard card(Paper paper, String why) {
        return new PaperCard("", paper, why, buttons.apply(paper.id()));
    }

    /** A card that says how much the paper was noticed. */
    public PaperCard card(Paper paper) {
        return card(paper, noticed(paper.popularity()));
    }

    /** The counts in one short line; empty if nobody has noticed the paper yet. */
    public static String noticed(Popularity counts) {
        List<String> parts = new ArrayList<>();
        if (counts.upvotes() > 0) {
            parts.add("▲ %,d %s".formatted(counts.upvotes(), counts.upvotes() == 1 ? "upvote" : "upvotes"));
        }
        if (counts.githubStars() > 0) {
            parts.add("★ %,d on GitHub".formatted(counts.githubStars()));
        }
        return String.join(" · ", parts);
    }
}
