package dev.paperboy.discord;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.InMemoryRequestKeys;
import dev.paperboy.chat.Platform;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Request;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.discord.sandbox.DiscordSandbox;
import dev.paperboy.discord.sandbox.DiscordSchema;
import dev.paperboy.discord.sandbox.Exchange;
import dev.paperboy.discord.sandbox.SandboxReply;
import dev.paperboy.discord.sandbox.ShiftableTicker;
import dev.paperboy.discord.sandbox.UserAction;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.JDA;
import tools.jackson.databind.JsonNode;

/** The whole adapter on the stand-in, with a bot that answers as told. */
final class DiscordStage implements AutoCloseable {
    final ShiftableTicker ticker = new ShiftableTicker();
    final DiscordSandbox sandbox = new DiscordSandbox(InstantSource.system(), ticker.pace()).start();
    final FakeBot bot = new FakeBot();
    final CommandLine commandLine = new CommandLine(SampleCommands.CATALOGUE);
    final InMemoryRequestKeys keys = new InMemoryRequestKeys();
    final DiscordRenderer renderer = new DiscordRenderer(keys);
    final DiscordInbound inbound = inbound();
    final DiscordConnection connection = new DiscordConnection(
            access(sandbox.botToken()),
            this::now,
            new DiscordWatchdog.Patience(
                    Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(4), Duration.ofSeconds(3), 5));
    final DiscordSurface surface = new DiscordSurface(connection, renderer, this::now);

    private boolean strict = true;
    private volatile Duration lead = Duration.ZERO;

    Instant now() {
        return Instant.now().plus(lead);
    }

    /** From now on the bot believes that it is later than it is. */
    void runAhead(Duration by) {
        lead = by;
    }

    DiscordInbound inbound() {
        return new DiscordInbound(
                bot,
                new DiscordCommands(SampleCommands.CATALOGUE),
                renderer,
                new DiscordReactions(bot, List.of(Duration.ofMillis(1), Duration.ofMillis(1))));
    }

    DiscordStage open() {
        surface.start(inbound);
        return this;
    }

    JDA jda() {
        return connection.jda();
    }

    /** The same voice, with less patience. */
    DiscordSurface surface(Duration patience) {
        return new DiscordSurface(connection, renderer, this::now, patience);
    }

    /** Another process of the same bot. */
    DiscordSurface secondSurface() {
        return new DiscordSurface(
                new DiscordConnection(access(sandbox.botToken()), InstantSource.system()), renderer, this::now);
    }

    /** What was answered to requests of one method and route, in order. */
    List<Integer> statuses(String name) {
        return sandbox.exchanges().stream()
                .filter(exchange -> (exchange.method() + " " + exchange.route()).equals(name))
                .map(Exchange::status)
                .toList();
    }

    DiscordAccess access(String token) {
        return new DiscordAccess(URI.create(sandbox.restUrl()), URI.create(sandbox.gatewayUrl()), token);
    }

    ChannelRef channel(String name) {
        return new ChannelRef(
                Platform.DISCORD, sandbox.guildId(), sandbox.channel(name).id());
    }

    /** What ben gets for a request that he types. */
    SandboxReply type(Request request) {
        return await(command("ben", "papers", request));
    }

    UserAction command(String user, String channel, Request request) {
        String line = request.text();
        Map<String, String> options =
                commandLine.split(line).map(CommandLine.Written::options).orElse(Map.of());
        return sandbox.command(user, channel, "papers " + request.spec().name(), options);
    }

    static SandboxReply await(UserAction action) {
        return action.reply().orTimeout(20, SECONDS).join();
    }

    /** For tests that provoke what Discord forbids. */
    void expectViolations() {
        strict = false;
    }

    /** Fails if any rule or schema of Discord's was broken, or anybody could have been mentioned. */
    void assertClean() {
        sandbox.assertNoViolations();
        sandbox.exchanges().forEach(DiscordStage::assertMentionsNobody);
        DiscordSchema.load().assertAllValid(sandbox.exchanges());
    }

    /** Whatever carries a text carries an empty list of mentions: without one, @everyone would be called. */
    private static void assertMentionsNobody(Exchange exchange) {
        JsonNode body = exchange.request();
        JsonNode message = body == null || !body.has("data") ? body : body.path("data");
        if (message != null && (message.has("content") || message.has("components") || message.has("embeds"))) {
            JsonNode parse = message.path("allowed_mentions").path("parse");
            assertThat(parse.isArray() && parse.isEmpty())
                    .as(message.toString())
                    .isTrue();
        }
    }

    @Override
    public void close() {
        surface.close();
        sandbox.close();
        if (strict) {
            assertClean();
        }
    }
}
