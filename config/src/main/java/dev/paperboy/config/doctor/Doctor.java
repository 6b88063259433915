package dev.paperboy.config.doctor;

import dev.paperboy.config.BadInput;
import dev.paperboy.config.Home;
import dev.paperboy.config.Settings;
import dev.paperboy.config.SettingsReader;
import dev.paperboy.store.StoreUrl;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks over everything that Paperboy needs, one check after the other. */
public final class Doctor {

    private final Home home;
    private final Map<String, String> environment;
    private final InstantSource clock;

    /** @param clock this machine's, to be compared with the platforms' */
    public Doctor(Home home, Map<String, String> environment, InstantSource clock) {
        this.home = home;
        this.environment = environment;
        this.clock = clock;
    }

    /** @param told of each finding as soon as it is there */
    public void examine(Consumer<Finding> told) {
        MachineCheck machine = new MachineCheck(home, clock);
        told.accept(machine.folder());
        told.accept(machine.disk());
        told.accept(machine.zones());
        told.accept(machine.index());
        machine.setAside().ifPresent(told);
        Optional<Settings> settings = settings(told);
        StoreUrl store = settings.map(known -> known.store().at(home)).orElseGet(() -> Settings.Store.IN_HOME.at(home));
        new StoreCheck(clock).findings(store).forEach(told);
        settings.ifPresent(known -> platforms(known).forEach(told));
    }

    private Optional<Settings> settings(Consumer<Finding> told) {
        try {
            Settings settings = new SettingsReader().read(home, environment);
            told.accept(Finding.ok("settings", "read from " + origin()));
            return Optional.of(settings);
        } catch (BadInput e) {
            told.accept(Finding.fail("settings", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private String origin() {
        return Files.exists(home.settings())
                ? home.settings() + " and the environment"
                : "the environment; there is no " + home.settings();
    }

    private List<Finding> platforms(Settings settings) {
        List<Finding> findings = new ArrayList<>();
        if (settings.discord().isConfigured() || settings.slack().isConfigured()) {
            new MachineCheck(home, clock).secrecy().ifPresent(findings::add);
        }
        try (PlatformCalls calls = new PlatformCalls(clock)) {
            settings.discord()
                    .token()
                    .ifPresentOrElse(
                            token -> findings.addAll(
                                    new DiscordCheck(calls, settings.discord().restUrl(), token).findings()),
                            () -> findings.add(absent("Discord", "discord.token", "docs/discord-setup.md")));
            settings.slack()
                    .botToken()
                    .ifPresentOrElse(
                            token -> findings.addAll(new SlackCheck(calls, settings.slack(), token).findings()),
                            () -> findings.add(absent("Slack", "slack.bot-token", "docs/slack-setup.md")));
            calls.clockFinding().ifPresent(findings::add);
            settings.http()
                    .port()
                    .ifPresent(port -> findings.add(
                            port == 0
                                    ? Finding.warn(
                                            "http.port", "is 0, a free one at every start that nobody knows; set one")
                                    : new RunningCheck(calls, settings.http().host(), port).finding()));
        }
        if (!settings.discord().isConfigured() && !settings.slack().isConfigured()) {
            findings.add(Finding.warn(
                    "platforms",
                    "none is set up, so \"paperboy run\" has nothing to do; \"paperboy sandbox\" needs none"));
        }
        return findings;
    }

    private static Finding absent(String platform, String key, String page) {
        return Finding.warn(platform, "absent: " + key + " is not set; " + page + " says how to get one");
    }
}
