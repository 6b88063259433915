package dev.paperboy.chat;

import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.command.Right;
import java.util.List;
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
 * @param lacking what Paperboy itself may not do there though a post needs it, in the platform's own words; empty where
 *     nothing is lacking or nobody knows
 * @param name how the asker is called there; empty if nobody says
 */
public record CommandCall(
        Request request,
        UserRef user,
        ChannelRef channel,
        Set<Right> rights,
        Optional<MessageRef> clicked,
        List<String> lacking,
        String name) {

    public CommandCall {
        rights = Set.copyOf(rights);
        lacking = List.copyOf(lacking);
    }

    /** Where Paperboy may do all it needs to, by somebody without a name. */
    public CommandCall(
            Request request, UserRef user, ChannelRef channel, Set<Right> rights, Optional<MessageRef> clicked) {
        this(request, user, channel, rights, clicked, List.of(), "");
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
