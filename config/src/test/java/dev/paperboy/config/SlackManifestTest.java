package dev.paperboy.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.slack.SlackCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifest that docs/slack-setup.md has people paste into Slack says what the catalogue says. */
class SlackManifestTest {

    @TempDir
    Path folder;

    @Test
    void theManifestInTheDocsFollowsFromTheCatalogue() throws IOException {
        String docs = Files.readString(Path.of("..", "docs", "slack-setup.md"));
        Home home = new Home(folder);
        Map<String, String> alone =
                Map.of("PAPERBOY_SOURCES_ARXIV_ENABLED", "false", "PAPERBOY_SOURCES_HUGGINGFACE_ENABLED", "false");
        try (RunningBot bot = Wiring.start(home, new SettingsReader().read(home, alone), InstantSource.system())) {
            SlackCommands commands = new SlackCommands(bot.bot().catalogue());

            assertThat(docs)
                    .contains(
                            "- command: " + commands.slashCommand() + "\n",
                            "usage_hint: \"" + commands.usageHint() + "\"\n",
                            "should_escape: " + commands.shouldEscape() + "\n");
        }
    }
}
