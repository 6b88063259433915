package dev.paperboy.discord;

/**
 * Discord's numbers, as of August 2026. Sources: the message, component and application command pages of Discord's
 * developer documentation.
 */
final class DiscordLimits {
    /** Characters over all text displays of one message. JDA enforces it; Discord's documentation is silent. */
    static final int TEXT = 4000;

    /** Components in one message, nested ones and accessories included. */
    static final int COMPONENTS = 40;

    /** Buttons in one row. */
    static final int ROW = 5;

    /** Characters of a button's {@code custom_id}. */
    static final int CUSTOM_ID = 100;

    /** Characters on a button. */
    static final int LABEL = 80;

    /** Characters of a link button's address. */
    static final int BUTTON_URL = 512;

    /** Characters of a choice's name, and of its value when it is a text. */
    static final int CHOICE = 100;

    /** Choices of an option or an autocomplete answer. */
    static final int CHOICES = 25;

    /** Characters of a nonce. */
    static final int NONCE = 25;

    /** Seconds until an interaction's token dies without a first response. */
    static final int FIRST_RESPONSE_SECONDS = 3;

    /** Minutes that an acknowledged interaction's token lives. */
    static final int TOKEN_MINUTES = 15;

    private DiscordLimits() {}
}
