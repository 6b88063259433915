package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Bot;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.SampleContents;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.Misread;
import dev.paperboy.paper.PaperId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Answers every command with a sample of its kind, and keeps what it was told. */
final class ScriptedBot implements Bot {

    record Landed(MessageRef message, Content content) {}

    final List<CommandCall> calls = new CopyOnWriteArrayList<>();
    final List<ReactionChange> reactions = new CopyOnWriteArrayList<>();
    /** The pages shown at clicks, in the order of the clicks. */
    final List<Content> turned = new CopyOnWriteArrayList<>();

    final List<Landed> landed = new CopyOnWriteArrayList<>();

    /** What happens before a reaction is kept. */
    volatile Runnable beforeReaction = () -> {};
    /** What happens before a command is answered. */
    volatile Runnable beforeAnswer = () -> {};

    volatile Predicate<MessageRef> knows = message -> true;

    final List<MessageRef> posts = new CopyOnWriteArrayList<>();
    /** How often somebody asked for them. */
    final AtomicInteger asked = new AtomicInteger();

    final Map<MessageRef, Map<Emoji, Set<UserRef>>> read = new ConcurrentHashMap<>();

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static final PaperId PAPER = new PaperId("1706.03762");

    /** What the home tab shows. */
    volatile Content home = sample("list-usual");

    /** What it answers to help. */
    volatile Content help = sample("help-longest");

    @Override
    public Reply onCommand(CommandCall call) {
        calls.add(call);
        beforeAnswer.run();
        return switch (call.request().spec().name()) {
            case "search" ->
                call.request().text().equals("search -- mine")
                        ? Reply.privately(home)
                        : call.request().text().equals("search -- together")
                                ? Reply.publicly(sample("meeting-usual")).discussedUnder("Journal club: x")
                                : paging(call, Reply.publicly(sample("list-longest")));
            case "trending" -> Reply.publicly(sample("list-hostile"));
            case "paper" -> Reply.publicly(sample("card-longest"));
            case "schedule" -> throw new IllegalStateException("a bug of ours");
            default -> Reply.privately(help);
        };
    }

    private Reply paging(CommandCall call, Reply reply) {
        return call.clicked().isPresent() ? Reply.publicly(turn()).replacing() : reply;
    }

    /** Another page at every click. */
    private synchronized Content turn() {
        PaperList usual = (PaperList) sample("list-usual");
        turned.add(new PaperList(
                "page " + (turned.size() + 1), usual.first(), usual.cards(), usual.note(), usual.buttons()));
        return turned.getLast();
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
        beforeReaction.run();
        reactions.add(change);
    }

    @Override
    public List<MessageRef> latestPosts(Platform platform, int most) {
        List<MessageRef> now = List.copyOf(posts);
        asked.incrementAndGet();
        return now;
    }

    @Override
    public boolean onReactionsRead(MessageRef message, Map<Emoji, Set<UserRef>> standing) {
        return !standing.equals(read.put(message, standing));
    }

    @Override
    public boolean knows(MessageRef message) {
        return knows.test(message);
    }

    @Override
    public void onReplyPosted(MessageRef message, Content content) {
        landed.add(new Landed(message, content));
    }

    static Content sample(String name) {
        return Objects.requireNonNull(SampleContents.all().get(name));
    }
}
