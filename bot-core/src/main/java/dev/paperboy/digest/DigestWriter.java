package dev.paperboy.digest;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Content;
import dev.paperboy.command.Request;
import dev.paperboy.library.SavedCommand;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.subscription.WatchCommand;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the messages of an edition: one for each paper, so that a reaction under it means that paper. */
public final class DigestWriter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    /** Whoever is told too much finds the end of it under the message. */
    private static final Button WATCHES = new Button.Ask("Watches", Request.of(WatchCommand.SPEC));

    /** A person is told of what is on their list, too; there they can say that they have read it. */
    private static final Button LIST = new Button.Ask(
            "Reading list", Request.of(SavedCommand.SPEC).with(SavedCommand.SORT, SavedCommand.Order.OLDEST));

    private final Function<PaperId, List<Button>> buttons;

    /** @param buttons what can be done with any paper */
    public DigestWriter(Function<PaperId, List<Button>> buttons) {
        this.buttons = buttons;
    }

    /** The messages of all parts whose paper is known, in their order. */
    public List<Content> write(Edition edition, Map<PaperId, Paper> papers) {
        return edition.parts().stream()
                .flatMap(part -> write(edition, part, papers).stream())
                .toList();
    }

    /** The message of one part; empty if its paper is not known any more. */
    Optional<Content> write(Edition edition, Edition.Part part, Map<PaperId, Paper> papers) {
        return switch (part.item()) {
            case Edition.Item.OnePaper(PaperId id, String why) ->
                Optional.ofNullable(papers.get(id)).map(paper -> card(heading(edition, part), paper, why));
            case Edition.Item.Alert alert ->
                alert(
                        alert,
                        papers,
                        edition.channel().person().isPresent() ? List.of(WATCHES, LIST) : List.of(WATCHES));
            case Edition.Item.QuietNote(String text, String hint) -> Optional.of(Content.Notice.info(text, hint));
        };
    }

    /** One paper has a message to itself, with all that can be done with it. */
    private Optional<Content> alert(Edition.Item.Alert alert, Map<PaperId, Paper> papers, List<Button> more) {
        List<Content.PaperCard> cards = alert.papers().stream()
                .flatMap(one ->
                        Optional.ofNullable(papers.get(one.paper())).stream().map(paper -> card("", paper, one.why())))
                .toList();
        return switch (cards.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(alone(alert.heading(), cards.getFirst(), more));
            default -> Optional.of(new Content.PaperList(alert.heading(), 1, cards, alert.note(), more));
        };
    }

    private static Content alone(String heading, Content.PaperCard card, List<Button> more) {
        List<Button> all = Stream.concat(card.buttons().stream(), more.stream()).toList();
        return new Content.PaperCard(heading, card.paper(), card.why(), all);
    }

    private Content.PaperCard card(String heading, Paper paper, String why) {
        return new Content.PaperCard(heading, paper, why, buttons.apply(paper.id()));
    }

    private static String heading(Edition edition, Edition.Part part) {
        String day = "Trending · " + edition.date().format(DAY);
        int all = edition.parts().size();
        return all == 1 ? day : day + " · " + part.number() + " of " + all;
    }
}
