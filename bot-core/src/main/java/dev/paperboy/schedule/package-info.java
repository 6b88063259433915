/** Runs what is due at an instant it is told, and remembers over restarts when each job's turn comes. */
@NullMarked
package dev.paperboy.schedule;

import org.jspecify.annotations.NullMarked;
