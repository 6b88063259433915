package dev.paperboy.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatException.Kind;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.chat.Whereabouts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paperboy's voice on Discord. JDA retries what fails on the way; a mark made from the delivery key lets Discord
 * recognise a repeat for some minutes and return the first message, and us find it again later. Whether a channel is
 * gone or closed to us is for Discord to say, never for JDA's cache.
 */
public final class DiscordSurface implements ChatSurface, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordSurface.class);

    /**
     * Longer than JDA's own retries take. A request that is at its turn when patience ends may wait for
     * {@link DiscordPace#LONGEST_TURN} and then take as long as OkHttp lets it; all that is within LONGEST_POST.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Within it Discord surely knows a nonce again: its documentation says "the past few minutes". */
    private static final Duration NONCE_LASTS = Duration.ofMinutes(2);

    private final DiscordConnection connection;
    private final DiscordRenderer renderer;
    private final InstantSource clock;
    private final Duration patience;
    private final Cache<String, String> conversations =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /**
     * A surface yet to be started.
     *
     * @param clock tells how long ago a post was first tried
     */
    public DiscordSurface(DiscordConnection connection, DiscordRenderer renderer, InstantSource clock) {
        this(connection, renderer, clock, PATIENCE);
    }

    DiscordSurface(DiscordConnection connection, DiscordRenderer renderer, InstantSource clock, Duration patience) {
        this.clock = clock;
        this.connection = connection;
        this.renderer = renderer;
        this.patience = patience;
    }

    /**
     * Connects and begins to listen; registers the commands if they have changed. Trouble that passes (Discord
     * unreachable) is retried in the background; {@link #connected()} tells when it is over.
     *
     * @throws ChatException of kind {@code REFUSED} if Discord takes the token or an intent for void; no thread is left
     *     then
     */
    public void start(DiscordInbound inbound) {
        connection.open(inbound);
    }

    /** Whether commands and reactions reach us at this moment. */
    public boolean connected() {
        return connection.connected();
    }

    @Override
    public void close() {
        connection.close();
    }

    @Override
    public Platform platform() {
        return Platform.DISCORD;
    }

    /** Known as soon as Discord has listed them; those it could not load yet are listed, too. */
    @Override
    public Set<Server> servers() {
        JDA jda = connection.jda();
        if (!connection.connected()) {
            throw new ChatException(Kind.UNAVAILABLE, "not connected to Discord", null);
        }
        return Stream.concat(jda.getGuilds().stream().map(Guild::getId), jda.getUnavailableGuilds().stream())
                .map(id -> new Server(Platform.DISCORD, id))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public MessageRef post(ChannelRef channel, Content content, String deliveryKey) {
        return post(channel, content, deliveryKey, false);
    }

    @Override
    public MessageRef postQuietly(ChannelRef channel, Content content, String deliveryKey) {
        return post(channel, content, deliveryKey, true);
    }

    private MessageRef post(ChannelRef channel, Content content, String deliveryKey, boolean quietly) {
        String doing = "post to Discord channel " + channel.id();
        JDA jda = connection.jda();
        ChannelRef standing = standing(jda, channel, doing);
        MessageRef posted = new MessageRef(standing, send(jda, standing, content, deliveryKey, quietly, doing));
        if (content.papers().size() == 1) {
            seed(jda, posted);
        }
        return posted;
    }

    /** Whatever fails without a word of Discord's on the message may have been done all the same. */
    private String send(
            JDA jda, ChannelRef channel, Content content, String deliveryKey, boolean quietly, String doing) {
        try (MessageCreateData message = rendered(content, quietly)) {
            return DiscordRest.await(
                    new DiscordRest(jda).post(channel.id(), message, DiscordMark.of(deliveryKey)), patience);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new ChatException(Kind.UNKNOWN, doing + ": interrupted", hurried);
        } catch (TimeoutException | ExecutionException | RuntimeException failure) {
            ChatException trouble = DiscordErrors.of(doing, failure);
            throw trouble.kind() == Kind.UNAVAILABLE
                    ? new ChatException(Kind.UNKNOWN, doing + ": no word from Discord", trouble)
                    : unlessInOutage(jda, channel, trouble);
        }
    }

    private MessageCreateData rendered(Content content, boolean quietly) {
        MessageCreateData message = renderer.render(content);
        return quietly
                ? MessageCreateBuilder.from(message)
                        .setSuppressedNotifications(true)
                        .build()
                : message;
    }

    @Override
    public Whereabouts find(ChannelRef channel, String deliveryKey, Instant since) {
        if (clock.instant().isBefore(since.plus(NONCE_LASTS))) {
            return new Whereabouts.Nowhere();
        }
        String doing = "look for a post in Discord channel " + channel.id();
        JDA jda = connection.jda();
        try {
            return new DiscordHistory(jda, patience)
                    .find(standing(jda, channel, doing), DiscordMark.of(deliveryKey), since);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new ChatException(Kind.UNAVAILABLE, doing + ": interrupted", hurried);
        } catch (TimeoutException | ExecutionException | RuntimeException failure) {
            throw unlessInOutage(jda, channel, DiscordErrors.of(doing, failure));
        }
    }

    @Override
    public void readReactions(MessageRef message) {
        connection.readReactions(message);
    }

    @Override
    public void tell(UserRef person, Notice notice, ChannelRef about) {
        String doing = "tell " + person.id() + " on Discord";
        URI channel = URI.create("https://discord.com/channels/" + about.space() + "/" + about.id());
        Notice leading = notice.offering(List.of(new Button.Link("Open the channel", channel)));
        JDA jda = connection.jda();
        ChannelRef conversation = standing(jda, ChannelRef.with(person), doing);
        send(jda, conversation, leading, about.id() + "/" + clock.instant(), false, doing);
    }

    /** The channel as Discord names it: the conversation with a person has an id of its own, which never changes. */
    private ChannelRef standing(JDA jda, ChannelRef channel, String doing) {
        return channel.person()
                .map(person -> new ChannelRef(
                        Platform.DISCORD, "", conversations.get(person.id(), id -> conversation(jda, id, doing))))
                .orElse(channel);
    }

    /** Nothing is written yet, so whatever fails has done no harm. */
    private String conversation(JDA jda, String person, String doing) {
        try {
            return DiscordRest.await(new DiscordRest(jda).conversation(person), patience);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new ChatException(Kind.UNAVAILABLE, doing + ": interrupted", hurried);
        } catch (TimeoutException | ExecutionException | RuntimeException failure) {
            throw DiscordErrors.of(doing, failure);
        }
    }

    /** What Discord refuses about a server it has lost for now says nothing of later. */
    private static ChatException unlessInOutage(JDA jda, ChannelRef channel, ChatException failure) {
        boolean outage = failure.kind() == Kind.REFUSED
                && !channel.space().isEmpty()
                && jda.isUnavailable(Long.parseUnsignedLong(channel.space()));
        return outage ? new ChatException(Kind.UNAVAILABLE, failure.getMessage() + " in an outage", failure) : failure;
    }

    /** Puts the save reaction under a post of one paper, so that saving is one click; without the right, nothing. */
    private static void seed(JDA jda, MessageRef post) {
        try {
            GuildMessageChannel channel =
                    jda.getChannelById(GuildMessageChannel.class, post.channel().id());
            // One that is not in the cache is tried all the same: Discord knows.
            if (channel == null || mayReact(channel)) {
                new DiscordRest(jda)
                        .react(post.channel().id(), post.id(), DiscordEmoji.write(Emoji.BOOKMARK))
                        .queue(done -> {}, failure -> noSeed(post, failure));
            }
        } catch (RuntimeException failure) {
            // The post stands; without this line a mere ornament would have it posted again.
            noSeed(post, failure);
        }
    }

    private static boolean mayReact(GuildMessageChannel channel) {
        return channel.getGuild()
                .getSelfMember()
                .hasPermission(channel, Permission.MESSAGE_ADD_REACTION, Permission.MESSAGE_HISTORY);
    }

    private static void noSeed(MessageRef post, Throwable failure) {
        LOG.debug("no save reaction under {}: {}", post.id(), failure.toString());
    }
}
