package dev.paperboy.chat;

import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.command.Right;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody asks for something, by a command or by a click.
 *
 * @param request what is asked
 * @param user by whom
 * @param channel where
 * @param rights what the asker may do there, as the platform says
 * @param clicked the message whose button was clicked; empty for a typed command
 */
public record CommandCall(
        Request request, UserRef user, ChannelRef channel, Set<Right> rights, Optional<MessageRef> clicked) {

    public CommandCall {
        rights = Set.copyOf(rights);
    }

    /** The value of a required option. */
    public <T> T get(Param<T> param) {
        return request.arguments().get(param);
    }

    /** The value of an option, if given. */
    public <T> Optional<T> find(Param<T> param) {
        return request.arguments().find(param);
    }
}
