package dev.paperboy.library;

import dev.paperboy.chat.Button;
import dev.paperboy.command.Request;
import dev.paperboy.paper.PaperId;
import dev.paperboy.search.SimilarCommand;
import java.util.List;

/** What can be done with a paper wherever it is shown: save it, find its like, open it. */
public final class PaperButtons {

    private PaperButtons() {}

    public static List<Button> of(PaperId id) {
        return List.of(
                new Button.Ask("🔖 Save", Request.of(SaveCommand.SPEC).with(SaveCommand.ID, id)),
                new Button.Ask("Similar", Request.of(SimilarCommand.SPEC).with(SimilarCommand.ID, id)),
                new Button.Link("Open", id.url()));
    }
}
