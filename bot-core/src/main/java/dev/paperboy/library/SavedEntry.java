package dev.paperboy.library;

import dev.paperboy.paper.PaperId;
import java.time.Instant;

/**
 * A paper on somebody's list.
 *
 * @param paper which paper
 * @param savedAt when it was first saved, to the millisecond
 */
public record SavedEntry(PaperId paper, Instant savedAt) {}
