package dev.paperboy.chat;

import dev.paperboy.chat.Content.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * The port by which Paperboy speaks unasked, on one platform: scheduled posts, alerts, reminders. An implementation
 * owns connection, pacing and retries.
 */
public interface ChatSurface {

    /**
     * How long after {@link #post} was called the platform may still take the message, whatever waits, retries and lost
     * connections came between. Past it nothing is on its way any more.
     */
    Duration LONGEST_POST = Duration.ofSeconds(50);

    Platform platform();

    /**
     * All servers that Paperboy is a member of now, those in an outage too.
     *
     * @throws ChatException if the platform has not said so yet
     */
    Set<Server> servers();

    /**
     * Posts a message and waits until the platform has it.
     *
     * @param channel where
     * @param content what
     * @param deliveryKey what makes this post the same one when it is tried again, at most 200 characters
     * @return where it stands
     * @throws ChatException if the platform did not take it, or of kind {@code UNKNOWN} if nobody knows whether it did;
     *     then {@link #find} it before posting it again
     */
    MessageRef post(ChannelRef channel, Content content, String deliveryKey);

    /** As {@link #post}, without a sound where the platform can do that. */
    default MessageRef postQuietly(ChannelRef channel, Content content, String deliveryKey) {
        return post(channel, content, deliveryKey);
    }

    /**
     * Asks the platform for a post whose fate is unknown: the answer got lost, or the process that posted it died.
     *
     * @param deliveryKey with which it was posted
     * @param since the first attempt to post it was not before
     * @throws ChatException if the platform does not answer, or the channel is gone or closed to us
     */
    Whereabouts find(ChannelRef channel, String deliveryKey, Instant since);

    /** Has the reactions that stand under a message of ours read in the background, as after a gap. */
    default void readReactions(MessageRef message) {}

    /**
     * Writes to one person, who did not ask; for what they alone can mend.
     *
     * @param about the channel it is about, which the message leads to
     * @throws ChatException if it did not get through, or nobody knows whether it did
     */
    void tell(UserRef person, Notice notice, ChannelRef about);
}
