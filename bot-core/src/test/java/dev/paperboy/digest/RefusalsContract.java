package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.digest.Refusals.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Refusals} keeps. */
public interface RefusalsContract {

    Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    /** An empty store, fresh for each test. */
    Refusals refusals();

    @Test
    default void theLatestRefusalStands() {
        Refusals refusals = refusals();

        refusals.note("s1", new Refusal(1, NINE));
        refusals.note("s1", new Refusal(2, NINE.plusSeconds(60)));

        assertThat(refusals.of("s1")).contains(new Refusal(2, NINE.plusSeconds(60)));
        assertThat(refusals.of("s2")).isEmpty();
    }

    @Test
    default void whatIsForgottenIsGone() {
        Refusals refusals = refusals();
        refusals.note("s1", new Refusal(1, NINE));
        refusals.note("s2", new Refusal(1, NINE));

        refusals.forget("s1");
        refusals.forget("s3");

        assertThat(refusals.of("s1")).isEqualTo(Optional.empty());
        assertThat(refusals.of("s2")).isPresent();
    }
}
