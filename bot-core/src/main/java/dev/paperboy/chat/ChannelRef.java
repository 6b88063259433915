package dev.paperboy.chat;

import java.util.Optional;

/**
 * A place where people talk.
 *
 * @param platform which chat
 * @param space the Discord server or Slack workspace; empty in a direct message
 * @param id the platform's id, or what {@link #with} makes of a person's
 */
public record ChannelRef(Platform platform, String space, String id) {

    private static final String PERSON = "@";

    /**
     * The conversation with one person, wherever the platform keeps it: what is posted there stands in a channel that the
     * platform names, and {@link ChatSurface#post} tells.
     */
    public static ChannelRef with(UserRef person) {
        return new ChannelRef(person.platform(), person.space(), PERSON + person.id());
    }

    /** Where it is a part of; empty for a direct message on Discord, which is nobody's. */
    public Optional<Server> server() {
        return space.isEmpty() ? Optional.empty() : Optional.of(new Server(platform, space));
    }

    /** The person whom a conversation is with; empty for a channel that the platform names. */
    public Optional<UserRef> person() {
        return id.startsWith(PERSON)
                ? Optional.of(new UserRef(platform, space, id.substring(PERSON.length())))
                : Optional.empty();
    }
}
