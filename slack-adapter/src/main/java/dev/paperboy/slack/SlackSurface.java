package dev.paperboy.slack;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.chat.Whereabouts;
import dev.paperboy.store.StoreException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Paperboy's voice on Slack, at Slack's pace. A post carries its delivery key in the message's metadata. Slack does not
 * recognise repeats, so what became of a post of unknown fate only the channel's history tells.
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

    /** The workspace that the app is installed in; none after it was uninstalled. */
    @Override
    public Set<Server> servers() {
        return connection.workspace().stream()
                .map(team -> new Server(Platform.SLACK, team))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public MessageRef post(ChannelRef channel, Content content, String deliveryKey) {
        String to = channel.person().map(UserRef::id).orElse(channel.id());
        SlackClient.Posted posted =
                connection.client().postMessage(to, render(content), SlackHistory.metadata(deliveryKey));
        return new MessageRef(new ChannelRef(Platform.SLACK, channel.space(), posted.channel()), posted.ts());
    }

    @Override
    public Whereabouts find(ChannelRef channel, String deliveryKey, Instant since) {
        return new SlackHistory(connection.client()).find(channel, deliveryKey, since);
    }

    @Override
    public void readReactions(MessageRef message) {
        connection.readReactions(message);
    }

    @Override
    public void tell(UserRef person, Notice notice, ChannelRef about) {
        URI channel = URI.create("https://app.slack.com/client/" + about.space() + "/" + about.id());
        Notice leading = notice.offering(List.of(new Button.Link("Open the channel", channel)));
        ObjectNode metadata = SlackJson.object().put("event_type", "paperboy_notice");
        metadata.putObject("event_payload").put("about", about.id());
        // A person's id in place of a channel's means the conversation with them.
        connection.client().postMessage(person.id(), render(leading), metadata);
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
