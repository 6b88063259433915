package dev.paperboy.slack.sandbox;

import java.util.Locale;

/**
 * Trouble that Slack, or the network before it, makes on request. Faults of a {@link Where#METHOD} strike the next
 * calls of one Web API method (or of any; {@code response_url} names the posts to response URLs); faults of a
 * {@link Where#DELIVERY} strike the next things that Slack sends; faults of the {@link Where#SOCKET} strike all open
 * connections at once, or the next attempts to open one.
 */
public enum SlackFault {
    RATE_LIMITED(Where.METHOD, "answers 429 with Retry-After (lasting, default 1 s)"),
    SERVER_ERROR_BEFORE(Where.METHOD, "answers 503 and does nothing"),
    SERVER_ERROR_AFTER(Where.METHOD, "does the work, then answers 503"),
    INTERNAL_ERROR(Where.METHOD, "answers internal_error and does nothing"),
    LOST_REQUEST(Where.METHOD, "closes the connection without doing the work"),
    LOST_REPLY(Where.METHOD, "does the work, then closes the connection without a reply"),
    DELAY(Where.METHOD, "does the work, but answers late (lasting, default 1 s)"),
    UNREADABLE(Where.METHOD, "does the work, then answers 200 with a web page instead of JSON"),
    EMPTY(Where.METHOD, "does the work, then answers 200 with nothing"),
    NOT_IN_CHANNEL(Where.METHOD, "answers not_in_channel, as if Paperboy were no member"),
    MISSING_SCOPE(Where.METHOD, "answers missing_scope, with needed and provided scopes"),
    INVALID_AUTH(Where.METHOD, "answers invalid_auth, as after a revoked token"),

    SOCKET_REFRESH(Where.SOCKET, "asks every connection to refresh"),
    SOCKET_CUT(Where.SOCKET, "cuts every connection without a close frame"),
    SOCKET_GOING_AWAY(Where.SOCKET, "closes every connection with 1001"),
    SOCKET_HALF_OPEN(Where.SOCKET, "keeps every connection open but answers nothing any more"),
    SOCKET_REFUSED(Where.SOCKET, "refuses the next attempts to connect with 503"),

    DUPLICATE_EVENT(Where.DELIVERY, "delivers the next events twice with the same event_id"),
    FOREIGN_TEAM(Where.DELIVERY, "lets the next events claim to come from another workspace"),
    TRAILING_NEWLINE(Where.DELIVERY, "ends the next events over HTTP in a newline, correctly signed"),
    WRONG_SIGNATURE(Where.DELIVERY, "sends a copy with a wrong signature before the next HTTP deliveries"),
    MISSING_SIGNATURE(Where.DELIVERY, "sends a copy without signature before the next HTTP deliveries"),
    STALE_SIGNATURE(Where.DELIVERY, "sends a copy signed six minutes ago before the next HTTP deliveries"),
    FUTURE_SIGNATURE(Where.DELIVERY, "sends a copy signed an hour ahead before the next HTTP deliveries");

    /** What a fault strikes. */
    public enum Where {
        METHOD,
        SOCKET,
        DELIVERY
    }

    private final Where where;
    private final String meaning;

    SlackFault(Where where, String meaning) {
        this.where = where;
        this.meaning = meaning;
    }

    /** What happens, in one line; in parentheses what can be set. */
    public String meaning() {
        return meaning;
    }

    /** The name used on the control port, such as {@code rate-limited}. */
    public String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Where where() {
        return where;
    }
}
