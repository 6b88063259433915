package dev.paperboy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.store.StoreUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    @TempDir
    Path folder;

    @Test
    void withoutFileTheDefaultsHold() {
        Settings settings = read(Map.of());
        assertThat(settings.discord().isConfigured()).isFalse();
        assertThat(settings.slack().isConfigured()).isFalse();
        assertThat(settings.http().port()).isEmpty();
        assertThat(settings.discord().restUrl()).isEqualTo(URI.create("https://discord.com/api/v10/"));
        assertThat(settings.sources().arxiv().sets()).contains("cs");
        assertThat(settings.sources().arxiv().categories()).isEmpty();
    }

    @Test
    void keysMayBeNestedOrDotted() throws IOException {
        write("http:\n  port: 8080\nsources.huggingface.every: PT5M\n");
        Settings settings = read(Map.of());
        assertThat(settings.http().port()).contains(8080);
        assertThat(settings.sources().huggingface().every()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void theEnvironmentWins() throws IOException {
        write("http:\n  port: 8080\n  host: localhost\n");
        Settings settings = read(Map.of(
                "PAPERBOY_HTTP_PORT",
                "9090",
                "PAPERBOY_SOURCES_ARXIV_SETS",
                "cs:cs:CL, math",
                "PAPERBOY_SOURCES_ARXIV_CATEGORIES",
                "cs.CL, hep-th"));
        assertThat(settings.http().port()).contains(9090);
        assertThat(settings.http().host()).isEqualTo("localhost");
        assertThat(settings.sources().arxiv().sets()).containsExactly("cs:cs:CL", "math");
        assertThat(settings.sources().arxiv().categories()).containsExactly("cs.CL", "hep-th");
    }

    @Test
    void emptyFilesSectionsAndValuesSayNothing() throws IOException {
        write("# nothing yet\n");
        assertThat(read(Map.of())).isEqualTo(new SettingsReader().read(new Home(folder.resolve("none")), Map.of()));
        write("discord:\nhttp:\n  host:\n");
        assertThat(read(Map.of("PAPERBOY_HTTP_PORT", " ")).http().host()).isEqualTo("127.0.0.1");
    }

    @Test
    void unknownKeysAreRefusedWithTheLineAndTheKnownOnes() throws IOException {
        write("discord:\n  token: abc\n\n  tokn: abc\n");
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("paperboy.yaml")
                        + ":4: unknown key discord.tokn; did you mean discord.token?"
                        + " (known in discord: token, rest-url, gateway-url)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # what stands in the file         | what the message says
                    mail: x                           | :1: unknown key mail
                    mail: {}                          | :1: unknown key mail
                    discord: {tokn: {}}               | :1: unknown key discord.tokn; did you mean discord.token?
                    discord: x                        | :1: discord is a section; known in it: token, rest-url, gateway-url
                    discord: {token: {a: b}}          | :1: discord.token takes a value
                    http: {port: 8080x}               | :1: http.port must be a whole number
                    http: {port: 99999}               | :1: http.port must be from 0 to 65535
                    http: {port: [1, 2]}              | :1: http.port must be a whole number
                    slack: {mode: pigeon}             | :1: slack.mode must be socket or http
                    sources: {arxiv: {enabled: si}}   | :1: sources.arxiv.enabled must be true or false
                    sources: {arxiv: {every: soon}}   | :1: sources.arxiv.every must be a span such as PT1H
                    sources: {arxiv: {every: PT0S}}   | :1: sources.arxiv.every must be a positive span
                    sources: {arxiv: {look-back: 1w}} | :1: sources.arxiv.look-back must be a number of days
                    sources: {arxiv: {categories: [CL]}} | :1: sources.arxiv.categories must be categories as arXiv writes them
                    sources: {huggingface: {days: 0}} | :1: sources.huggingface.days must be from 1 to 60
                    discord: {rest-url: 'ftp://x/'}   | :1: discord.rest-url must be an address that begins with https://
                    discord: {rest-url: 'http://x/'}  | :1: discord.rest-url must begin with https://; http:// is for this machine only
                    discord: {rest-url: 'http://127.0.0.1:1/'}   | discord.gateway-url and rest-url must both be on this machine
                    discord: {gateway-url: 'ws://localhost:1/'}  | discord.gateway-url and rest-url must both be on this machine
                    slack: {api-url: 'https://me:pw@slack.com/'} | :1: slack.api-url must not hold a user name or password
                    sources: {arxiv: {sets: [null]}}  | :1: sources.arxiv.sets must not hold an empty name
                    sources: {arxiv: {sets: [cs, cs]}} | :1: sources.arxiv.sets must not name a set twice
                    slack: {bot-token: xoxb-1}        | paperboy.yaml:1: slack.app-token is missing; mode socket needs it
                    slack: {bot-token: b, mode: http} | paperboy.yaml:1: slack.signing-secret is missing; mode http needs it
                    slack: {app-token: xapp-1}        | paperboy.yaml:1: slack.bot-token is missing
                    slack: {bot-token: b, signing-secret: s, mode: http} | :1: slack.mode is http, so http.port is needed
                    store: {url: 'jdbc:mysql://x/y'}  | :1: store.url must begin with jdbc:sqlite: or jdbc:postgresql:
                    store: {url: 'jdbc:postgresql://me:pw@x/y'} | :1: store.url must have the shape jdbc:postgresql://host:5432/database
                    store: {path: x}                  | :1: unknown key store.path
                    [a, b]                            | :1: expected keys such as "discord:"
                    'a: "b'                           | this is not YAML
                    """)
    void whatCannotBeIsRefused(String yaml, String message) throws IOException {
        write(yaml + "\n");
        assertThatThrownBy(() -> read(Map.of())).isInstanceOf(BadInput.class).hasMessageContaining(message);
    }

    @Test
    void aSecondDocumentIsRefused() throws IOException {
        write("---\nhttp:\n  port: 1\n---\nhttp:\n  host: localhost\n");
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(":5: a second document begins");
        write("---\nhttp:\n  port: 1\n---\n");
        assertThat(read(Map.of()).http().port()).contains(1);
        write("discord: {}\n");
        assertThat(read(Map.of()).discord().isConfigured()).isFalse();
    }

    @Test
    void whatIsMissingIsNamedByTheVariableThatNeedsIt() {
        assertThatThrownBy(() -> read(Map.of("PAPERBOY_SLACK_BOT_TOKEN", "xoxb-1")))
                .hasMessageStartingWith("PAPERBOY_SLACK_BOT_TOKEN: slack.app-token is missing");
    }

    @Test
    void aKeyTwiceIsRefused() throws IOException {
        write("http:\n  port: 1\nhttp.port: 2\n");
        assertThatThrownBy(() -> read(Map.of())).hasMessageContaining(":3: http.port is set twice");
        write("http:\n  port: 1\n  port: 2\n");
        assertThatThrownBy(() -> read(Map.of())).isInstanceOf(BadInput.class).hasMessageContaining("paperboy.yaml:3");
    }

    @Test
    void badVariablesAreRefusedByName() {
        assertThatThrownBy(() -> read(Map.of("PAPERBOY_HTTP_PORT", "soon")))
                .isInstanceOf(BadInput.class)
                .hasMessage("PAPERBOY_HTTP_PORT: http.port must be a whole number");
    }

    @Test
    void secretsNeverShow() throws IOException {
        write("discord:\n  token: geh eim\n");
        assertThatThrownBy(() -> read(Map.of()))
                .hasMessageContaining(":2: discord.token holds a blank")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("geh"));
        write("discord:\n  token: geheim\n\tslack: x\n");
        assertThatThrownBy(() -> read(Map.of()))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("geheim"));
        Settings settings =
                new SettingsReader().read(new Home(folder.resolve("x")), Map.of("PAPERBOY_DISCORD_TOKEN", "geheim\n"));
        assertThat(settings.discord().token().orElseThrow().value()).isEqualTo("geheim");
        assertThat(settings.toString()).contains("***").doesNotContain("geheim");
    }

    @Test
    void theStoreIsInTheHomeFolderUnlessAnotherIsNamed() throws IOException {
        Home home = new Home(folder);
        assertThat(read(Map.of()).store().at(home)).isEqualTo(new StoreUrl.Sqlite(folder.resolve("paperboy.db")));
        write("store:\n  url: jdbc:sqlite:" + folder.resolve("my papers.db") + "\n");
        assertThat(read(Map.of()).store().at(home)).isEqualTo(new StoreUrl.Sqlite(folder.resolve("my papers.db")));

        for (String variable : List.of("PAPERBOY_DB_URL", "PAPERBOY_STORE_URL")) {
            Settings settings = read(Map.of(variable, "jdbc:postgresql://db/papers?user=bot&password=geheim"));
            assertThat(settings.store().at(home))
                    .isEqualTo(StoreUrl.parse("jdbc:postgresql://db/papers?user=bot&password=geheim"))
                    .isNotEqualTo(StoreUrl.parse("jdbc:postgresql://db/papers"));
            assertThat(settings.toString())
                    .contains("jdbc:postgresql://db/papers?***")
                    .doesNotContain("geheim");
        }
    }

    @Test
    void aBadStoreIsRefusedWithoutItsPassword() {
        assertThatThrownBy(() -> read(Map.of("PAPERBOY_DB_URL", "postgres://bot:geheim@db/papers")))
                .isInstanceOf(BadInput.class)
                .hasMessage("PAPERBOY_DB_URL: store.url must begin with jdbc:sqlite: or jdbc:postgresql:");
        assertThatThrownBy(
                        () -> read(Map.of("PAPERBOY_DB_URL", "jdbc:sqlite:a", "PAPERBOY_STORE_URL", "jdbc:sqlite:b")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("both set store.url");
    }

    private Settings read(Map<String, String> environment) {
        return new SettingsReader().read(new Home(folder), environment);
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("paperboy.yaml"), yaml);
    }
}
