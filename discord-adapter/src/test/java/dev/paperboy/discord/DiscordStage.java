package dev.paperboy.discord;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.InMemoryRequestKeys;
import dev.paperboy.chat.Platform;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Request;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.discord.sandbox.DiscordSandbox;
import dev.paperboy.discord.sandbox.DiscordSchema;
import dev.paperboy.discord.sandbox.SandboxPace;
import dev.paperboy.discord.sandbox.SandboxReply;
import dev.paperboy.discord.sandbox.ShiftableTicker;
import dev.paperboy.discord.sandbox.UserAction;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** The whole adapter on the stand-in, with a bot that answers as told. */
final class DiscordStage implements AutoCloseable {
    final ShiftableTicker ticker = new ShiftableTicker();
    final DiscordSandbox sandbox =
            new DiscordSandbox(InstantSource.system(), SandboxPace.real().withTicker(ticker)).start();
    final FakeBot bot = new FakeBot();
    final CommandLine commandLine = new CommandLine(SampleCommands.CATALOGUE);
    final InMemoryRequestKeys keys = new InMemoryRequestKeys();
    final DiscordRenderer renderer = new DiscordRenderer(keys);
    final DiscordInbound inbound = new DiscordInbound(bot, new DiscordCommands(SampleCommands.CATALOGUE), renderer);
    final DiscordSurface surface = new DiscordSurface(
            new DiscordConnection(
                    access(sandbox.botToken()),
                    this::now,
                    new DiscordWatchdog.Patience(
                            Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(3), 5)),
            renderer);

    private volatile Duration lead = Duration.ZERO;

    private Instant now() {
        return Instant.now().plus(lead);
    }

    /** From now on the bot believes that it is later than it is. */
    void runAhead(Duration by) {
        lead = by;
    }

    DiscordStage open() {
        surface.start(inbound);
        return this;
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

    /** Fails if any rule or schema of Discord's was broken. */
    void assertClean() {
        sandbox.assertNoViolations();
        DiscordSchema.load().assertAllValid(sandbox.exchanges());
    }

    @Override
    public void close() {
        surface.close();
        inbound.close();
        sandbox.close();
    }
}
