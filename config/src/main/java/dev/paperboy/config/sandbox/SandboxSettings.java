package dev.paperboy.config.sandbox;

import dev.paperboy.config.Secret;
import dev.paperboy.config.Settings;
import dev.paperboy.discord.sandbox.DiscordSandbox;
import dev.paperboy.slack.sandbox.SlackSandbox;
import dev.paperboy.source.arxiv.ArxivApi;
import dev.paperboy.source.arxiv.ArxivOai;
import dev.paperboy.source.huggingface.DailyPapers;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * The settings that point the bot at the stand-ins. Nothing of the operator's own settings is read: no real token can
 * come in here.
 */
final class SandboxSettings {

    private SandboxSettings() {}

    static Settings of(DiscordSandbox discord, SlackSandbox slack, boolean byMeaning) {
        return new Settings(
                new Settings.Discord(
                        Optional.of(new Secret(discord.botToken())),
                        URI.create(discord.restUrl()),
                        URI.create(discord.gatewayUrl())),
                new Settings.Slack(
                        Optional.of(new Secret(slack.botToken())),
                        Optional.of(new Secret(slack.appToken())),
                        Optional.of(new Secret(slack.signingSecret())),
                        Settings.Slack.Mode.SOCKET,
                        slack.apiUrl()),
                new Settings.Http(Optional.empty(), "127.0.0.1"),
                Settings.Store.IN_HOME,
                new Settings.Search(byMeaning),
                noSources());
    }

    /** The sandbox lives in a time of its own, to which no live list belongs. */
    private static Settings.Sources noSources() {
        return new Settings.Sources(
                Optional.empty(),
                new Settings.Sources.Arxiv(
                        false,
                        List.of(),
                        List.of(),
                        Period.ofDays(1),
                        Duration.ofDays(1),
                        ArxivOai.BASE,
                        ArxivApi.BASE),
                new Settings.Sources.HuggingFace(false, 1, Duration.ofDays(1), DailyPapers.BASE));
    }
}
