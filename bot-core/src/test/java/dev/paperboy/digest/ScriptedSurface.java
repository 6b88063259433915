package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.chat.Whereabouts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A surface that fails when a test says so, and knows no repeats: what is posted twice stands twice. */
final class ScriptedSurface implements ChatSurface {

    /** One message that stands. */
    record Post(ChannelRef channel, Content content, String deliveryKey) {}

    /** The delivery keys of those that came without a sound. */
    private final Set<String> quiet = new LinkedHashSet<>();

    /** One message to one person. */
    record Told(UserRef person, Notice notice, ChannelRef about) {}

    private final Platform platform;
    private final List<Post> posts = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final Set<MessageRef> read = new LinkedHashSet<>();
    private Optional<RuntimeException> failure = Optional.empty();
    private boolean once;
    private boolean standsAllTheSame;
    private int successesLeft;
    private int attempts;
    private int questions;
    private Function<String, Optional<Whereabouts>> answer = key -> Optional.empty();

    ScriptedSurface(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public Set<Server> servers() {
        return Set.of();
    }

    @Override
    public synchronized MessageRef post(ChannelRef channel, Content content, String deliveryKey) {
        attempts++;
        if (failure.isPresent() && successesLeft-- <= 0) {
            RuntimeException trouble = failure.get();
            failure = once ? Optional.empty() : failure;
            if (standsAllTheSame) {
                posts.add(new Post(channel, content, deliveryKey));
            }
            throw trouble;
        }
        posts.add(new Post(channel, content, deliveryKey));
        return new MessageRef(channel, String.valueOf(posts.size()));
    }

    @Override
    public synchronized MessageRef postQuietly(ChannelRef channel, Content content, String deliveryKey) {
        quiet.add(deliveryKey);
        return post(channel, content, deliveryKey);
    }

    synchronized Set<String> quiet() {
        return Set.copyOf(quiet);
    }

    @Override
    public synchronized Whereabouts find(ChannelRef channel, String deliveryKey, Instant since) {
        questions++;
        return answer.apply(deliveryKey).orElseGet(() -> whereabouts(channel, deliveryKey));
    }

    private Whereabouts whereabouts(ChannelRef channel, String deliveryKey) {
        for (int place = 0; place < posts.size(); place++) {
            if (posts.get(place).deliveryKey().equals(deliveryKey)) {
                return new Whereabouts.Found(new MessageRef(channel, String.valueOf(place + 1)));
            }
        }
        return new Whereabouts.Nowhere();
    }

    @Override
    public synchronized void readReactions(MessageRef message) {
        read.add(message);
    }

    @Override
    public synchronized void tell(UserRef person, Notice notice, ChannelRef about) {
        told.add(new Told(person, notice, about));
    }

    synchronized void failAfter(int successes, RuntimeException trouble) {
        failure = Optional.of(trouble);
        successesLeft = successes;
        once = false;
        standsAllTheSame = false;
    }

    synchronized void failOnce(RuntimeException trouble) {
        failAfter(0, trouble);
        once = true;
    }

    /** The next post but so many stands, but its answer gets lost. */
    synchronized void loseAnswerAfter(int successes, RuntimeException trouble) {
        failAfter(successes, trouble);
        once = true;
        standsAllTheSame = true;
    }

    /** What it says when asked, unless that is empty. */
    synchronized void answerWith(Function<String, Optional<Whereabouts>> script) {
        answer = script;
    }

    synchronized void recover() {
        failure = Optional.empty();
    }

    synchronized int attempts() {
        return attempts;
    }

    synchronized int questions() {
        return questions;
    }

    synchronized List<Post> posts() {
        return List.copyOf(posts);
    }

    synchronized List<Told> told() {
        return List.copyOf(told);
    }

    /** The messages whose reactions were to be read. */
    synchronized Set<MessageRef> read() {
        return Set.copyOf(read);
    }

    synchronized List<Content> contents() {
        return posts.stream().map(Post::content).toList();
    }
}
