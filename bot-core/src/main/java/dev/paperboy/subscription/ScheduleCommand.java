package dev.paperboy.subscription;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.command.Right;
import dev.paperboy.command.Weekdays;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryNote;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.PaperId;
import dev.paperboy.trending.Trending;
import dev.paperboy.trending.TrendingPaper;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** {@code /papers schedule}: shows, sets, pauses and resumes the trending posts of a channel. */
public final class ScheduleCommand implements Command {

    /** Whether a schedule posts. */
    public enum State {
        ON,
        OFF
    }

    /** What to show instead of changing anything. */
    public enum Show {
        PREVIEW
    }

    public static final Param<LocalTime> TIME = Param.time("time", "when to post, such as 09:00");
    public static final Param<ZoneId> ZONE = Param.zone("zone", "whose time it is, such as Europe/Berlin");
    public static final Param<Set<DayOfWeek>> DAYS = Param.days("days", "on which days, such as mon-fri");
    public static final Param<Integer> COUNT =
            Param.count("count", "how many papers at most", 1, Subscription.MAX_COUNT);
    public static final Param<Manners.QuietDay> QUIET =
            Param.choice("quiet", "what to do on a day without new papers", Manners.QuietDay.class);
    public static final Param<State> STATE = Param.choice("state", "off pauses and keeps the settings", State.class);
    public static final Param<Show> SHOW = Param.choice("show", "preview: what the next post would bring", Show.class);
    public static final Param<Manners.CatchUp> CATCH_UP = Param.choice(
            "catchup", "after a time away: late, the last post; merge, one for all days; skip", Manners.CatchUp.class);
    public static final Param<Integer> SETTLE =
            Param.count("settle", "only papers known for so many hours, so that votes have settled", 0, (int)
                    Manners.LONGEST_SETTLING.toHours());
    public static final Param<String> TOPIC =
            Param.text("topic", "categories, words and -exclusions, such as cs.CL -survey; or everything");

    public static final CommandSpec SPEC = CommandSpec.of(
                    "schedule",
                    "Post trending papers in this channel at a set hour",
                    TIME,
                    ZONE,
                    DAYS,
                    COUNT,
                    QUIET,
                    STATE,
                    SHOW,
                    TOPIC,
                    CATCH_UP,
                    SETTLE)
            .needing(Right.MANAGE_CHANNEL)
            .answeredPrivately()
            .explained(
                    "Without options it shows the schedule of this channel. What you give is changed, the rest stays."
                            + " A paper is posted here once only. topic:everything takes the topic away again.")
            .example("schedule 09:00 Europe/Berlin topic:cs.CL -survey")
            .example("schedule preview")
            .example("schedule state:off");

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final int DEFAULT_COUNT = 5;
    private static final Set<String> EVERYTHING = Set.of("everything", "all", "any", "anything", "*");

    private final Subscriptions subscriptions;
    private final Trending trending;
    private final PaperIndex index;
    private final QueryParser parser;
    private final InstantSource clock;
    private final BiFunction<Subscription, Instant, Content> preview;
    private final SchedulePhrases phrases;

    /** @param preview what a schedule would post if its hour had come at an instant */
    public ScheduleCommand(
            Subscriptions subscriptions,
            Trending trending,
            PaperIndex index,
            QueryParser parser,
            InstantSource clock,
            BiFunction<Subscription, Instant, Content> preview) {
        this.subscriptions = subscriptions;
        this.trending = trending;
        this.index = index;
        this.parser = parser;
        this.clock = clock;
        this.preview = preview;
        this.phrases = new SchedulePhrases(parser);
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        Optional<Subscription> current = subscriptions.in(call.channel());
        if (SPEC.params().stream().noneMatch(param -> call.find(param).isPresent())) {
            return Reply.privately(current.map(this::shown).orElseGet(ScheduleCommand::nothingYet));
        }
        if (call.find(SHOW).isPresent()) {
            return Reply.privately(current.<Content>map(it -> preview.apply(it, clock.instant()))
                    .orElseGet(ScheduleCommand::nothingYet));
        }
        if (current.isEmpty() && call.find(STATE).equals(Optional.of(State.OFF))) {
            return Reply.privately(nothingYet());
        }
        Optional<PaperQuery> topic =
                call.find(TOPIC).map(text -> parser.parse(topic(text).text()));
        if (topic.isPresent() && topic.get().isEmpty() && topic.get().sense() != PaperQuery.Sense.BLANK) {
            return Reply.privately(Notice.problem(
                    "That topic has nothing that I could look for.",
                    "Give categories or words, and what to leave out: topic:cs.CL reasoning -survey."));
        }
        return Reply.privately(changed(call, current));
    }

    private Notice changed(CommandCall call, Optional<Subscription> current) {
        Instant now = clock.instant();
        Subscription schedule = withOptions(call, current.orElseGet(() -> defaults(call)));
        subscriptions.save(schedule, schedule.nextDue(now));
        List<String> hints = new ArrayList<>();
        if (current.isEmpty() && call.find(ZONE).isEmpty()) {
            hints.add("I took UTC for your time zone; add zone:Europe/Berlin or whichever is yours to change it.");
        }
        if (!call.lacking().isEmpty()) {
            hints.add("In this channel I still lack: " + String.join(", ", call.lacking()) + ".");
        }
        call.find(TOPIC).ifPresent(text -> topicHint(schedule.topic(), now).ifPresent(hints::add));
        return Notice.done(phrases.whole(schedule, now), String.join(" ", hints))
                .offering(List.of(undo(schedule, current)));
    }

