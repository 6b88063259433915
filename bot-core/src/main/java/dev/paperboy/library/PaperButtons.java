package dev.paperboy.library;

import dev.paperboy.chat.Button;
import dev.paperboy.command.Request;
import dev.paperboy.paper.PaperId;
import dev.paperboy.search.SimilarCommand;
import dev.paperboy.search.WhyCommand;
import java.util.List;

/** What can be done with a paper wherever it is shown. */
public final class PaperButtons {

    private PaperButtons() {}

    /** Save it, find its like, open it. */
    public static List<Button> of(PaperId id) {
        return List.of(save(id), similar(id), open(id));
    }

    /** For one that trends: ask why, too. */
    public static List<Button> trending(PaperId id) {
        return List.of(save(id), new Button.Ask("Why?", WhyCommand.request(id)), similar(id), open(id));
    }

    private static Button save(PaperId id) {
        return new Button.Ask("🔖 Save", Request.of(SaveCommand.SPEC).with(SaveCommand.ID, id));
    }

    private static Button similar(PaperId id) {
        return new Button.Ask("Similar", Request.of(SimilarCommand.SPEC).with(SimilarCommand.ID, id));
    }

    private static Button open(PaperId id) {
        return new Button.Link("Open", id.url());
    }
}
