package dev.paperboy.slack;

import java.time.Duration;

/**
 * Slack's numbers, and the smaller ones that we keep to for looks. Where no other source is named, they stand in
 * Slack's Block Kit reference (docs.slack.dev/reference/block-kit). Lengths are in UTF-16 units.
 */
final class SlackLimits {
    /** Blocks in one message. */
    static final int BLOCKS = 50;
    /** Text of a header block. */
    static final int HEADER = 150;
    /** Elements in one actions block. */
    static final int ACTIONS = 25;
    /** Label of a button. */
    static final int BUTTON_LABEL = 75;
    /** Value of a button, which comes back with the click. */
    static final int BUTTON_VALUE = 2000;
    /** Address behind a button or link. */
    static final int URL = 3000;
    /** Body of a request that Slack sends: a click carries the whole message, so it is far above what we expect. */
    static final int REQUEST_BYTES = 1_000_000;
    /** Messages on a page of a channel's history: Slack recommends no more (docs.slack.dev: conversations.history). */
    static final int HISTORY_PAGE = 200;
    /** Age, and distance into the future, at which a signed request is refused (docs.slack.dev: verifying requests). */
    static final Duration SIGNATURE_AGE = Duration.ofMinutes(5);

    static final Duration SIGNATURE_AHEAD = Duration.ofMinutes(1);
    /**
     * From Slack's answer to one message to the next in the same channel. Slack allows one a second
     * (docs.slack.dev/apis/web-api/rate-limits: chat.postMessage); the rest is for the way there.
     */
    static final Duration BETWEEN_POSTS = Duration.ofMillis(1200);

    /** Messages a minute in the whole workspace: Slack speaks of "several hundred" (as above). */
    private static final int POSTS = 200;
    /** Nine tenths of what Slack allows a minute in its tiers 3 and 4 (as above), the rest being for the way there. */
    private static final int TIER_3 = 45;

    private static final int TIER_4 = 90;

    /** How often a method may be called in one workspace. */
    static int callsAMinute(String method) {
        return switch (method) {
            case "chat.postMessage" -> POSTS;
            case "chat.update", "conversations.info", "conversations.history", "conversations.open", "reactions.get" ->
                TIER_3;
            case "chat.postEphemeral", "users.info", "files.getUploadURLExternal", "files.completeUploadExternal" ->
                TIER_4;
            // Called once at the start, or without a limit of its own: Slack says when it is too much.
            default -> Integer.MAX_VALUE;
        };
    }

    // Ours: rich text has no documented limit; these keep a card readable and a full list near 10,000 characters.

    /** Notification text, shown where blocks are not; Slack itself cuts at 40,000. */
    static final int FALLBACK = 1000;

    static final int HEADING = 300;
    static final int TITLE = 300;
    static final int BYLINE = 200;
    static final int PARAGRAPH = 700;
    static final int PARAGRAPH_IN_LIST = 280;
    static final int WHY = 300;
    static final int NOTE = 600;
    static final int NOTICE = 2000;
    static final int USAGE = 200;
    static final int MEANING = 300;
    static final int CATEGORIES = 5;

    private SlackLimits() {}
}
