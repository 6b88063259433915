package dev.paperboy.config.chaos;

/**
 * How it went, in counts.
 *
 * @param editions that were due, by the calendar
 * @param lost editions of which a message is missing
 * @param doubled messages too many: a paper that a channel had already, or one more than was due
 * @param saves papers that somebody's reaction says they keep, counted per person
 * @param savesLost those of them that are not on the person's list, and papers there that no reaction stands for
 * @param rounds how often everything was killed
 */
public record Verdict(int editions, int lost, int doubled, int saves, int savesLost, int rounds) {

    /** Whether nothing was lost and nothing doubled. */
    public boolean holds() {
        return lost == 0 && doubled == 0 && savesLost == 0;
    }

    /** One line for scripts. */
    public String line() {
        return "editions=%d lost=%d doubled=%d saves=%d saves_lost=%d rounds=%d"
                .formatted(editions, lost, doubled, saves, savesLost, rounds);
    }
}
