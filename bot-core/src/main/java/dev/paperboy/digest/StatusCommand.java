package dev.paperboy.digest;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Request;
import dev.paperboy.subscription.ScheduleCommand;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.Watch;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /papers status}: what became of this channel's last post, and when the next comes. */
public final class StatusCommand implements Command {

    public static final CommandSpec SPEC = CommandSpec.of("status", "What this channel's post did last and does next")
            .weighingRights()
            .answeredPrivately()
            .explained(
                    "Says whether the last scheduled post arrived, what stood in its way, when the next comes, whether"
                            + " what watches found is refused, and which rights I lack in this channel."
                            + " /papers schedule changes it.");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final Subscriptions subscriptions;
    private final Editions editions;
    private final Refusals refusals;
    private final InstantSource clock;

    public StatusCommand(Subscriptions subscriptions, Editions editions, Refusals refusals, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.editions = editions;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        Notice status = subscriptions
                .in(call.channel())
                .map(this::status)
                .orElseGet(() -> Notice.info(
                        "Nothing is scheduled in this channel.",
                        "Write /papers schedule 09:00 zone:Europe/Berlin to have the trending papers posted here."));
        Notice withWatches = refusals.of(Watch.subscriptionOf(call.channel())).isPresent()
                ? problem(
                        status,
                        "What my watches found was refused here.",
                        "I keep it, and try again by myself, at least once an hour.")
                : status;
        return Reply.privately(
                call.lacking().isEmpty()
                        ? withWatches
                        : problem(
                                withWatches,
                                "In this channel I lack: " + String.join(", ", call.lacking()) + ".",
                                "Give me that in the channel's settings, and posts go on by themselves."));
    }

    private static Notice problem(Notice status, String trouble, String remedy) {
        return Notice.problem(status.text() + " " + trouble, remedy + " " + status.hint())
                .offering(status.buttons());
    }

    private Notice status(Subscription subscription) {
        ZoneId zone = subscription.timetable().zone();
        String last =
                subscription.lastEdition().map(day -> last(subscription, day)).orElse("There was no post yet.");
        String trouble = subscription.lastError().map(why -> " " + why).orElse("");
        String next = subscription.active()
                ? "The next comes on " + moment(subscription.nextDue(clock.instant()), zone) + " (" + zone + ")."
                : "It is paused: nothing is posted.";
        return (subscription.lastError().isPresent() ? Notice.problem(last + trouble, next) : Notice.info(last, next))
                .offering(List.of(preview()));
    }

    private static Button preview() {
        return new Button.Ask(
                "Preview", Request.of(ScheduleCommand.SPEC).with(ScheduleCommand.SHOW, ScheduleCommand.Show.PREVIEW));
    }

    private String last(Subscription subscription, LocalDate day) {
        Optional<Edition> edition = editions.find(Edition.keyOf(subscription.id(), day));
        String of = "The post of " + day.format(DAY);
        if (edition.isEmpty()) {
            return of + " was skipped: I was away at its hour, and this channel wants none late.";
        }
        long standing = edition.get().parts().stream()
                .filter(part -> part.state() == Edition.PartState.SENT)
                .count();
        int all = edition.get().parts().size();
        return switch (edition.get().state()) {
            case OPEN -> of + " is under way: %d of %d messages stand.".formatted(standing, all);
            case ABANDONED -> of + " was given up: %d of %d messages stand.".formatted(standing, all);
            case DONE ->
                all == 0
                        ? of + " was left out: there was nothing new."
                        : of + " is there: %d of %d messages.".formatted(standing, all);
        };
    }

    private static String moment(Instant at, ZoneId zone) {
        return at.atZone(zone).format(MOMENT);
    }
}
