package dev.paperboy.slack;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.store.StoreException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Paperboy's voice on Slack, at Slack's pace. A post carries its delivery key in the message's metadata. Slack does not
 * recognise repeats, so a post whose fate is unknown is reported as {@code UNKNOWN} and never sent again.
 */
public final class SlackSurface implements ChatSurface, AutoCloseable {
    private final SlackConnection connection;
    private final SlackRenderer renderer;

    public SlackSurface(SlackConnection connection, SlackRenderer renderer) {
        this.connection = connection;
        this.renderer = renderer;
    }

    /**
     * Connects and begins to listen. Trouble that passes (Slack unreachable, too many calls) is retried in the
     * background with growing waits; {@link #connected()} tells when it is over.
     *
     * @throws ChatException of kind {@code REFUSED} if Slack takes the tokens for void
     */
    public void start(SlackInbound inbound) {
        connection.open(inbound);
    }

    /** Whether commands and reactions reach us at this moment; in Socket Mode asks the connection, for up to 3 s. */
    public boolean connected() {
        return connection.connected();
    }

    @Override
    public Platform platform() {
        return Platform.SLACK;
    }

    @Override
    public MessageRef post(ChannelRef channel, Content content, String deliveryKey) {
        ObjectNode metadata = SlackJson.object().put("event_type", "paperboy_post");
        metadata.putObject("event_payload").put("delivery_key", deliveryKey);
        String ts = connection.client().postMessage(channel.id(), render(content), metadata);
        return new MessageRef(channel, ts);
    }

    /** A message that cannot be made today cannot be made tomorrow; a store that is away may be back. */
    private SlackMessage render(Content content) {
        try {
            return renderer.render(content);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ChatException(ChatException.Kind.MALFORMED, "a message for Slack cannot be made", e);
        }
    }

    /** Stops listening, gives running answers some seconds to end, and disconnects. */
    @Override
    public void close() {
        connection.close();
    }
}
