package dev.paperboy.config.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.config.Home;
import dev.paperboy.feed.ObservationImport;
import dev.paperboy.feed.PaperImport;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The journeys on the 95k real papers and their real votes, as somebody walks them who brought his own papers along. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RealPapersJourneysTest {

    private static final Path SHARED = Path.of(System.getProperty("paperboy.shared", "../shared"), "data");

    private Path folder;
    private Home home;
    private Sandbox sandbox;
    private ControlClient client;

    @BeforeAll
    void bringPapers(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Assumptions.assumeTrue(Files.isDirectory(SHARED), "the shared papers are not there");
        home = new Home(folder).create();
        try (PaperIndex index = LucenePaperIndex.open(home.index(), InstantSource.system());
                Store store = Store.open(home.database())) {
            assertThat(new PaperImport(index, remark -> {}).read(link("papers-95k.jsonl.gz"), (bytes, papers) -> {}))
                    .isEqualTo(new PaperImport.Result(94_689, 0, 0));
            new ObservationImport(store.observations(), InstantSource.system(), remark -> {})
                    .read(link("observations.jsonl.gz"));
        }
        open();
    }

    /** Beside a link what is rejected can be written down; beside the shared file nobody may write. */
    private Path link(String name) throws IOException {
        return Files.createSymbolicLink(
                folder.resolve(name), SHARED.resolve(name).toAbsolutePath());
    }

    private void open() {
        sandbox = Sandbox.open(home, InstantSource.system(), new Sandbox.Options(0, true, false));
        client = new ControlClient(URI.create(sandbox.url()));
    }

    @AfterAll
    void close() {
        if (sandbox != null) {
            client.close();
            sandbox.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"discord", "slack"})
    void aQuestionIsAnsweredAndABookmarkUnderTheAnswerSaves(String platform) throws Exception {
        JsonNode found = client.command(platform, "ben", "/papers search block diffusion language models limit:3");
        assertThat(found.path("ok").asBoolean()).isTrue();
        assertThat(found.path("text").asString()).containsIgnoringCase("diffusion language models");

        String message = client.messages(platform, "ben").getLast().path("id").asString();
        client.react(platform, "ben", message, "1️⃣", false);
        assertThat(saved(platform)).contains("1 paper");
        client.react(platform, "ben", message, "1️⃣", true);
        assertThat(saved(platform)).doesNotContain("1 paper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"discord", "slack"})
    void whatTrendsIsKnownWithItsReason(String platform) throws Exception {
        assertThat(client.command(platform, "ben", "/papers trending")
                        .path("text")
                        .asString()
                        .toLowerCase(Locale.ROOT))
                .contains("upvotes");
    }

    @Test
    void theMorningsPostsComeOnBothPlatformsAndAreThereAfterARestart() throws Exception {
        client.post("/api/clock", "advance", "PT25H");
        List<JsonNode> discord = digests("discord");
        List<JsonNode> slack = digests("slack");
        assertThat(discord).hasSize(10);
        assertThat(slack).hasSize(10);

        close();
        open();

        assertThat(digests("discord")).isEqualTo(discord);
        assertThat(digests("slack")).isEqualTo(slack);
    }

    private String saved(String platform) throws IOException, InterruptedException {
        return client.command(platform, "ben", "/papers saved").path("text").asString();
    }

    private List<JsonNode> digests(String platform) throws IOException, InterruptedException {
        return client.messages(platform, "ada").stream()
                .filter(message -> message.path("payload").toString().contains("Trending · "))
                .toList();
    }
}
