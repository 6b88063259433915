package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.community.Submission;
import dev.paperboy.community.SubmissionJob;
import dev.paperboy.digest.Edition.Item.QuietNote;
import dev.paperboy.subscription.Watch;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Tells whoever handed a paper in what became of it, if it could not be had at once. */
public final class SubmissionNews implements SubmissionJob.Audience {

    private final Alerts alerts;
    private final Editions editions;
    private final InstantSource clock;

    public SubmissionNews(Alerts alerts, Editions editions, InstantSource clock) {
        this.alerts = alerts;
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public void arrived(Submission late) {
        alerts.note(List.of(Alert.ofSubmission(late, clock.instant())));
    }

    /** A message of its own, as there is no paper to show. */
    @Override
    public void nowhere(Submission lost, String why) {
        ChannelRef conversation = ChannelRef.with(lost.by());
        String subscription = Watch.subscriptionOf(conversation);
        Instant now = clock.instant();
        String key = String.join(
                "/",
                subscription,
                "submission",
                lost.server().id(),
                lost.paper().value(),
                String.valueOf(lost.at().toEpochMilli()));
        QuietNote note = new QuietNote(
                "I could not bring in " + lost.paper() + ", which you handed in: " + why + ".",
                "Look up its id, and hand it in again by /papers submit.");
        editions.plan(Edition.planned(
                key, subscription, conversation, LocalDate.ofInstant(now, ZoneOffset.UTC), List.of(note), now));
    }
}
