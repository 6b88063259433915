package dev.paperboy.discord;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.paperboy.chat.Content;
import dev.paperboy.chat.ContentRenderingContract;
import dev.paperboy.chat.InMemoryRequestKeys;
import dev.paperboy.chat.SampleContents;
import dev.paperboy.discord.sandbox.DiscordSchema;
import dev.paperboy.discord.sandbox.MessageJudge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every content as Discord's JSON. With {@code -Dpaperboy.golden=write} the golden files are written anew. */
class DiscordRendererTest implements ContentRenderingContract {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final Path GOLDEN = Path.of("src/test/resources/dev/paperboy/discord/golden");
    private static final Pattern ESCAPED = Pattern.compile("\\\\[^0-9A-Za-z\\s]");
    private static final Pattern OUR_LINK = Pattern.compile("\\[([^\\[\\]]*)]\\(https://arxiv\\.org/[^()\\s]*\\)");
    private static final Pattern OUR_MARKS = Pattern.compile("(?m)^(?:### |-# |\\*\\*\\d+\\.\\*\\* )|\\*\\*|`[^`]*`");
    private static final Pattern LIVE =
            Pattern.compile("[*_~|`\\[\\]<>@]|:\\S|://|(?m)^\\s*(?:#|[-+] |\\d+[.)] |> )|\u202E");

    /** Alone in its block, so that nothing of anybody's text is let through with it. */
    private static final Pattern OUR_DATE = Pattern.compile("\\A📅 <t:-?\\d+:F>\\z");

    private final DiscordRenderer renderer = new DiscordRenderer(new InMemoryRequestKeys());

    private JsonNode rendered(Content content) {
        try (MessageCreateData data = renderer.render(content)) {
            return JSON.readTree(data.toData().toString());
        }
    }

    @Override
    public void rendersWithinLimits(Content content) {
        JsonNode body = rendered(content);

        assertThatNoException().isThrownBy(() -> MessageJudge.judge(body));
        assertThat(body.path("allowed_mentions").path("parse")).isEmpty();
        DiscordSchema.load().assertFits("MessageCreateRequest", body);
    }

    @Override
    public void rendersAsPlainText(Content content) {
        MessageJudge.texts(rendered(content)).forEach(text -> {
            String left = ESCAPED.matcher(text).replaceAll("");
            left = OUR_LINK.matcher(left).replaceAll("$1");
            left = OUR_MARKS.matcher(left).replaceAll("");
            left = OUR_DATE.matcher(left).replaceAll("");
            assertThat(LIVE.matcher(left).results().map(live -> live.group()).toList())
                    .as(text)
                    .isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> everyContentLooksAsBefore() {
        return SampleContents.all().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> golden(each.getKey(), each.getValue())));
    }

    private void golden(String name, Content content) {
        String json = JSON.writeValueAsString(JSON.treeToValue(rendered(content), Map.class)) + "\n";
        Path file = GOLDEN.resolve(name + ".json");
        try {
            if ("write".equals(System.getProperty("paperboy.golden"))) {
                Files.createDirectories(GOLDEN);
                Files.writeString(file, json);
            }
            assertThat(json).isEqualTo(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void anEditCarriesTheSameMessage() {
        Content card = requireNonNull(SampleContents.all().get("card-usual"));
        try (MessageCreateData data = renderer.render(card)) {
            JsonNode edit =
                    JSON.readTree(MessageEditData.fromCreateData(data).toData().toString());

            assertThat(edit.path("components")).isEqualTo(rendered(card).path("components"));
            assertThat(edit.path("flags").asInt() & (1 << 15)).isNotZero();
            assertThat(edit.path("allowed_mentions").path("parse").isArray()).isTrue();
        }
    }
}
