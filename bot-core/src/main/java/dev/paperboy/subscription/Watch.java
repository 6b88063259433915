package dev.paperboy.subscription;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.UserRef;
import java.time.Instant;
import java.util.Locale;

/**
 * A wish to hear of new papers as soon as they come in.
 *
 * @param channel where to tell it: a channel, or the conversation with a person
 * @param topic what the papers are to fit, strictly; never everything
 * @param madeBy who wished it
 * @param madeAt since when
 */
public record Watch(ChannelRef channel, Topic topic, UserRef madeBy, Instant madeAt) {

    /** The most watches of one channel, and of one person. */
    public static final int MOST = 20;

    /** The longest topic, in characters. */
    public static final int LONGEST = 500;

    /** The id that editions name as their subscription when they tell of a channel's watches. */
    public static String subscriptionOf(ChannelRef channel) {
        return "watches/" + channel.platform().name().toLowerCase(Locale.ROOT) + "/" + channel.space() + "/"
                + channel.id();
    }

    public Watch {
        if (topic.isEverything() || topic.text().length() > LONGEST) {
            throw new IllegalArgumentException("a watch is for something, in at most " + LONGEST + " characters");
        }
    }
}
