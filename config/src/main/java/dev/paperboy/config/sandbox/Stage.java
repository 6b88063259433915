package dev.paperboy.config.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the control API acts on: both platforms, the bot between them, and the clock. */
interface Stage {

    /** The fault of a platform's list that stops the bot and starts it again. */
    String RESTART = "restart-bot";

    /** Takes back what has not struck yet. */
    FaultKind CLEAR_FAULTS = new FaultKind("clear", "takes back every fault that has not struck yet");

    List<Desk> desks();

    SandboxClock clock();

    /** When the next scheduled post comes, if any channel has a schedule. */
    Optional<Instant> nextPosting();

    /** What became of the live source. */
    Live live();

    /** Moves the clock; returns when everything due has run and its posts have landed. */
    void moveClock(Instant target);

    /** A reaction; returns when the bot has dealt with it. */
    Outcome react(Desk desk, Person person, Room room, Seen message, String emoji, boolean remove);

    /** Closes the bot and starts it again while both platforms keep running. */
    void restartBot();

    /**
     * What became of the live source.
     *
     * @param status {@code off}, {@code trying}, {@code ready} or {@code unreachable}
     * @param papers how many papers it brought
     */
    record Live(String status, int papers) {

        static final Live OFF = new Live("off", 0);
        static final Live TRYING = new Live("trying", 0);
        static final Live UNREACHABLE = new Live("unreachable", 0);

        static Live ready(int papers) {
            return new Live("ready", papers);
        }
    }
}
