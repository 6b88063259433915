package dev.paperboy.slack;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.UserRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Those of a channel's posts whose reactions are still to be read, and how far its history was read for them. */
final class SlackStretch {

    /** Two thousand messages: in a busy channel, older posts are found sooner by asking for each. */
    private static final int MOST_PAGES = 10;

    private final ChannelRef channel;
    /** By time stamp, which compares as text. */
    private final NavigableMap<String, MessageRef> unread = new TreeMap<>();

    private final String oldest;
    private final String latest;
    private String cursor = "";
    private int pages;

    private SlackStretch(ChannelRef channel, List<MessageRef> posts) {
        this.channel = channel;
        posts.forEach(post -> unread.put(post.id(), post));
        this.oldest = unread.firstKey();
        this.latest = unread.lastKey();
    }

    /** One for each channel; first that of the first post. */
    static List<SlackStretch> of(List<MessageRef> posts) {
        Map<ChannelRef, List<MessageRef>> channels = new LinkedHashMap<>();
        posts.forEach(post ->
                channels.computeIfAbsent(post.channel(), _ -> new ArrayList<>()).add(post));
        return channels.entrySet().stream()
                .map(entry -> new SlackStretch(entry.getKey(), entry.getValue()))
                .toList();
    }

    ChannelRef channel() {
        return channel;
    }

    List<MessageRef> unread() {
        return List.copyOf(unread.values());
    }

    /** Reads a page, the same until {@link #turn}. */
    SlackReactionReader.Page read(SlackReactionReader reader, Runnable asking) {
        return reader.page(channel.id(), oldest, latest, cursor, asking);
    }

    /** What stands under those of the posts that a page shows. */
    Map<MessageRef, Map<Emoji, Set<UserRef>>> standingOn(SlackReactionReader.Page page) {
        Map<MessageRef, Map<Emoji, Set<UserRef>>> standing = new LinkedHashMap<>();
        unread.forEach((ts, post) -> {
            Map<Emoji, Set<UserRef>> reactions = page.standing().get(ts);
            if (reactions != null) {
                standing.put(post, reactions);
            }
        });
        return standing;
    }

    /**
     * Goes on to the next page.
     *
     * @return whether there is one worth reading
     */
    boolean turn(SlackReactionReader.Page page) {
        unread.keySet().removeAll(page.standing().keySet());
        cursor = page.next();
        pages++;
        return !cursor.isEmpty() && pages < MOST_PAGES && !unread.isEmpty();
    }
}
