package dev.paperboy.discord.sandbox;

import java.util.Arrays;
import java.util.Locale;

/** What can go wrong with Discord, on request. */
public enum DiscordFault {
    HTTP_429("answers 429 with Via and a whole-second Retry-After (lasting, default 1 s)"),
    HTTP_429_WITHOUT_VIA("answers 429 as Cloudflare does, without Via (lasting, default 1 s)"),
    HTTP_429_SHARED("answers 429 for a limit that the bot shares with others (lasting, default 1 s)"),
    HTTP_5XX_BEFORE("answers with a server error (status, default 502) and does nothing"),
    HTTP_5XX_AFTER("does the work, then answers with a server error (status, default 502)"),
    CLOSE_BEFORE("closes the connection without doing the work"),
    LOST_REPLY("does the work, then closes the connection without a reply"),
    DELAY("waits before the work (lasting, default 1 s)"),
    DELAY_AFTER("does the work, then waits before the reply (lasting, default 1 s)"),
    GATEWAY_RECONNECT("asks the client to reconnect (op 7)"),
    INVALID_SESSION_RESUMABLE("calls the session invalid but resumable (op 9, true)"),
    INVALID_SESSION("drops the session (op 9, false): events of the gap are lost"),
    CLOSE_4000("closes the gateway connection with 4000, and the next times-1 connections on arrival"),
    CLOSE_4004("closes the gateway connection with 4004: the token is void"),
    CLOSE_4014("closes the gateway connection with 4014: an intent is not granted"),
    DISCONNECT("cuts the gateway connection without a close frame"),
    GATEWAY_SILENCE("acknowledges no heartbeat and answers no resume (lasting, default 60 s)"),
    REVOKE_SEND("takes the bot's right to send messages in a channel (channel)"),
    RESTORE_SEND("gives the bot back its right to send messages in a channel (channel)"),
    DELETE_CHANNEL("deletes a channel and all that is in it (channel)"),
    RESTORE_CHANNEL("makes a deleted channel anew, empty (channel, default the one deleted last)"),
    HIDE_CHANNEL("takes the bot's right to view a channel (channel)"),
    SHOW_CHANNEL("gives the bot back its right to view a channel (channel)"),
    HIDE_HISTORY("takes the bot's right to read a channel's messages: it is shown none (channel)"),
    SHOW_HISTORY("gives the bot back its right to read a channel's messages (channel)"),
    REVOKE_THREADS("takes the bot's right to open threads in a channel (channel)"),
    RESTORE_THREADS("gives the bot back its right to open threads in a channel (channel)"),
    REFUSE_DIRECT("has everybody refuse direct messages of the bot"),
    ACCEPT_DIRECT("has everybody take direct messages of the bot again"),
    GUILD_OUTAGE("takes the server away from the gateway, as an outage does; REST goes on"),
    GUILD_BACK("ends the outage of the server");

    private final String meaning;

    DiscordFault(String meaning) {
        this.meaning = meaning;
    }

    /** What happens, in one line; in parentheses what can be set. */
    public String meaning() {
        return meaning;
    }

    /** The name used on the control port, such as {@code http-429}. */
    public String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for an unknown name; the message lists the known ones */
    public static DiscordFault named(String kind) {
        return Arrays.stream(values())
                .filter(fault -> fault.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown fault " + kind + "; known: "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(DiscordFault::kind).toList())));
    }

    /** The fault once, on any route, with its default figures. */
    public FaultOrder once() {
        return FaultOrder.of(this);
    }
}