    private static Button undo(Subscription schedule, Optional<Subscription> before) {
        if (before.isEmpty()) {
            return new Button.Ask("Pause", Request.of(SPEC).with(STATE, State.OFF));
        }
        boolean onlyState = before.get().withActive(schedule.active()).equals(schedule);
        return onlyState ? stateButton(schedule) : new Button.Ask("Undo", settings(before.get()));
    }

    private static Button stateButton(Subscription schedule) {
        return schedule.active()
                ? new Button.Ask("Pause", Request.of(SPEC).with(STATE, State.OFF))
                : new Button.Ask("Resume", Request.of(SPEC).with(STATE, State.ON));
    }

    private static Button previewButton() {
        return new Button.Ask("Preview", Request.of(SPEC).with(SHOW, Show.PREVIEW));
    }

    private static Request settings(Subscription schedule) {
        Topic topic = schedule.topic();
        return Request.of(SPEC)
                .with(TIME, schedule.timetable().time())
                .with(ZONE, schedule.timetable().zone())
                .with(DAYS, schedule.timetable().days())
                .with(COUNT, schedule.count())
                .with(QUIET, schedule.manners().quietDay())
                .with(CATCH_UP, schedule.manners().catchUp())
                .with(SETTLE, (int) schedule.manners().settling().toHours())
                .with(STATE, schedule.active() ? State.ON : State.OFF)
                .with(TOPIC, topic.isEverything() ? "everything" : topic.text());
    }

    private Notice shown(Subscription schedule) {
        String error = schedule.lastError().map(why -> " " + why).orElse("");
        return Notice.info(
                        phrases.whole(schedule, clock.instant()) + error,
                        "Change what you like, the rest stays: /papers schedule time:17:00 count:3 topic:cs.CL -survey.")
                .offering(List.of(stateButton(schedule), previewButton()));
    }

    private static Notice nothingYet() {
        return Notice.info(
                        "Nothing is scheduled in this channel.",
                        "Write /papers schedule 09:00 zone:Europe/Berlin topic:cs.CL -survey; all but the time may be left"
                                + " out.")
                .offering(List.of(
                        new Button.Ask("Weekdays at 09:00 UTC", Request.of(SPEC).with(TIME, NINE))));
    }

    private static Subscription defaults(CommandCall call) {
        return new Subscription(
                Subscription.idOf(call.channel()),
                call.channel(),
                // arXiv and the daily lists bring nothing at weekends.
                new Timetable(NINE, UTC, Weekdays.WORKING),
                DEFAULT_COUNT,
                Topic.EVERYTHING,
                Manners.USUAL,
                call.user(),
                true,
                Optional.empty(),
                Optional.empty());
    }

    private static Subscription withOptions(CommandCall call, Subscription old) {
        Timetable timetable = old.timetable();
        return new Subscription(
                old.id(),
                old.channel(),
                new Timetable(
                        call.find(TIME).orElse(timetable.time()),
                        call.find(ZONE).orElse(timetable.zone()),
                        call.find(DAYS).orElse(timetable.days())),
                call.find(COUNT).orElse(old.count()),
                call.find(TOPIC).map(ScheduleCommand::topic).orElse(old.topic()),
                manners(call, old.manners()),
                call.user(),
                call.find(STATE).map(state -> state == State.ON).orElse(old.active()),
                old.lastEdition(),
                old.lastError());
    }

    private static Manners manners(CommandCall call, Manners old) {
        Manners quiet = call.find(QUIET).map(old::with).orElse(old);
        Manners late = call.find(CATCH_UP).map(quiet::with).orElse(quiet);
        return call.find(SETTLE)
                .map(hours -> late.with(Duration.ofHours(hours)))
                .orElse(late);
    }

    private static Topic topic(String text) {
        return EVERYTHING.contains(text.strip().toLowerCase(Locale.ROOT)) ? Topic.EVERYTHING : new Topic(text);
    }

    /** What the writer of a topic should know: how it was read, and whether it would have found anything. */
    private Optional<String> topicHint(Topic topic, Instant now) {
        PaperQuery query = parser.parse(topic.text());
        List<String> hints =
                new ArrayList<>(query.notes().stream().map(QueryNote::sentence).toList());
        Set<PaperId> seen = trending.at(now, Trending.WEEK).stream()
                .map(TrendingPaper::paper)
                .collect(Collectors.toSet());
        if (!topic.isEverything()
                && !seen.isEmpty()
                && index.matching(query, seen).isEmpty()) {
            hints.add(String.format(
                    Locale.ENGLISH,
                    "Nothing of what trended in the last days fits this topic (%,d seen); fewer words find more.",
                    seen.size()));
        }
        return hints.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", hints));
    }
}
