package dev.paperboy.discord;

import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens threads under answers. Where none can be opened the answer stands without. */
final class DiscordDiscussions {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordDiscussions.class);

    private DiscordDiscussions() {}

    /**
     * Opens a thread under a message that stands.
     *
     * @return what the asker should know, in a sentence; empty if there is a thread, or a place that can have none
     */
    static Optional<String> open(Interaction event, Message message, String title) {
        if (!(event.getChannel() instanceof IThreadContainer channel)) {
            return Optional.empty();
        }
        try {
            channel.createThreadChannel(DiscordText.plain(title, DiscordLimits.THREAD), message.getId())
                    .complete();
            return Optional.empty();
        } catch (InsufficientPermissionException lacking) {
            return Optional.of("I could not open a thread: in this channel I lack the right “"
                    + lacking.getPermission().getName() + "”.");
        } catch (ErrorResponseException failure) {
            // After a lost answer JDA's second attempt finds the thread of the first.
            if (failure.getErrorResponse() == ErrorResponse.THREAD_WITH_THIS_MESSAGE_ALREADY_EXISTS) {
                return Optional.empty();
            }
            LOG.warn(
                    "no thread under Discord message {}: {}",
                    message.getId(),
                    DiscordErrors.of("open a thread", failure).getMessage());
            return Optional.of("I could not open a thread: Discord refused it.");
        }
    }
}
