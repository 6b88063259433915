package dev.paperboy.slack;

import com.slack.api.methods.SlackApiException;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Slack's troubles in the bot's words. */
final class SlackTroubles {
    private static final Set<String> OURS = Set.of(
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_arguments",
            "invalid_metadata_format",
            "metadata_too_large",
            "msg_too_long",
            "msg_blocks_too_long",
            "no_text",
            "unknown_method");
    private static final Set<String> PASSING =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org");
    private static final Set<String> VOID_TOKEN =
            Set.of("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired");
    private static final Duration UNSAID = Duration.ofSeconds(5);

    /** Stands before the error code in a refusal's message. */
    static final String SAYS = ": Slack says ";

    private SlackTroubles() {}

    /** An answer with {@code ok: false}. */
    static ChatException of(String what, String error) {
        if (error.equals("ratelimited") || error.equals("rate_limited")) {
            return ChatException.rateLimited(what + ": " + error, UNSAID);
        }
        if (VOID_TOKEN.contains(error)) {
            return new ChatException(Kind.REFUSED, "Slack refuses the bot token, at " + what + SAYS + error, null);
        }
        Kind kind = OURS.contains(error) ? Kind.MALFORMED : PASSING.contains(error) ? Kind.UNAVAILABLE : Kind.REFUSED;
        return new ChatException(kind, what + SAYS + error, null);
    }

    /** An answer with an HTTP status other than 200. */
    static ChatException of(String what, SlackApiException e) {
        int status = e.getResponse().code();
        return ofStatus(what, status, e.getResponse().header("Retry-After"));
    }

    static ChatException ofStatus(String what, int status, @Nullable String retryAfter) {
        if (status == 429) {
            return ChatException.rateLimited(what + ": too many calls", seconds(retryAfter));
        }
        Kind kind = status >= 500 ? Kind.UNAVAILABLE : Kind.REFUSED;
        return new ChatException(kind, what + ": Slack answered with status " + status, null);
    }

    /** No answer: whether the work was done is unknown, unless there was no connection at all. */
    static ChatException of(String what, IOException e) {
        return new ChatException(Kind.UNAVAILABLE, what + ": no answer from Slack", e);
    }

    /** Whether Slack certainly did nothing, so that the same call may be made again at once. */
    static boolean isSafeToRepeat(Throwable trouble) {
        return trouble instanceof ChatException chat
                && (chat.kind() == Kind.RATE_LIMITED || chat.getCause() instanceof ConnectException);
    }

    private static Duration seconds(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : UNSAID;
    }
}
