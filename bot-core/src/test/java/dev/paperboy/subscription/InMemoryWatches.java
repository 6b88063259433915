package dev.paperboy.subscription;

import dev.paperboy.chat.ChannelRef;
import java.util.ArrayList;
import java.util.List;

/** Watches that live as long as the process. */
public final class InMemoryWatches implements Watches {

    private final List<Watch> watches = new ArrayList<>();

    @Override
    public synchronized boolean add(Watch watch) {
        boolean news = watches.stream().noneMatch(other -> isSame(other, watch.channel(), watch.topic()));
        return news && watches.add(watch);
    }

    @Override
    public synchronized boolean remove(ChannelRef channel, Topic topic) {
        return watches.removeIf(watch -> isSame(watch, channel, topic));
    }

    @Override
    public synchronized List<Watch> in(ChannelRef channel) {
        return watches.stream().filter(watch -> watch.channel().equals(channel)).toList();
    }

    @Override
    public synchronized List<Watch> all() {
        return List.copyOf(watches);
    }

    private static boolean isSame(Watch watch, ChannelRef channel, Topic topic) {
        return watch.channel().equals(channel) && watch.topic().equals(topic);
    }
}
