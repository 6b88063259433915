package dev.paperboy.index;

/**
 * What became of papers that were handed in.
 *
 * @param imported papers that were not there before
 * @param updated papers that were there, brought up to date
 */
public record Added(int imported, int updated) {

    public static final Added NONE = new Added(0, 0);

    public Added plus(Added other) {
        return new Added(imported + other.imported, updated + other.updated);
    }
}
