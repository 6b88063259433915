package dev.paperboy.slack.sandbox;

/**
 * Trouble that Slack, or the network before it, makes on request. Faults of a {@link Where#METHOD} strike the next
 * calls of one Web API method (or of any; {@code response_url} names the posts to response URLs); faults of a
 * {@link Where#DELIVERY} strike the next things that Slack sends; faults of the {@link Where#SOCKET} strike all open
 * connections at once, or the next attempts to open one.
 */
public enum SlackFault {
    /** HTTP 429 with {@code Retry-After}: the fault's duration in whole seconds, at least 1. */
    RATE_LIMITED(Where.METHOD),
    /** HTTP 503 before the work: nothing happened. */
    SERVER_ERROR_BEFORE(Where.METHOD),
    /** HTTP 503 after the work: the message stands although the caller was told of an error. */
    SERVER_ERROR_AFTER(Where.METHOD),
    /** The connection closes before the work, without a reply. */
    LOST_REQUEST(Where.METHOD),
    /** The connection closes after the work, without a reply. */
    LOST_REPLY(Where.METHOD),
    /** The answer comes late by the fault's duration. */
    DELAY(Where.METHOD),
    /** {@code not_in_channel}, as if the bot were no member. */
    NOT_IN_CHANNEL(Where.METHOD),
    /** {@code missing_scope}, with needed and provided scopes. */
    MISSING_SCOPE(Where.METHOD),
    /** {@code invalid_auth}, as after a revoked token. */
    INVALID_AUTH(Where.METHOD),

    /** A {@code disconnect} message with reason {@code refresh_requested} on every connection. */
    SOCKET_REFRESH(Where.SOCKET),
    /** Every connection's TCP stream is cut without a close frame. */
    SOCKET_CUT(Where.SOCKET),
    /** Every connection is closed with status 1001. */
    SOCKET_GOING_AWAY(Where.SOCKET),
    /** Every connection stays open but answers nothing any more, not even a ping. */
    SOCKET_HALF_OPEN(Where.SOCKET),
    /** The next attempts to open a WebSocket are refused with HTTP 503. */
    SOCKET_REFUSED(Where.SOCKET),

    /** The next events are delivered twice with the same {@code event_id}. */
    DUPLICATE_EVENT(Where.DELIVERY),
    /** The next events claim to come from another workspace. */
    FOREIGN_TEAM(Where.DELIVERY),
    /** The next events over HTTP end in a newline, correctly signed. */
    TRAILING_NEWLINE(Where.DELIVERY),
    /** Before the next HTTP deliveries a forged copy arrives with a wrong signature. */
    WRONG_SIGNATURE(Where.DELIVERY),
    /** Before the next HTTP deliveries a forged copy arrives without a signature. */
    MISSING_SIGNATURE(Where.DELIVERY),
    /** Before the next HTTP deliveries a copy arrives that was well signed six minutes ago. */
    STALE_SIGNATURE(Where.DELIVERY),
    /** Before the next HTTP deliveries a copy arrives that is well signed an hour ahead of time. */
    FUTURE_SIGNATURE(Where.DELIVERY);

    /** What a fault strikes. */
    public enum Where {
        METHOD,
        SOCKET,
        DELIVERY
    }

    private final Where where;

    SlackFault(Where where) {
        this.where = where;
    }

    public Where where() {
        return where;
    }
}
