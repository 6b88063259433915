package dev.paperboy.bench;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.Weekdays;
import dev.paperboy.config.Home;
import dev.paperboy.config.RunningBot;
import dev.paperboy.config.SettingsReader;
import dev.paperboy.config.Wiring;
import dev.paperboy.discord.sandbox.DiscordSandbox;
import dev.paperboy.discord.sandbox.Exchange;
import dev.paperboy.discord.sandbox.SandboxChannel;
import dev.paperboy.subscription.Manners;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Timetable;
import dev.paperboy.subscription.Topic;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast many channels that are due at once get their posts, by the whole bot from the store to the wire. */
@Command(
        name = "pacing",
        description = "Have many channels due at once, on a stand-in that keeps Discord's limits.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PacingBench implements Callable<Integer> {

    /** What Discord allows a second in all. */
    private static final int ALLOWED = 50;

    private final InstantSource clock;

    @Option(
            names = "--channels",
            paramLabel = "NUMBER",
            description = "How many channels are due at once; ${DEFAULT-VALUE} unless given.")
    private int channels = 10_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    PacingBench(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("paperboy-pacing");
        try (DiscordSandbox discord = new DiscordSandbox(clock).start()) {
            List<SandboxChannel> rooms = IntStream.range(0, channels)
                    .mapToObj(number -> discord.addChannel("due-" + number))
                    .toList();
            Home home = new Home(folder);
            try (RunningBot bot = Wiring.start(home, new SettingsReader().read(home, environment(discord)), clock)) {
                while (!discord.online() || discord.commands().isEmpty()) {
                    Thread.sleep(Duration.ofMillis(50));
                }
                return measure(discord, bot, rooms);
            }
        }
    }

    private static Map<String, String> environment(DiscordSandbox discord) {
        return Map.of(
                "PAPERBOY_DISCORD_TOKEN",
                discord.botToken(),
                "PAPERBOY_DISCORD_REST_URL",
                discord.restUrl(),
                "PAPERBOY_DISCORD_GATEWAY_URL",
                discord.gatewayUrl(),
                "PAPERBOY_SEARCH_BY_MEANING",
                "false",
                "PAPERBOY_SOURCES_ARXIV_ENABLED",
                "false",
                "PAPERBOY_SOURCES_HUGGINGFACE_ENABLED",
                "false");
    }

    private int measure(DiscordSandbox discord, RunningBot bot, List<SandboxChannel> rooms) throws Exception {
        // All are there before the first is due.
        Instant due = clock.instant().plusSeconds(10 + rooms.size() / 200);
        for (SandboxChannel room : rooms) {
            ChannelRef channel = new ChannelRef(Platform.DISCORD, discord.guildId(), room.id());
            bot.store().subscriptions().save(due(channel, clock.instant()), due);
        }
        while (posts(discord) < rooms.size()) {
            Thread.sleep(Duration.ofMillis(100));
        }
        double seconds = Duration.between(due, clock.instant()).toMillis() / 1e3;
        report(discord, rooms, seconds);
        return refused(discord) == 0 ? 0 : 1;
    }

    private void report(DiscordSandbox discord, List<SandboxChannel> rooms, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        double rate = rooms.size() / seconds;
        out.println(String.format(
                Locale.ENGLISH,
                "%,d channels due at once: %.1f s, %.1f posts/s, %.0f %% of the %d a second that Discord allows; 429s: %d,"
                        + " channels without exactly one post: %d",
                rooms.size(),
                seconds,
                rate,
                100 * rate / ALLOWED,
                ALLOWED,
                refused(discord),
                rooms.stream()
                        .filter(room -> discord.messages(room.id()).size() != 1)
                        .count()));
        Machine.busy(out, clock);
    }

    /** A note that nothing trends: one request, as a paper's reaction would be a second. */
    private static Subscription due(ChannelRef channel, Instant now) {
        ZoneId utc = ZoneId.of("UTC");
        LocalTime hour = LocalTime.ofInstant(now, utc).truncatedTo(ChronoUnit.MINUTES);
        return new Subscription(
                Subscription.idOf(channel),
                channel,
                new Timetable(hour, utc, Weekdays.DAILY),
                1,
                Topic.EVERYTHING,
                Manners.USUAL,
                new UserRef(Platform.DISCORD, "", "1"),
                true,
                Optional.empty(),
                Optional.empty());
    }

    private static int posts(DiscordSandbox discord) {
        return (int) discord.exchanges().stream()
                .filter(exchange -> exchange.method().equals("POST"))
                .filter(exchange -> exchange.route().endsWith("/messages"))
                .filter(exchange -> exchange.status() == 200)
                .count();
    }

    private static long refused(DiscordSandbox discord) {
        return discord.exchanges().stream()
                .map(Exchange::status)
                .filter(status -> status == 429)
                .count();
    }
}
