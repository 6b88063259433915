package dev.paperboy.library;

import java.util.List;

/** A part of a list by how far its reader is. */
public enum Shelf {
    /** What waits to be read or is being read. */
    OPEN,
    TO_READ,
    READING,
    READ,
    NOT_INTERESTED,
    ALL;

    /** Whether an entry belongs here. */
    boolean holds(SavedEntry entry) {
        ReadingState state = entry.state();
        return switch (this) {
            case OPEN -> state == ReadingState.TO_READ || state == ReadingState.READING;
            case TO_READ -> state == ReadingState.TO_READ;
            case READING -> state == ReadingState.READING;
            case READ -> state == ReadingState.READ;
            case NOT_INTERESTED -> state == ReadingState.NOT_INTERESTED;
            case ALL -> true;
        };
    }

    /** Those of some entries that belong here, in their order. */
    public List<SavedEntry> of(List<SavedEntry> entries) {
        return entries.stream().filter(this::holds).toList();
    }
}
