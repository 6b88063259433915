package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Compares a message with the one kept beside the test; {@code -Dpaperboy.golden=write} keeps it anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/dev/paperboy/slack/golden");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Golden() {}

    static void check(String name, SlackMessage message) throws IOException {
        ObjectNode json = MAPPER.createObjectNode().put("text", message.text());
        json.set("blocks", message.blocks());
        String now =
                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json).replace("\r\n", "\n") + "\n";
        Path file = FOLDER.resolve(name + ".json");
        if ("write".equals(System.getProperty("paperboy.golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, now);
        }
        assertThat(file).as("kept with -Dpaperboy.golden=write").exists();
        assertThat(now).isEqualTo(Files.readString(file));
    }
}
