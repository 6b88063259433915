package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A surface that fails when a test says so. */
final class ScriptedSurface implements ChatSurface {

    /** One message that stands. */
    record Post(ChannelRef channel, Content content, String deliveryKey) {}

    private final Platform platform;
    private final List<Post> posts = new ArrayList<>();
    private Optional<ChatException> failure = Optional.empty();
    private boolean once;
    private int successesLeft;
    private int attempts;

    ScriptedSurface(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public synchronized MessageRef post(ChannelRef channel, Content content, String deliveryKey) {
        attempts++;
        if (failure.isPresent() && successesLeft-- <= 0) {
            ChatException trouble = failure.get();
            failure = once ? Optional.empty() : failure;
            throw trouble;
        }
        posts.add(new Post(channel, content, deliveryKey));
        return new MessageRef(channel, String.valueOf(posts.size()));
    }

    synchronized void failAfter(int successes, ChatException trouble) {
        failure = Optional.of(trouble);
        successesLeft = successes;
        once = false;
    }

    synchronized void failOnce(ChatException trouble) {
        failAfter(0, trouble);
        once = true;
    }

    synchronized void recover() {
        failure = Optional.empty();
    }

    synchronized int attempts() {
        return attempts;
    }

    synchronized List<Post> posts() {
        return List.copyOf(posts);
    }

    synchronized List<Content> contents() {
        return posts.stream().map(Post::content).toList();
    }
}
