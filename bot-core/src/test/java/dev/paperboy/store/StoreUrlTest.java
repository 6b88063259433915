package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUrlTest {

    @Test
    void aFileIsNamedByItsPath() {
        assertThat(StoreUrl.parse("jdbc:sqlite:/var/lib/my papers/paperboy.db"))
                .isEqualTo(new StoreUrl.Sqlite(Path.of("/var/lib/my papers/paperboy.db")))
                .hasToString("jdbc:sqlite:/var/lib/my papers/paperboy.db");
        assertThat(StoreUrl.parse("jdbc:sqlite:paperboy.db"))
                .isEqualTo(new StoreUrl.Sqlite(Path.of("paperboy.db").toAbsolutePath()));
    }

    @Test
    void aDatabaseHasParameters() {
        StoreUrl url = StoreUrl.parse("jdbc:postgresql://db.example:5433/paperboy?user=bot&password=p%26%3Fw%20%2B");

        assertThat(url).isInstanceOfSatisfying(StoreUrl.Postgres.class, database -> {
            assertThat(database.address()).isEqualTo("jdbc:postgresql://db.example:5433/paperboy");
            assertThat(database.parameters()).containsEntry("user", "bot").containsEntry("password", "p&?w +");
            assertThat(database.name()).isEqualTo("the PostgreSQL database paperboy at db.example:5433");
        });
        assertThat(url.toString()).isEqualTo("jdbc:postgresql://db.example:5433/paperboy?***");
        assertThat(StoreUrl.parse("jdbc:postgresql://[::1]:5432,db-2.example/paperboy"))
                .isInstanceOf(StoreUrl.Postgres.class);
        assertThat(StoreUrl.parse("jdbc:postgresql:///paperboy").toString()).isEqualTo("jdbc:postgresql:///paperboy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "geheim",
                "jdbc:mysql://localhost/geheim",
                "postgres://bot:geheim@localhost/paperboy",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:x?mode=geheim",
                "jdbc:sqlite:x\u0000geheim",
                "jdbc:postgresql://bot:geheim@localhost/paperboy",
                "jdbc:postgresql:paperboy?password=geheim",
                "jdbc:postgresql://localhost/?password=geheim",
                "jdbc:postgresql://localhost:geheim/paperboy",
                "jdbc:postgresql://localhost/paperboy?passwd=geheim",
                "jdbc:postgresql://localhost/paperboy?password=a&geheim",
                "jdbc:postgresql://localhost/paperboy?password=%geheim",
            })
    void anythingElseIsRefusedWithoutBeingQuoted(String text) {
        assertThatThrownBy(() -> StoreUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e ->
                        assertThat(e.getMessage()).containsAnyOf("must", "has").doesNotContain("geheim"));
    }
}
