package dev.paperboy.slack;

import dev.paperboy.chat.Bot;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.SampleContents;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.Misread;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers every command with a sample of its kind, and keeps what it was told. */
final class ScriptedBot implements Bot {

    record Landed(MessageRef message, Content content) {}

    final List<CommandCall> calls = new CopyOnWriteArrayList<>();
    final List<ReactionChange> reactions = new CopyOnWriteArrayList<>();
    final List<Landed> landed = new CopyOnWriteArrayList<>();

    @Override
    public Reply onCommand(CommandCall call) {
        calls.add(call);
        return switch (call.request().spec().name()) {
            case "search" -> paging(call, Reply.publicly(sample("list-longest")));
            case "trending" -> Reply.publicly(sample("list-hostile"));
            case "paper" -> Reply.publicly(sample("card-longest"));
            case "schedule" -> throw new IllegalStateException("a bug of ours");
            default -> Reply.privately(sample("help-longest"));
        };
    }

    private static Reply paging(CommandCall call, Reply reply) {
        return call.clicked().isPresent() ? Reply.publicly(sample("list-usual")).replacing() : reply;
    }

    @Override
    public Reply onMisread(Misread misread) {
        return Reply.privately(Notice.problem(misread.why(), misread.hint()));
    }

    @Override
    public List<Suggestion> onCompletion(CompletionCall call) {
        return List.of();
    }

    @Override
    public void onReaction(ReactionChange change) {
        reactions.add(change);
    }

    @Override
    public void onReplyPosted(MessageRef message, Content content) {
        landed.add(new Landed(message, content));
    }

    static Content sample(String name) {
        return Objects.requireNonNull(SampleContents.all().get(name));
    }
}
