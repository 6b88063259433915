package dev.paperboy.discord;

/**
 * Discord's numbers, as of August 2026. A source is a page of Discord's developer documentation,
 * {@code https://discord.com/developers/docs/…}.
 */
final class DiscordLimits {
    /**
     * Characters over all text displays of one message. JDA enforces it
     * ({@code Message.MAX_CONTENT_LENGTH_COMPONENT_V2}); Discord's documentation is silent.
     */
    static final int TEXT = 4000;

    /** Components in one message, nested ones and accessories included: {@code components/reference}, introduction. */
    static final int COMPONENTS = 40;

    /** Buttons in one row: {@code components/reference#action-row}. */
    static final int ROW = 5;

    /** Characters of a button's {@code custom_id}: {@code components/reference#custom-id}. */
    static final int CUSTOM_ID = 100;

    /** Characters on a button: {@code components/reference#button}. */
    static final int LABEL = 80;

    /** Characters of a link button's address: {@code components/reference#button}. */
    static final int BUTTON_URL = 512;

    /**
     * Characters of a choice's name, and of its value when it is a text:
     * {@code interactions/application-commands#application-command-object-application-command-option-choice-structure}.
     */
    static final int CHOICE = 100;

    /**
     * Choices of an option or an autocomplete answer:
     * {@code interactions/application-commands#application-command-object-application-command-option-structure} and
     * {@code interactions/receiving-and-responding#interaction-response-object-autocomplete}.
     */
    static final int CHOICES = 25;

    /** Characters of a thread's name: {@code resources/channel#start-thread-from-message}. */
    static final int THREAD = 100;

    /** Characters of a nonce: {@code resources/message#create-message}. */
    static final int NONCE = 25;

    /**
     * Seconds until an interaction's token dies without a first response:
     * {@code interactions/receiving-and-responding#responding-to-an-interaction}.
     */
    static final int FIRST_RESPONSE_SECONDS = 3;

    /**
     * Minutes that an acknowledged interaction's token lives:
     * {@code interactions/receiving-and-responding#followup-messages}.
     */
    static final int TOKEN_MINUTES = 15;

    private DiscordLimits() {}
}
