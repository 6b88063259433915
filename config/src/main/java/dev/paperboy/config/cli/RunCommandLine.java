package dev.paperboy.config.cli;

import dev.paperboy.config.BadInput;
import dev.paperboy.config.Home;
import dev.paperboy.config.Lifecycle;
import dev.paperboy.config.RunningBot;
import dev.paperboy.config.Settings;
import dev.paperboy.config.SettingsReader;
import dev.paperboy.config.Wiring;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs the bot until it is told to stop. */
@Command(
        name = "run",
        description = "Run the bot on Discord and Slack, as DIR/paperboy.yaml and the environment say, until stopped.")
final class RunCommandLine implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(RunCommandLine.class);

    private final Shell shell;
    private final Map<String, String> environment;

    RunCommandLine(Shell shell, Map<String, String> environment) {
        this.shell = shell;
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        Home home = shell.home();
        Settings settings = new SettingsReader().read(home, environment);
        if (!settings.discord().isConfigured() && !settings.slack().isConfigured()) {
            throw new BadInput("no platform is set up: set PAPERBOY_DISCORD_TOKEN, or PAPERBOY_SLACK_BOT_TOKEN and"
                    + " PAPERBOY_SLACK_APP_TOKEN, or their keys in " + home.settings()
                    + " (see docs/discord-setup.md, docs/slack-setup.md); \"paperboy sandbox\" needs neither");
        }
        Logging.showProgress();
        try (Lifecycle lifecycle = Lifecycle.begin();
                RunningBot bot = Wiring.start(home, settings, shell.clock(), shell.clock())) {
            LOG.info("running with {} papers in {}", bot.vitals().papers(), home.folder());
            lifecycle.await();
        }
        return ExitCode.DONE;
    }
}
