package dev.paperboy.config.doctor;

import dev.paperboy.config.Secret;
import dev.paperboy.config.doctor.PlatformCalls.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Discord: is the token good, where is the bot, and may it do there what it must. */
final class DiscordCheck {

    private static final String NAME = "Discord";
    private static final int FEW_STARTS = 50;

    /** The permissions that Paperboy asks for, by the bit that Discord's documentation gives them. */
    private static final Map<String, Long> NEEDED = needed();

    private final PlatformCalls calls;
    private final URI api;
    private final Secret token;

    DiscordCheck(PlatformCalls calls, URI api, Secret token) {
        this.calls = calls;
        this.api = api;
        this.token = token;
    }

    private static Map<String, Long> needed() {
        Map<String, Long> bits = new LinkedHashMap<>();
        bits.put("View Channels", 1L << 10);
        bits.put("Send Messages", 1L << 11);
        bits.put("Send Messages in Threads", 1L << 38);
        bits.put("Create Public Threads", 1L << 35);
        bits.put("Embed Links", 1L << 14);
        bits.put("Read Message History", 1L << 16);
        bits.put("Add Reactions", 1L << 6);
        return bits;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try {
            Answer me = ask("users/@me");
            if (me.status() == 401) {
                return List.of(Finding.fail(
                        NAME,
                        "does not accept the token; reset it on the Bot page of the developer"
                                + " portal and set discord.token"));
            }
            if (me.status() != 200) {
                return List.of(Finding.fail(NAME, api + " answered with status " + me.status()));
            }
            findings.add(Finding.ok(
                    NAME, "the token is that of " + me.body().path("username").asString("?")));
            findings.addAll(
                    servers(ask("users/@me/guilds"), me.body().path("id").asString("")));
            starts(ask("gateway/bot"), findings);
        } catch (IOException e) {
            findings.add(Finding.fail(
                    NAME,
                    api.getHost() + " cannot be reached (" + e.getClass().getSimpleName()
                            + "); check the network and discord.rest-url"));
        }
        return findings;
    }

    private Answer ask(String path) throws IOException {
        return calls.get(api.resolve(path), "Bot", token);
    }

    private static List<Finding> servers(Answer answer, String id) {
        if (answer.status() != 200) {
            return List.of(Finding.warn(NAME, "does not tell the bot's servers: status " + answer.status()));
        }
        if (answer.body().isEmpty()) {
            return List.of(Finding.warn(NAME, "the bot is in no server yet; invite it: " + invitation(id)));
        }
        return answer.body().valueStream().map(server -> server(server, id)).toList();
    }

    private static Finding server(JsonNode server, String id) {
        long has = server.path("permissions").asLong(0);
        boolean administrator = (has & 1L << 3) != 0;
        List<String> missing = NEEDED.entrySet().stream()
                .filter(right -> !administrator && (has & right.getValue()) == 0)
                .map(Map.Entry::getKey)
                .toList();
        String name = server.path("name").asString("?");
        return missing.isEmpty()
                ? Finding.ok(NAME, "may do what it must in " + name)
                : Finding.warn(
                        NAME,
                        "lacks " + String.join(", ", missing) + " in " + name
                                + "; grant that to its role there, or invite it anew: " + invitation(id));
    }

    private static void starts(Answer answer, List<Finding> findings) {
        JsonNode left = answer.body().path("session_start_limit").path("remaining");
        if (answer.status() == 200 && left.isNumber() && left.asInt() < FEW_STARTS) {
            findings.add(Finding.warn(
                    NAME, "only " + left.asInt() + " starts are left today; find out what restarts the bot so often"));
        }
    }

    private static String invitation(String id) {
        long all = NEEDED.values().stream().mapToLong(Long::longValue).sum();
        return "https://discord.com/oauth2/authorize?client_id=" + id
                + "&scope=bot%20applications.commands&permissions=" + all;
    }
}
