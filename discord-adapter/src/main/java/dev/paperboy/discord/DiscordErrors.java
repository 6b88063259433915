package dev.paperboy.discord;

import dev.paperboy.chat.ChatException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InteractionExpiredException;

/** JDA's failures in the words of the chat port. */
final class DiscordErrors {
    /** Unknown interaction, unknown webhook, invalid webhook token. */
    private static final Set<Integer> TOKEN_GONE = Set.of(10062, 10015, 50027);

    /**
     * Unknown channel, guild, message or webhook; missing access or permissions; cannot write to this user; a thread is
     * locked.
     */
    private static final Set<Integer> REFUSED = Set.of(10003, 10004, 10008, 10015, 50001, 50007, 50013, 160005);

    private DiscordErrors() {}

    /** What a failed request means; unwraps what futures wrap. */
    static ChatException of(String doing, Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> of(doing, wrapped.getCause());
            case ExecutionException wrapped when wrapped.getCause() != null -> of(doing, wrapped.getCause());
            case ChatException known -> known;
            // What cannot even be written down for Discord is never going to be.
            case IllegalArgumentException ours ->
                new ChatException(ChatException.Kind.MALFORMED, doing + ": " + ours.getMessage(), ours);
            case ErrorResponseException answered
            when answered.getCause() instanceof DiscordPace.NoTurnException ->
                ChatException.rateLimited(doing + ": too many requests at once", DiscordPace.LONGEST_TURN);
            case ErrorResponseException answered -> answered(doing, answered);
            case TimeoutException late -> unavailable(doing + ": Discord did not answer in time", late);
            case CancellationException late ->
                unavailable(doing + ": given up while Discord held the request back", late);
            default -> unavailable(doing + ": " + failure, failure);
        };
    }

    private static ChatException answered(String doing, ErrorResponseException failure) {
        String what = doing + ": Discord answered " + failure.getErrorCode() + " " + failure.getMeaning();
        if (REFUSED.contains(failure.getErrorCode())) {
            return new ChatException(ChatException.Kind.REFUSED, what, failure);
        }
        boolean ourDefect = failure.getErrorCode() == 50035 || failure.getErrorCode() == 50006;
        return ourDefect
                ? new ChatException(ChatException.Kind.MALFORMED, what + " " + failure.getSchemaErrors(), failure)
                : unavailable(what, failure);
    }

    private static ChatException unavailable(String what, Throwable cause) {
        return new ChatException(ChatException.Kind.UNAVAILABLE, what, cause);
    }

    /** Whether a failure came from Discord or the way there, and not from a defect of ours. */
    static boolean isDiscords(Throwable failure) {
        return failure instanceof ErrorResponseException
                || failure instanceof CancellationException
                || failure instanceof InteractionExpiredException;
    }

    /** Whether nothing more can be said about an interaction: it was never acknowledged, or is too old. */
    static boolean isTokenGone(Throwable failure) {
        return failure instanceof InteractionExpiredException
                || (failure instanceof ErrorResponseException answered && TOKEN_GONE.contains(answered.getErrorCode()));
    }
}
