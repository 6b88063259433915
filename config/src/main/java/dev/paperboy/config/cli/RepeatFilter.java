package dev.paperboy.config.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Lets each message of one logger through once a minute. Logback's own {@code DuplicateMessageFilter} holds back what
 * it has seen five times for good, and does so for every logger.
 */
public final class RepeatFilter extends TurboFilter {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier ticker;
    private final Map<String, Long> last = new ConcurrentHashMap<>();
    private String logger = "";

    /** For logback, which makes it from its configuration. */
    public RepeatFilter() {
        this(System::nanoTime);
    }

    RepeatFilter(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** Whose messages are held back. */
    public void setLogger(String name) {
        logger = name;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger source,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable t) {
        // Without a format, logback only asks whether a level is on.
        return format == null || !source.getName().equals(logger) || isDue(format)
                ? FilterReply.NEUTRAL
                : FilterReply.DENY;
    }

    private boolean isDue(String format) {
        long now = ticker.getAsLong();
        Long kept = last.compute(format, (key, before) -> before == null || now - before >= MINUTE ? now : before);
        return kept == now;
    }
}
