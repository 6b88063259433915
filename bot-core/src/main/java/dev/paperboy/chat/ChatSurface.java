package dev.paperboy.chat;

/**
 * The port by which Paperboy speaks unasked, on one platform: scheduled posts, alerts, reminders. An implementation
 * owns connection, pacing and retries.
 */
public interface ChatSurface {

    Platform platform();

    /**
     * Posts a message and waits until the platform has it.
     *
     * @param channel where
     * @param content what
     * @param deliveryKey what makes this post the same one when it is tried again, at most 200 characters
     * @return where it stands
     * @throws ChatException if the platform did not take it, or of kind {@code UNKNOWN} if nobody knows whether it did
     *     and the platform would not recognise a repeat by its key
     */
    MessageRef post(ChannelRef channel, Content content, String deliveryKey);
}
