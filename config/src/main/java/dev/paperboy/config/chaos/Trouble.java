package dev.paperboy.config.chaos;

/** What befalls a town in a round, in turn. */
enum Trouble {
    NONE("nothing but the kills"),
    CUT("the connection for events is cut"),
    FAILED_AFTER("posts are taken and answered with a server error"),
    LOST_REPLY("posts are taken and their replies lost"),
    LATE("replies come seconds late"),
    NO_RIGHT("a channel takes no posts for a while"),
    NEW_SESSION("the session for events is thrown away"),
    FAILED_BEFORE("posts are not taken, with a server error"),
    TOO_MANY("posts are answered with 429"),
    SILENT("the connection for events is silent");

    private final String meaning;

    Trouble(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}
