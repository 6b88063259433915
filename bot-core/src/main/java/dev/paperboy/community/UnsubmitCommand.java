package dev.paperboy.community;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Server;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.command.Right;
import dev.paperboy.command.Texts;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.util.List;
import java.util.Optional;

/** {@code /papers unsubmit}: takes back what one has handed in; who manages the channel may take back anything there. */
public final class UnsubmitCommand implements Command {

    public static final Param<PaperId> ID =
            Param.paper("id", "the paper's arXiv id, link or DOI").asRequired();

    public static final CommandSpec SPEC = CommandSpec.of("unsubmit", "Take back a paper that was handed in", ID)
            .weighingRights()
            .answeredPrivately()
            .explained("Whoever submitted a paper can take it back; so can whoever manages the channel."
                    + " It will not come with the next post; what was posted already stays.")
            .example("unsubmit 1904.06690");

    private final Submissions submissions;
    private final PaperIndex index;

    public UnsubmitCommand(Submissions submissions, PaperIndex index) {
        this.submissions = submissions;
        this.index = index;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        Optional<Paper> paper = index.find(call.get(ID));
        PaperId id = paper.map(Paper::id).orElse(call.get(ID));
        String title = paper.map(known -> Texts.quote(known.title())).orElse(id.toString());
        return Reply.privately(call.channel()
                .server()
                .flatMap(server -> submissions.find(server, id))
                .map(found -> remove(call, found, title))
                .orElseGet(() -> Notice.info("Nobody has handed in " + title + " here.", "")));
    }

    private Notice remove(CommandCall call, Submission found, String title) {
        boolean own = found.by().equals(call.user());
        if (!own && !call.rights().contains(Right.MANAGE_CHANNEL)) {
            return Notice.problem(
                    title + " was handed in by somebody else.",
                    "They can take it back, or whoever manages this channel.");
        }
        Server server = found.server();
        submissions.remove(server, found.paper());
        Notice done = Notice.done(title + " is no longer handed in.", "");
        return own ? done.offering(List.of(undo(found))) : done;
    }

    private static Button undo(Submission found) {
        Request again = Request.of(SubmitCommand.SPEC).with(SubmitCommand.ID, found.paper());
        return new Button.Ask("Undo", found.reason().isEmpty() ? again : again.with(SubmitCommand.WHY, found.reason()));
    }
}
