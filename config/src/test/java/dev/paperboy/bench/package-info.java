/**
 * How fast and how well Paperboy searches, measured on an index that is there; started by {@code src/test/bench/run.sh},
 * never by the build. {@code docs/benchmarks.md} holds the goals and the last figures.
 */
@NullMarked
package dev.paperboy.bench;

import org.jspecify.annotations.NullMarked;
