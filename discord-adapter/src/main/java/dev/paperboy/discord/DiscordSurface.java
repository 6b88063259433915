package dev.paperboy.discord;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paperboy's voice on Discord. JDA retries what fails on the way; the nonce, made from the delivery key, lets Discord
 * recognise a repeat for some minutes and return the first message.
 */
public final class DiscordSurface implements ChatSurface, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordSurface.class);

    /** Longer than JDA's own retries take, shorter than any delivery lock. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Half of Discord's 50 requests a second: replies and reactions need room, and JDA does not count. */
    private static final int POSTS_A_SECOND = 25;

    private final DiscordConnection connection;
    private final DiscordRenderer renderer;
    private final RateLimiter pace = RateLimiter.of(
            "discord-posts",
            RateLimiterConfig.custom()
                    .limitForPeriod(POSTS_A_SECOND)
                    .limitRefreshPeriod(Duration.ofSeconds(1))
                    .timeoutDuration(PATIENCE)
                    .build());

    public DiscordSurface(DiscordConnection connection, DiscordRenderer renderer) {
        this.connection = connection;
        this.renderer = renderer;
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

    @Override
    public MessageRef post(ChannelRef channel, Content content, String deliveryKey) {
        String doing = "post to Discord channel " + channel.id();
        if (!pace.acquirePermission()) {
            throw ChatException.rateLimited(doing + ": too many posts at once", Duration.ofSeconds(1));
        }
        GuildMessageChannel target = channel(channel, doing);
        try {
            Message sent = target.sendMessage(renderer.render(content))
                    .setNonce(nonce(deliveryKey))
                    .timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .complete();
            seed(target, sent, content);
            return new MessageRef(channel, sent.getId());
        } catch (RuntimeException failure) {
            throw DiscordErrors.of(doing, failure);
        }
    }

    private GuildMessageChannel channel(ChannelRef channel, String doing) {
        JDA jda = connection.jda();
        GuildMessageChannel target = jda.getChannelById(GuildMessageChannel.class, channel.id());
        if (target != null) {
            return target;
        }
        if (!connection.connected()) {
            throw new ChatException(ChatException.Kind.UNAVAILABLE, doing + ": not connected to Discord", null);
        }
        throw new ChatException(
                ChatException.Kind.REFUSED, doing + ": the channel is gone, or hidden from the bot", null);
    }

    /** The first 25 characters of a hash of the key: Discord's nonce is no longer. */
    static String nonce(String deliveryKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(deliveryKey.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, DiscordLimits.NONCE);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Puts the save reaction under a post of one paper, so that saving is one click; without the right, nothing. */
    private static void seed(GuildMessageChannel channel, Message sent, Content content) {
        boolean may = channel.getGuild()
                .getSelfMember()
                .hasPermission(channel, Permission.MESSAGE_ADD_REACTION, Permission.MESSAGE_HISTORY);
        if (content.papers().size() == 1 && may) {
            channel.addReactionById(
                            sent.getId(),
                            net.dv8tion.jda.api.entities.emoji.Emoji.fromUnicode(DiscordEmoji.write(Emoji.BOOKMARK)))
                    .queue(
                            done -> {},
                            failure -> LOG.debug("no save reaction under {}: {}", sent.getId(), failure.toString()));
        }
    }
}
