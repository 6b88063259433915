package dev.paperboy.chat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A surface that keeps what is posted, and fails when told to. */
public final class RecordingSurface implements ChatSurface {

    /** One post. */
    public record Post(ChannelRef channel, Content content, String deliveryKey, MessageRef message) {}

    private final Platform platform;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private volatile Optional<ChatException> failure = Optional.empty();

    public RecordingSurface(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public MessageRef post(ChannelRef channel, Content content, String deliveryKey) {
        failure.ifPresent(trouble -> {
            throw trouble;
        });
        MessageRef message = new MessageRef(channel, String.valueOf(posts.size() + 1));
        posts.add(new Post(channel, content, deliveryKey, message));
        return message;
    }

    /** From now on every post fails so. */
    public void failWith(ChatException trouble) {
        failure = Optional.of(trouble);
    }

    /** From now on posts succeed again. */
    public void recover() {
        failure = Optional.empty();
    }

    public List<Post> posts() {
        return List.copyOf(posts);
    }
}
