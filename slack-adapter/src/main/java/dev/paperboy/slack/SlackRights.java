package dev.paperboy.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.model.Conversation;
import com.slack.api.model.User;
import dev.paperboy.chat.ChatException;
import dev.paperboy.command.Right;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person may do in a channel. Slack tells apps of no right to manage a channel, so that right is with the
 * workspace's owners and administrators, with whoever created the channel, and with every member in their own direct
 * conversation with the bot. Guests never have it. Known for five minutes at a time.
 */
final class SlackRights {
    private static final Logger log = LoggerFactory.getLogger(SlackRights.class);
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final List<String> NOT_A_MEMBER = List.of("membership (/invite @Paperboy)");

    private enum Standing {
        ADMINISTRATOR,
        MEMBER,
        GUEST
    }

    private final SlackClient client;
    private final Cache<String, Standing> standings = cache();
    private final Cache<String, String> owners = cache();

    SlackRights(SlackClient client) {
        this.client = client;
    }

    /**
     * Asks Slack, or remembers.
     *
     * @throws ChatException if Slack does not say
     */
    Set<Right> of(String user, String channel) {
        boolean manages = switch (standings.get(user, this::standing)) {
            case ADMINISTRATOR -> true;
            case MEMBER -> user.equals(owners.get(channel, this::owner));
            case GUEST -> false;
        };
        return manages ? Set.of(Right.MANAGE_CHANNEL) : Set.of();
    }

    /**
     * What the app itself lacks in a channel to post there, for people; empty if nothing, or if Slack does not say. Asked
     * anew each time, for people ask again as soon as they have mended it.
     */
    List<String> lacking(String channel) {
        try {
            Conversation found = client.channelInfo(channel).getChannel();
            return found.isIm() || found.isMember() ? List.of() : NOT_A_MEMBER;
        } catch (ChatException e) {
            // A private channel that the app is not in does not exist for it.
            return SlackTroubles.codeOf(e).equals("channel_not_found") ? NOT_A_MEMBER : List.of();
        }
    }

    private Standing standing(String id) {
        User user;
        try {
            user = client.userInfo(id).getUser();
        } catch (ChatException e) {
            return orThrow(e, Standing.MEMBER, "cannot see what Slack user " + id + " may do");
        }
        if (user.isAdmin() || user.isOwner() || user.isPrimaryOwner()) {
            return Standing.ADMINISTRATOR;
        }
        return user.isRestricted() || user.isUltraRestricted() ? Standing.GUEST : Standing.MEMBER;
    }

    /**
     * The id of who created a channel, or of the other one in a direct conversation with us; "" where Slack does not let
     * us see it, as it lets nobody see a conversation between two others.
     */
    private String owner(String id) {
        try {
            Conversation channel = client.channelInfo(id).getChannel();
            return Objects.requireNonNullElse(channel.isIm() ? channel.getUser() : channel.getCreator(), "");
        } catch (ChatException e) {
            return orThrow(e, "", "cannot see whose Slack channel this is: " + id);
        }
    }

    /** A refusal, as for want of a scope, leaves it unknown; the operator reads why. */
    private static <T> T orThrow(ChatException trouble, T unknown, String what) {
        if (trouble.kind() != ChatException.Kind.REFUSED) {
            throw trouble;
        }
        log.warn("{}: {}", what, trouble.getMessage());
        return unknown;
    }

    private static <V> Cache<String, V> cache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(10_000)
                .recordStats()
                .build();
    }
}
