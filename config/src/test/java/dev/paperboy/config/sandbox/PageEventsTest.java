package dev.paperboy.config.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.paperboy.command.CommandLine;
import dev.paperboy.command.SampleCommands;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class PageEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    @Timeout(60)
    void aPageThatWentAwayHoldsUpNoStop() throws Exception {
        try (StagedPlatforms stage = new StagedPlatforms()) {
            PageEvents events = new PageEvents();
            events.start();
            PageServer server = new PageServer(
                            new ControlApi(stage, new Completions(new CommandLine(SampleCommands.CATALOGUE)), events),
                            events)
                    .start(0);
            URI address = URI.create(server.url()).resolve("/api/events");
            try (BufferedReader gone = reader(address);
                    BufferedReader stays = reader(address)) {
                awaitLine(gone, "state");
                gone.close();
                awaitLine(stays, "state");
                events.channelChanged("discord", "papers");
                awaitLine(stays, "changed");

                assertTimeoutPreemptively(PATIENCE, () -> {
                    server.close();
                    events.close();
                });
            }
        }
    }

    private static BufferedReader reader(URI address) throws IOException {
        URLConnection connection = address.toURL().openConnection();
        connection.setRequestProperty("Accept", "text/event-stream");
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void awaitLine(BufferedReader reader, String said) throws IOException {
        String line = reader.readLine();
        while (line != null && !line.contains(said)) {
            line = reader.readLine();
        }
        assertThat(line).isNotNull();
    }
}
