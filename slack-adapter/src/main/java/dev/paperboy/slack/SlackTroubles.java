package dev.paperboy.slack;

import com.slack.api.methods.SlackApiException;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatException.Kind;
import java.io.IOException;
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
    private static final Set<String> PASSING = Set.of("service_unavailable", "request_timeout", "team_added_to_org");
    /** "It's possible some aspect of the operation succeeded before the error was raised", say Slack's pages on methods. */
    private static final Set<String> HALF_DONE = Set.of("internal_error", "fatal_error");

    private static final Set<String> VOID_TOKEN =
            Set.of("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired");
    /** The one method that is called with the app's token instead of the bot's. */
    static final String OPEN = "apps.connections.open";

    private static final Duration UNSAID = Duration.ofSeconds(5);

    private SlackTroubles() {}

    /** Slack's own word for why it did not do something; the cause of the exception that tells the bot. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;

        Refusal(String code) {
            super(code, null, false, false);
            this.code = code;
        }
    }

    /** An answer with {@code ok: false}. */
    static ChatException of(String what, String error) {
        if (error.equals("ratelimited") || error.equals("rate_limited")) {
            return ChatException.rateLimited(what + ": " + error, UNSAID);
        }
        Refusal refusal = new Refusal(error);
        if (VOID_TOKEN.contains(error)) {
            String token = what.equals(OPEN) ? "app" : "bot";
            return new ChatException(
                    Kind.REFUSED, "Slack refuses the " + token + " token, at " + what + ": " + error, refusal);
        }
        return new ChatException(kindOf(error), what + ": Slack says " + error, refusal);
    }

    private static Kind kindOf(String error) {
        if (OURS.contains(error)) {
            return Kind.MALFORMED;
        }
        if (HALF_DONE.contains(error)) {
            return Kind.UNKNOWN;
        }
        return PASSING.contains(error) ? Kind.UNAVAILABLE : Kind.REFUSED;
    }

    /** Slack's error code behind a refusal, or "" for other trouble. */
    static String codeOf(ChatException trouble) {
        return trouble.getCause() instanceof Refusal refusal ? refusal.code : "";
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
        // A server that breaks may break after the work.
        Kind kind = status >= 500 ? Kind.UNKNOWN : Kind.REFUSED;
        return new ChatException(kind, what + ": Slack answered with status " + status, null);
    }

    /** No answer: whether the work was done is unknown, unless the request never left. */
    static ChatException of(String what, IOException e) {
        if (e instanceof SlackHosts.Stranger) {
            return new ChatException(Kind.REFUSED, what + ": " + e.getMessage(), e);
        }
        return e instanceof NotSentException
                ? new ChatException(Kind.UNAVAILABLE, what + ": Slack cannot be reached", e)
                : new ChatException(Kind.UNKNOWN, what + ": no answer from Slack", e);
    }

    /** An answer with status 200 in which nothing is to be found: Slack or a proxy answered after the work, or before. */
    static ChatException unreadable(String what, @Nullable RuntimeException e) {
        return new ChatException(Kind.UNKNOWN, what + ": Slack's answer cannot be read", e);
    }

    /** Whether Slack certainly did nothing, so that the same call may be made again. */
    static boolean isSafeToRepeat(Throwable trouble) {
        return trouble instanceof ChatException chat
                && (chat.kind() == Kind.RATE_LIMITED || chat.getCause() instanceof NotSentException);
    }

    /** Whether the same call may succeed a moment later. */
    static boolean mayPass(ChatException trouble) {
        return switch (trouble.kind()) {
            case UNAVAILABLE, UNKNOWN, RATE_LIMITED -> true;
            case MALFORMED, REFUSED -> false;
        };
    }

    private static Duration seconds(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : UNSAID;
    }
}
