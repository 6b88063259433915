package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordAccessTest {
    @Test
    void loopbackMayBePlain() {
        URI rest = URI.create("http://127.0.0.1:8080/api/v10/");

        assertThat(new DiscordAccess(rest, URI.create("ws://127.0.0.1:8080/gateway"), "token").restUrl())
                .isEqualTo(rest);
    }

    @Test
    void theTokenIsNeverShown() {
        assertThat(new DiscordAccess(DiscordAccess.REST, DiscordAccess.GATEWAY, "secret").toString())
                .doesNotContain("secret")
                .contains("token=***");
    }

    @ParameterizedTest
    @CsvSource({
        "https://discord.com/api/v10/, ws://127.0.0.1:1/",
        "http://127.0.0.1:1/, wss://gateway.discord.gg/",
        "https://discord.com/api/v10/, wss://127.0.0.1:1/",
        "http://discord.com/api/v10/, ws://discord.com/",
        "https://discord.com/api/v10, wss://gateway.discord.gg/",
        "ftp://127.0.0.1/, ws://127.0.0.1/",
    })
    void mixedPairsAndPlainTextAbroadAreRefused(String rest, String gateway) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiscordAccess(URI.create(rest), URI.create(gateway), "token"));
    }
}
