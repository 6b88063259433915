package dev.paperboy.schedule;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Something to do again and again.
 *
 * @param name unique among the jobs, and the same in every version: by it the store knows when its turn comes
 * @param cadence how often
 * @param work what to do, told the instant at which it runs; may be interrupted or killed, and then runs again
 */
public record Job(String name, Cadence cadence, Consumer<Instant> work) {}
