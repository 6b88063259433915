package dev.paperboy.config.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.config.Home;
import dev.paperboy.config.doctor.Finding.Level;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.paper.SamplePapers;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestPostgres;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private static final String SECRET = "very-secret-token";
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final long ALL_RIGHTS = 1 << 10 | 1 << 11 | 1L << 38 | 1 << 14 | 1 << 16 | 1 << 6 | 1L << 35;

    @TempDir
    Path folder;

    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private String scopes =
            "commands,chat:write,reactions:read,users:read,channels:read,groups:read,im:read,files:write,files:read";
    private Javalin server;

    @BeforeEach
    void startPlatforms() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/<path>", this::answer);
                    config.routes.post("/<path>", this::answer);
                })
                .start("127.0.0.1", 0);
        String base = "http://127.0.0.1:" + server.port();
        environment.put("PAPERBOY_DISCORD_TOKEN", SECRET);
        environment.put("PAPERBOY_DISCORD_REST_URL", base + "/api/v10/");
        environment.put("PAPERBOY_DISCORD_GATEWAY_URL", "ws://127.0.0.1:1/");
        environment.put("PAPERBOY_SLACK_BOT_TOKEN", SECRET);
        environment.put("PAPERBOY_SLACK_APP_TOKEN", SECRET);
        environment.put("PAPERBOY_SLACK_API_URL", base + "/slack/");
        answers.put("api/v10/users/@me", "{\"id\":\"7\",\"username\":\"paperboy\"}");
        answers.put("api/v10/users/@me/guilds", "[{\"name\":\"Lab\",\"permissions\":\"" + ALL_RIGHTS + "\"}]");
        answers.put("api/v10/gateway/bot", "{\"session_start_limit\":{\"remaining\":999}}");
        answers.put("slack/auth.test", "{\"ok\":true,\"user\":\"paperboy\",\"team\":\"Lab\"}");
        answers.put("slack/apps.connections.open", "{\"ok\":true}");
    }

    @AfterEach
    void stopPlatforms() {
        server.stop();
    }

    private void answer(Context context) {
        String body = answers.getOrDefault(context.pathParam("path"), "");
        context.header("x-oauth-scopes", scopes)
                .header("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.atOffset(ZoneOffset.UTC)))
                .status(body.isEmpty() ? 404 : body.startsWith("401") ? 401 : 200)
                .result(body);
    }

    /** Without what this machine's disk has to say. */
    private List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        new Doctor(new Home(folder), environment, InstantSource.fixed(NOW)).examine(findings::add);
        assertThat(findings.toString()).doesNotContain(SECRET);
        assertThat(findings).extracting(Finding::subject).contains("disk");
        return findings.stream()
                .filter(finding -> !finding.subject().equals("disk"))
                .toList();
    }

    private List<Finding> examine(Level level) {
        return examine().stream().filter(finding -> finding.level() == level).toList();
    }

    @Test
    void allIsWell() {
        try (Store store = Store.open(new Home(folder).database());
                LucenePaperIndex index = LucenePaperIndex.open(new Home(folder).index(), InstantSource.system())) {
            index.add(SamplePapers.all());
            assertThat(store.damage()).isEmpty();

            assertThat(examine())
                    .allSatisfy(finding ->
                            assertThat(finding.level()).as(finding.toString()).isEqualTo(Level.OK));
        }
    }

    @Test
    void refusedTokensFailAndSayWhichKey() {
        answers.put("api/v10/users/@me", "401: Unauthorized");
        answers.put("slack/auth.test", "{\"ok\":false,\"error\":\"invalid_auth\"}");

        assertThat(examine(Level.FAIL))
                .extracting(Finding::text)
                .anySatisfy(text -> assertThat(text).contains("discord.token"))
                .anySatisfy(text -> assertThat(text).contains("slack.bot-token", "invalid_auth"))
                .hasSize(2);
    }

    @Test
    void aWrongAppTokenFails() {
        answers.put("slack/apps.connections.open", "{\"ok\":false,\"error\":\"not_allowed_token_type\"}");

        assertThat(examine(Level.FAIL))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("slack.app-token", "connections:write"));
    }

    @Test
    void missingRightsAreNamed() {
        answers.put(
                "api/v10/users/@me/guilds",
                "[{\"name\":\"Lab\",\"permissions\":\"" + (ALL_RIGHTS & ~(1 << 14)) + "\"}]");
        scopes = "commands,chat:write";

        assertThat(examine(Level.WARN))
                .extracting(Finding::text)
                .anySatisfy(
                        text -> assertThat(text).contains("Embed Links in Lab").contains("client_id=7"))
                .anySatisfy(text -> assertThat(text).contains("reactions:read, users:read"));
    }

    @Test
    void aBotInNoServerIsToldHowToInviteIt() {
        answers.put("api/v10/users/@me/guilds", "[]");

        assertThat(examine(Level.WARN))
                .extracting(Finding::text)
                .anySatisfy(text -> assertThat(text).contains("https://discord.com/oauth2/authorize?client_id=7"));
    }

    @Test
    void platformsOutOfReachFail() {
        server.stop();

        assertThat(examine(Level.FAIL)).extracting(Finding::subject).containsExactly("Discord", "Slack");
    }

    @Test
    void badSettingsFailAndTheRestIsStillExamined() throws IOException {
        Files.writeString(folder.resolve("paperboy.yaml"), "discrod:\n  token: x\n");

        assertThat(examine())
                .anySatisfy(finding -> {
                    assertThat(finding.level()).isEqualTo(Level.FAIL);
                    assertThat(finding.text()).contains("unknown key discrod.token", ":2:");
                })
                .extracting(Finding::subject)
                .contains("home", "index", "store");
    }

    @Test
    void aFullDiskFailsAndALittleRoomIsAWarning() {
        assertThat(MachineCheck.disk(50L << 20).level()).isEqualTo(Level.FAIL);
        assertThat(MachineCheck.disk(500L << 20).level()).isEqualTo(Level.WARN);
        assertThat(MachineCheck.disk(5_000L << 20).level()).isEqualTo(Level.OK);
    }

    @Test
    void aClockThatIsOffIsNamed() {
        List<Finding> findings = new ArrayList<>();
        new Doctor(new Home(folder), environment, InstantSource.fixed(NOW.minusSeconds(90))).examine(findings::add);

        assertThat(findings)
                .filteredOn(finding -> finding.subject().equals("clock"))
                .extracting(Finding::text)
                .singleElement()
                .satisfies(text -> assertThat(text).contains("90 s slow"));
    }

    @Test
    void settingsAreSaidToBeReadFromWhereTheyStand() throws IOException {
        Path settings = folder.resolve("paperboy.yaml");
        assertThat(examine(Level.OK))
                .contains(Finding.ok("settings", "read from the environment; there is no " + settings));

        Files.writeString(settings, "");
        assertThat(examine(Level.OK))
                .contains(Finding.ok("settings", "read from " + settings + " and the environment"));
    }

    @Test
    void settingsThatOthersCanReadAndAPortNobodyKnowsAreWarnedOf() throws IOException {
        Path settings = Files.writeString(folder.resolve("paperboy.yaml"), "http.port: 0\n");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(examine(Level.WARN))
                .extracting(Finding::text)
                .anySatisfy(text -> assertThat(text).contains("chmod 600", "paperboy.yaml"))
                .anySatisfy(text -> assertThat(text).contains("is 0"));

        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        assertThat(examine(Level.WARN)).extracting(Finding::text).noneMatch(text -> text.contains("chmod"));
    }

    @Test
    void aDamagedIndexFailsUntilItIsRebuiltAndThenIsRememberedAsSetAside() throws IOException {
        environment.clear();
        Path index = new Home(folder).index();
        try (LucenePaperIndex filled = LucenePaperIndex.open(index, InstantSource.system())) {
            filled.add(SamplePapers.all());
        }
        flipTheMiddleOf(index.resolve("_0.cfs"));
        assertThat(examine(Level.FAIL))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("damaged (_0.cfs", "paperboy run"));

        LucenePaperIndex.open(index, InstantSource.system()).close();
        assertThat(examine(Level.FAIL)).isEmpty();
        assertThat(examine(Level.WARN))
                .extracting(Finding::text)
                .anySatisfy(text -> assertThat(text).contains("index.damaged-", "delete it"));
    }

    @Test
    void anIndexWhoseRebuildingWasCutShortIsNotCalledMissing() throws IOException {
        environment.clear();
        Files.createDirectories(folder.resolve("index.mending"));
        assertThat(examine(Level.FAIL))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("being rebuilt"));
    }

    private static void flipTheMiddleOf(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x5a;
        Files.write(file, bytes);
    }

    @Test
    void aDamagedStoreFails() throws IOException {
        Files.writeString(
                new Home(folder).database(), "this is no database, and long enough to be sure of it".repeat(99));

        assertThat(examine(Level.FAIL)).extracting(Finding::subject).containsExactly("store");
    }

    @Test
    void nothingSetUpIsNoFailure() {
        environment.clear();

        assertThat(examine(Level.FAIL)).isEmpty();
        assertThat(examine(Level.WARN)).extracting(Finding::subject).contains("Discord", "Slack", "platforms", "index");
    }

    private List<Finding> examineStore(String url) {
        environment.put("PAPERBOY_DB_URL", url);
        return examine().stream()
                .filter(finding -> finding.subject().equals("store"))
                .toList();
    }

    @Test
    void aPostgresqlServerIsLookedOverAndLeftAlone() {
        try (TestPostgres postgres = TestPostgres.fresh()) {
            assertThat(examineStore(postgres.url()))
                    .anySatisfy(finding -> {
                        assertThat(finding.level()).isEqualTo(Level.OK);
                        assertThat(finding.text()).contains("the PostgreSQL database", "answers, version ");
                    })
                    .contains(Finding.ok("store", "it has no tables yet; the first start makes them"))
                    .anySatisfy(finding -> assertThat(finding.text()).contains("its clock and this machine's"))
                    .hasSize(3);

            postgres.open().close();
            assertThat(examineStore(postgres.url())).contains(Finding.ok("store", "its tables are up to date"));
        }
    }

    @Test
    void aServerOutOfReachFailsWithoutItsPassword() {
        assertThat(examineStore("jdbc:postgresql://127.0.0.1:9/papers?user=bot&password=" + SECRET))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Level.FAIL);
                    assertThat(finding.text()).contains("papers at 127.0.0.1:9 cannot be reached");
                });
    }
}
