package dev.paperboy.subscription;

import dev.paperboy.chat.ChannelRef;
import java.util.List;

/** Every channel's and every person's watches. What a method changed is durable when it returns. */
public interface Watches {

    /**
     * Keeps a watch.
     *
     * @return false if its channel has one of the same topic, which then stands unchanged
     */
    boolean add(Watch watch);

    /**
     * Ends a watch.
     *
     * @return whether there was one
     */
    boolean remove(ChannelRef channel, Topic topic);

    /** The watches of a channel, oldest first. */
    List<Watch> in(ChannelRef channel);

    /** All watches there are. */
    List<Watch> all();
}
