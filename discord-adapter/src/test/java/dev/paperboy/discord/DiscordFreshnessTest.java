package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import net.dv8tion.jda.api.interactions.Interaction;
import org.junit.jupiter.api.Test;

class DiscordFreshnessTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    private final DiscordFreshness freshness = new DiscordFreshness(InstantSource.fixed(NOW));

    private static Interaction interaction(String id) {
        Interaction interaction = mock(Interaction.class);
        when(interaction.getId()).thenReturn(id);
        when(interaction.getTimeCreated()).thenReturn(NOW.atOffset(ZoneOffset.UTC));
        return interaction;
    }

    @Test
    void whatIsDeliveredAgainIsNoNewsAndCountsAsAHit() {
        assertThat(freshness.isNews(interaction("1"))).isTrue();
        assertThat(freshness.isNews(interaction("1"))).isFalse();
        assertThat(freshness.isNews(interaction("2"))).isTrue();

        assertThat(freshness.stats().hitCount()).isEqualTo(1);
        assertThat(freshness.stats().missCount()).isEqualTo(2);
    }
}
