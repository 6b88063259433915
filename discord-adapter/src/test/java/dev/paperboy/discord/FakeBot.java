package dev.paperboy.discord;

import dev.paperboy.chat.Bot;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.Misread;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A bot that keeps what it is asked and answers as told. */
final class FakeBot implements Bot {
    final List<CommandCall> calls = new CopyOnWriteArrayList<>();
    final List<Misread> misreads = new CopyOnWriteArrayList<>();
    final List<ReactionChange> reactions = new CopyOnWriteArrayList<>();
    final List<MessageRef> posted = new CopyOnWriteArrayList<>();
    final Map<MessageRef, Map<Emoji, Set<UserRef>>> read = new ConcurrentHashMap<>();
    final List<RuntimeException> reactionTroubles = new CopyOnWriteArrayList<>();
    volatile Function<CommandCall, Reply> answer = call -> Reply.publicly(Content.Notice.info("Here you are.", ""));
    volatile boolean knows = true;
    volatile Function<CompletionCall, List<Suggestion>> completion = call -> List.of();

    @Override
    public Reply onCommand(CommandCall call) {
        calls.add(call);
        return answer.apply(call);
    }

    @Override
    public Reply onMisread(Misread misread) {
        misreads.add(misread);
        return Reply.privately(Content.Notice.problem(misread.why(), misread.hint()));
    }

    @Override
    public List<Suggestion> onCompletion(CompletionCall call) {
        return completion.apply(call);
    }

    @Override
    public void onReaction(ReactionChange change) {
        if (!reactionTroubles.isEmpty()) {
            throw reactionTroubles.removeFirst();
        }
        reactions.add(change);
    }

    @Override
    public boolean knows(MessageRef message) {
        return knows;
    }

    @Override
    public List<MessageRef> latestPosts(Platform platform, int most) {
        return posted;
    }

    @Override
    public boolean onReactionsRead(MessageRef message, Map<Emoji, Set<UserRef>> standing) {
        return !standing.equals(read.put(message, standing));
    }

    @Override
    public void onReplyPosted(MessageRef message, Content content) {
        posted.add(message);
    }
}
