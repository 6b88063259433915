package dev.paperboy.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatFilterTest {
    private final AtomicLong now = new AtomicLong();
    private final RepeatFilter filter = new RepeatFilter(now::incrementAndGet);
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void hold() {
        filter.setLogger("noisy");
    }

    private FilterReply say(String logger, String format) {
        Logger source = context.getLogger(logger);
        return filter.decide(null, source, Level.ERROR, format, null, null);
    }

    @Test
    void aMessageComesOnceAMinute() {
        assertThat(say("noisy", "closed: {}")).isEqualTo(FilterReply.NEUTRAL);
        assertThat(say("noisy", "closed: {}")).isEqualTo(FilterReply.DENY);
        assertThat(say("noisy", "opened")).isEqualTo(FilterReply.NEUTRAL);

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(say("noisy", "closed: {}")).isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void othersSpeakAsOftenAsTheyLike() {
        assertThat(say("quiet", "hello")).isEqualTo(FilterReply.NEUTRAL);
        assertThat(say("quiet", "hello")).isEqualTo(FilterReply.NEUTRAL);
    }
}
