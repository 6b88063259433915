package dev.paperboy.config.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.store.ScratchSchema;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreUrl;
import dev.paperboy.store.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Some rounds of {@code paperboy chaos}, and what it says of a bot that was sabotaged. */
@Tag("long")
@Timeout(900)
class ChaosTest {

    private static final int ROUNDS = 5;
    /** Enough for all kinds of trouble with posts. */
    private static final int SABOTAGED = 8;

    @TempDir
    Path folder;

    private final List<String> findings = new ArrayList<>();

    private Verdict play(int rounds, int instances, long seed, String store) throws InterruptedException {
        Options options = new Options(rounds, instances, seed, folder, StoreUrl.parse(store), store);
        return new Chaos(options, InstantSource.system(), findings::add).run((round, due, trouble) -> {});
    }

    private String sqlite() {
        return "jdbc:sqlite:" + folder.resolve("paperboy.db");
    }

    @Test
    void oneInstanceLosesAndDoublesNothing() throws Exception {
        Verdict verdict = play(ROUNDS, 1, 1, sqlite());

        assertThat(findings).isEmpty();
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.editions()).isGreaterThanOrEqualTo(ROUNDS);
        assertThat(verdict.rounds()).isEqualTo(ROUNDS);
    }

    @Test
    void twoInstancesLoseAndDoubleNothing() throws Exception {
        try (ScratchSchema schema = ScratchSchema.on(TestPostgres.server())) {
            Verdict verdict = play(ROUNDS, 2, 2, schema.url());

            assertThat(findings).isEmpty();
            assertThat(verdict.holds()).isTrue();
            assertThat(verdict.editions()).isGreaterThanOrEqualTo(ROUNDS);
        }
    }

    /** A store that forgets each claim at once: then nobody asks what became of a post, and it is simply sent again. */
    @Test
    void aBotThatForgetsWhatItBeganIsCaughtDoubling() throws Exception {
        try (Store store = Store.open(StoreUrl.parse(sqlite()))) {
            assertThat(store.isShared()).isFalse();
        }
        execute("""
                create trigger forgetful after update of state on edition_part when new.state = 'SENDING'
                begin
                    update edition_part set state = 'UNSENT', claimed_by = null, claimed_at = null
                    where edition_key = new.edition_key and part_number = new.part_number;
                end""");

        Verdict verdict = play(SABOTAGED, 1, 3, sqlite());

        assertThat(verdict.doubled()).isPositive();
        assertThat(verdict.holds()).isFalse();
        assertThat(findings).anyMatch(finding -> finding.startsWith("doubled: "));
    }

    /** Posts that are noted as sent before they are: what is under way when the bot is killed never comes. */
    @Test
    void aBotThatNotesTooEarlyIsCaughtLosing() throws Exception {
        try (Store store = Store.open(StoreUrl.parse(sqlite()))) {
            assertThat(store.isShared()).isFalse();
        }
        execute("""
                create trigger hasty after update of state on edition_part when new.state = 'SENDING'
                begin
                    update edition_part set state = 'DROPPED'
                    where edition_key = new.edition_key and part_number = new.part_number;
                end""");

        Verdict verdict = play(SABOTAGED, 1, 4, sqlite());

        assertThat(verdict.lost()).isPositive();
        assertThat(verdict.holds()).isFalse();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(sqlite());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
