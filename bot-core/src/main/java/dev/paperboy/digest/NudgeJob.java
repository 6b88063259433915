package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.library.Nudges;
import dev.paperboy.library.ReadingLists;
import dev.paperboy.library.Shelf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Reminds those who asked for it of what has waited longest on their list. */
public final class NudgeJob {

    private final Nudges nudges;
    private final ReadingLists lists;
    private final Alerts alerts;

    public NudgeJob(Nudges nudges, ReadingLists lists, Alerts alerts) {
        this.nudges = nudges;
        this.lists = lists;
        this.alerts = alerts;
    }

    /** Notes what is to be told. Broken off, it is noted again as the same. */
    public void run(Instant now) {
        for (Nudges.Due due : nudges.due(now)) {
            Alert.Cause cause = Alert.Cause.nudge(LocalDate.ofInstant(due.at(), ZoneOffset.UTC));
            List<Alert> waiting = Shelf.OPEN.of(lists.entries(due.reader())).reversed().stream()
                    .limit(Nudges.PAPERS)
                    .map(entry -> new Alert(ChannelRef.with(due.reader()), entry.paper(), cause, entry.saved(), now))
                    .toList();
            alerts.note(waiting);
            nudges.settle(due, after(due.at(), now));
        }
    }

    /** The next at the same time of the week; what was missed while nothing ran is not made up for. */
    private static Instant after(Instant due, Instant now) {
        Instant next = due;
        while (!next.isAfter(now)) {
            next = next.plus(Nudges.PAUSE);
        }
        return next;
    }
}
