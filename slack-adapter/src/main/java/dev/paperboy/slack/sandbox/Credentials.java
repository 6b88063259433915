package dev.paperboy.slack.sandbox;

/** The stand-in's tokens and secret; worthless outside the process that made them. */
record Credentials(String botToken, String appToken, String signingSecret) {

    boolean isKnown(String token) {
        return token.equals(botToken) || token.equals(appToken);
    }
}
