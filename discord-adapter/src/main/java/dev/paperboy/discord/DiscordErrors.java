package dev.paperboy.discord;

import dev.paperboy.chat.ChatException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;

/** JDA's failures in the words of the chat port. */
final class DiscordErrors {
    /** Unknown interaction: too late, or an earlier attempt got through and its answer was lost. */
    static final int UNKNOWN_INTERACTION = 10062;

    /** Already acknowledged: an earlier attempt got through. */
    static final int ALREADY_ACKNOWLEDGED = 40060;

    /** Unknown channel, guild, message or webhook; missing access or permissions; cannot write to this user. */
    private static final Set<Integer> REFUSED = Set.of(10003, 10004, 10008, 10015, 50001, 50007, 50013);

    private DiscordErrors() {}

    /** What a failed request means; unwraps what futures wrap. */
    static ChatException of(String doing, Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> of(doing, wrapped.getCause());
            case ExecutionException wrapped when wrapped.getCause() != null -> of(doing, wrapped.getCause());
            case ChatException known -> known;
            case InsufficientPermissionException missing ->
                new ChatException(
                        ChatException.Kind.REFUSED,
                        doing + ": Discord permission missing: "
                                + missing.getPermission().getName(),
                        missing);
            case RateLimitedException limited ->
                ChatException.rateLimited(doing + ": Discord rate limit", Duration.ofMillis(limited.getRetryAfter()));
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

    /** Whether a failed acknowledgement may have reached Discord all the same. */
    static boolean maybeDelivered(Throwable failure) {
        return failure instanceof ErrorResponseException answered && answered.getErrorCode() == ALREADY_ACKNOWLEDGED;
    }
}
