package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.chat.Whereabouts;
import java.time.Instant;
import java.util.Set;

/** A surface that passes everything on to another, for tests that come between at one place. */
public class PassingSurface implements ChatSurface {

    private final ChatSurface real;

    public PassingSurface(ChatSurface real) {
        this.real = real;
    }

    @Override
    public Platform platform() {
        return real.platform();
    }

    @Override
    public Set<Server> servers() {
        return real.servers();
    }

    @Override
    public MessageRef post(ChannelRef channel, Content content, String deliveryKey) {
        return real.post(channel, content, deliveryKey);
    }

    @Override
    public Whereabouts find(ChannelRef channel, String deliveryKey, Instant since) {
        return real.find(channel, deliveryKey, since);
    }

    @Override
    public void readReactions(MessageRef message) {
        real.readReactions(message);
    }

    @Override
    public void tell(UserRef person, Notice notice, ChannelRef about) {
        real.tell(person, notice, about);
    }
}
