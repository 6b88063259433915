package dev.paperboy.slack;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Reads along what a class tells the operator. */
final class LogTrap implements AutoCloseable {
    private final Logger logger;
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    LogTrap(Class<?> speaker) {
        logger = (Logger) LoggerFactory.getLogger(speaker);
        appender.start();
        logger.addAppender(appender);
    }

    /** Warnings and errors, each with its level. */
    List<String> lines() {
        return List.copyOf(appender.list).stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .filter(line -> line.startsWith("WARN") || line.startsWith("ERROR"))
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
