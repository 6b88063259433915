package dev.paperboy;

import dev.paperboy.chat.Bot;
import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandCatalogue;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Misread;
import dev.paperboy.command.Request;
import dev.paperboy.command.Texts;
import dev.paperboy.digest.PostedPapers;
import dev.paperboy.reaction.ReactionRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Paperboy itself: what people do comes in as values, the answers go out as values. */
public final class PaperboyBot implements Bot {

    /** The slash command under which everything is found. */
    public static final String ROOT = "papers";

    private static final Logger LOG = LoggerFactory.getLogger(PaperboyBot.class);
    private static final int LABEL = 75;

    private final CommandCatalogue catalogue;
    private final CommandRouter commands;
    private final ReactionRouter reactions;
    private final PostedPapers posted;

    /** @param commands all but help, in the order of the help page */
    public PaperboyBot(List<Command> commands, ReactionRouter reactions, PostedPapers posted) {
        List<Command> all = new ArrayList<>(commands);
        all.add(new HelpCommand(this::catalogue));
        this.catalogue =
                new CommandCatalogue(ROOT, all.stream().map(Command::spec).toList());
        this.commands = new CommandRouter(all);
        this.reactions = reactions;
        this.posted = posted;
    }

    /** All commands as data, for those who register and read them. */
    public CommandCatalogue catalogue() {
        return catalogue;
    }

    /** A reader of flat text for these commands. */
    public CommandLine commandLine() {
        return new CommandLine(catalogue);
    }

    @Override
    public Reply onCommand(CommandCall call) {
        return commands.answer(call);
    }

    @Override
    public Reply onMisread(Misread misread) {
        List<Button> meant =
                misread.meant().stream().map(PaperboyBot::button).limit(5).toList();
        return Reply.privately(Notice.problem(misread.why(), misread.hint()).offering(meant));
    }

    @Override
    public List<Suggestion> onCompletion(CompletionCall call) {
        return commands.complete(call);
    }

    @Override
    public void onReaction(ReactionChange change) {
        reactions.on(change);
    }

    @Override
    public boolean knows(MessageRef message) {
        return !posted.at(message).isEmpty();
    }

    @Override
    public List<MessageRef> latestPosts(Platform platform, int most) {
        return posted.latest(platform, most);
    }

    @Override
    public boolean onReactionsRead(MessageRef message, Map<Emoji, Set<UserRef>> standing) {
        return reactions.read(message, standing);
    }

    @Override
    public void onReplyPosted(MessageRef message, Content content) {
        if (content.papers().isEmpty()) {
            return;
        }
        posted.record(message, content.papers(), PostedPapers.Occasion.REPLY);
        LOG.debug("reply {} shows {} papers", message, content.papers().size());
    }

    private static Button button(Request request) {
        String line = "/" + ROOT + " " + request.text().replace(" -- ", " ");
        return new Button.Ask(Texts.cut(line, LABEL), request);
    }
}
