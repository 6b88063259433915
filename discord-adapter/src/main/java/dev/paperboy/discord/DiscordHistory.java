package dev.paperboy.discord;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.utils.TimeUtil;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Looks for a post of ours among the messages of a channel, by its {@link DiscordMark}. */
final class DiscordHistory {
    /** How far Discord's clock and ours may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** 2,000 messages; reading more would take Discord's patience, and ours. */
    private static final int PAGES = 20;

    private final JDA jda;
    private final DiscordRest rest;
    private final Duration patience;

    /** @param patience how long to wait for each page */
    DiscordHistory(JDA jda, Duration patience) {
        this.jda = jda;
        this.rest = new DiscordRest(jda);
        this.patience = patience;
    }

    /** @param since nothing of it was posted before */
    Whereabouts find(ChannelRef channel, DiscordMark mark, Instant since)
            throws InterruptedException, TimeoutException, ExecutionException {
        String after = TimeUtil.getDiscordTimestamp(since.minus(SKEW).toEpochMilli()) + "";
        for (int page = 0; page < PAGES; page++) {
            List<DataObject> messages = DiscordRest.await(rest.messages(channel.id(), after), patience);
            Optional<MessageRef> found = in(messages, mark, channel);
            if (found.isPresent()) {
                return new Whereabouts.Found(found.get());
            }
            if (messages.isEmpty()) {
                return nothingAfter(channel, page);
            }
            after = newest(messages);
        }
        return new Whereabouts.CannotTell("fewer messages come in between");
    }

    private Optional<MessageRef> in(List<DataObject> messages, DiscordMark mark, ChannelRef channel) {
        String self = jda.getSelfUser().getId();
        return messages.stream()
                // Anybody can number a component.
                .filter(message -> message.getObject("author").getString("id").equals(self))
                .filter(mark::isOn)
                .findFirst()
                .map(message -> new MessageRef(channel, message.getString("id")));
    }

    private static String newest(List<DataObject> messages) {
        return messages.stream()
                .map(message -> message.getString("id"))
                .max(Comparator.comparingLong(Long::parseUnsignedLong))
                .orElseThrow();
    }

    /** Without the right to read them, Discord shows no messages instead of an error; a conversation is always shown. */
    private Whereabouts nothingAfter(ChannelRef channel, int pagesRead) {
        boolean conversation = channel.space().isEmpty();
        if (pagesRead > 0 || conversation) {
            return new Whereabouts.Nowhere();
        }
        GuildMessageChannel known = jda.getChannelById(GuildMessageChannel.class, channel.id());
        if (known == null) {
            throw new ChatException(
                    ChatException.Kind.UNAVAILABLE,
                    "the rights in Discord channel " + channel.id() + " are unknown",
                    null);
        }
        return known.getGuild().getSelfMember().hasPermission(known, Permission.MESSAGE_HISTORY)
                ? new Whereabouts.Nowhere()
                : new Whereabouts.CannotTell("you give me the right to read the message history");
    }
}
