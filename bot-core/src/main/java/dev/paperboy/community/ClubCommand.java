package dev.paperboy.community;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Meeting;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.command.Texts;
import dev.paperboy.command.Weekdays;
import dev.paperboy.community.JournalClub.Pick;
import dev.paperboy.community.JournalClub.Wish;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.search.Paging;
import dev.paperboy.subscription.Timetable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code /papers club}: what a channel wants to discuss, and the choice of the next paper. */
public final class ClubCommand implements Command {

    /** What to do instead of showing what is wanted. */
    public enum Action {
        PICK,
        UNDO,
        JOIN,
        LEAVE
    }

    public static final Param<Action> ACTION =
            Param.choice("action", "pick the next paper, undo that, join and be counted by name, leave", Action.class);
    public static final Param<Set<DayOfWeek>> DAY = Param.days("day", "the day on which you meet, such as thu");
    public static final Param<LocalTime> TIME = Param.time("time", "when you meet, such as 16:00");
    public static final Param<ZoneId> ZONE = Param.zone("zone", "whose time it is, such as Europe/Berlin");

    public static final CommandSpec SPEC = CommandSpec.of(
                    "club", "The papers that this channel wants to discuss", ACTION, DAY, TIME, ZONE, Paging.PAGE)
            .explained("A 🔖 under a post of mine in this channel says that you want to discuss the paper; nobody is"
                    + " named. Who joins is: then what you have saved of this channel's papers counts, too, until you"
                    + " have read it. pick takes the paper that most want, says when you meet, and opens a thread; day,"
                    + " time and zone are kept for the next one.")
            .example("club")
            .example("club pick thu 16:00 Europe/Berlin")
            .example("club join");

    private static final int PAGE_SIZE = 5;
    private static final int NAMED = 3;
    private static final int LONGEST_NAME = 40;
    /** Who clicks twice, or at the same time as somebody else, wants one paper. */
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final JournalClub club;
    private final PaperIndex index;
    private final Function<PaperId, List<Button>> buttons;
    private final InstantSource clock;

    /** @param buttons what can be done with any paper */
    public ClubCommand(
            JournalClub club, PaperIndex index, Function<PaperId, List<Button>> buttons, InstantSource clock) {
        this.club = club;
        this.index = index;
        this.buttons = buttons;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        if (call.channel().server().isEmpty()) {
            return Reply.privately(Notice.problem(
                    "A journal club belongs to a channel.", "Write /papers club in the channel where you discuss."));
        }
        return switch (call.find(ACTION).orElse(null)) {
            case PICK -> pick(call);
            case UNDO -> Reply.privately(undo(call));
            case JOIN -> Reply.privately(join(call));
            case LEAVE -> Reply.privately(leave(call));
            case null -> saysWhen(call) ? Reply.privately(dateWithoutPick()) : list(call);
        };
    }

    private static boolean saysWhen(CommandCall call) {
        return Stream.of(DAY, TIME, ZONE).anyMatch(param -> call.find(param).isPresent());
    }

    private static Notice dateWithoutPick() {
        return Notice.problem(
                "A date is set when a paper is picked.", "Write /papers club pick thu 16:00 Europe/Berlin.");
    }

    private Reply list(CommandCall call) {
        List<Wish> wishes = club.wishes(call.channel());
        Paging paging = new Paging(call.find(Paging.PAGE).orElse(1), PAGE_SIZE);
        List<Wish> shown =
                wishes.stream().skip(paging.offset()).limit(PAGE_SIZE).toList();
        if (shown.isEmpty()) {
            return Reply.privately(wishes.isEmpty() ? nothingWanted() : noSuchPage(paging));
        }
        Map<PaperId, Paper> papers =
                index.findAll(shown.stream().map(Wish::paper).toList());
        List<Button> more =
                new ArrayList<>(paging.buttons(call.request(), paging.offset() + shown.size() < wishes.size()));
        more.add(ask("Pick the most wanted", Action.PICK));
        more.add(ask("Join", Action.JOIN));
        Reply reply = Reply.publicly(new PaperList(
                "Journal club · wanted in this channel",
                paging.first(),
                shown.stream().map(wish -> card("", wish, papers)).toList(),
                paging.place(shown.size(), wishes.size(), true),
                more));
        return call.clicked().isPresent() && call.find(Paging.PAGE).isPresent() ? reply.replacing() : reply;
    }

    private static Notice nothingWanted() {
        return Notice.info(
                        "Nothing is waiting to be discussed in this channel.",
                        "A 🔖 under a post of mine here says that you want to discuss that paper. Who joins is counted by"
                                + " name, with what they have saved of this channel's papers.")
                .offering(List.of(ask("Join", Action.JOIN)));
    }

    private static Notice noSuchPage(Paging paging) {
        return Notice.info("The club's list has no page " + paging.page() + ".", "/papers club shows its first.");
    }

    private static Button ask(String label, Action action) {
        return new Button.Ask(label, Request.of(SPEC).with(ACTION, action));
    }

    private PaperCard card(String heading, Wish wish, Map<PaperId, Paper> papers) {
        Paper paper = papers.getOrDefault(
                wish.paper(), Paper.of(wish.paper(), wish.paper().value()));
        return new PaperCard(heading, paper, wanted(wish), buttons.apply(paper.id()));
    }

    /** {@code Wanted by 5 people: Ada, Ben, Cleo and 2 more}. */
    private static String wanted(Wish wish) {
        List<String> names = wish.names().stream()
                .limit(NAMED)
                .map(name -> Texts.cut(name, LONGEST_NAME))
                .toList();
        String people = wish.people() == 1 ? "1 person" : wish.people() + " people";
        int more = wish.people() - names.size();
        if (names.isEmpty()) {
            return "Wanted by " + people;
        }
        if (more > 0) {
            return "Wanted by %s: %s and %d more".formatted(people, String.join(", ", names), more);
        }
        return "Wanted by " + (names.size() == 1 ? names.getFirst() : String.join(", ", names));
    }

    private Reply pick(CommandCall call) {
        List<Wish> wishes = club.wishes(call.channel());
        if (wishes.isEmpty()) {
            return Reply.privately(nothingWanted());
        }
        Wish wish = wishes.getFirst();
        Instant now = clock.instant();
        Optional<Pick> latest = club.latest(call.channel())
                .filter(pick -> pick.at().plus(A_MOMENT).isAfter(now));
        if (latest.isPresent()) {
            return Reply.privately(justPicked(latest.get().paper()));
        }
        Optional<Timetable> timetable = timetable(call);
        PaperCard card = card("Journal club · we discuss this next", wish, index.findAll(List.of(wish.paper())));
        String title = card.paper().title();
        if (!club.pick(new Pick(call.channel(), wish.paper(), now, timetable))) {
            return Reply.privately(justPicked(wish.paper()));
        }
        Optional<Instant> meeting = timetable.map(each -> each.instantOn(each.nextAfter(now)));
        return Reply.publicly(new Meeting(card, meeting)).discussedUnder("Journal club: " + title);
    }

    private Notice justPicked(PaperId paper) {
        return Notice.info(
                title(paper) + " has just been picked.",
                "In a minute /papers club pick takes the next one; /papers club undo takes this one back.");
    }

    private String title(PaperId paper) {
        return Texts.quote(index.find(paper).map(Paper::title).orElse(paper.value()));
    }

    /** As said, else as the last time; nothing if nobody ever said. */
    private Optional<Timetable> timetable(CommandCall call) {
        Optional<Timetable> before = club.latest(call.channel()).flatMap(Pick::timetable);
        if (before.isEmpty() && !saysWhen(call)) {
            return Optional.empty();
        }
        Timetable usual = before.orElse(new Timetable(AFTERNOON, UTC, Weekdays.DAILY));
        return Optional.of(new Timetable(
                call.find(TIME).orElse(usual.time()),
                call.find(ZONE).orElse(usual.zone()),
                call.find(DAY).orElse(usual.days())));
    }

    private Notice undo(CommandCall call) {
        Optional<Pick> latest = club.latest(call.channel());
        if (latest.isEmpty()) {
            return Notice.info("No paper has been picked in this channel.", "");
        }
        PaperId paper = latest.get().paper();
        club.unpick(call.channel(), paper);
        return Notice.done(
                title(paper) + " is no longer picked.", "It is wanted as before; my post of it and the thread stay.");
    }

    private Notice join(CommandCall call) {
        String name = Texts.cut(call.name().strip(), JournalClub.LONGEST_NAME);
        club.join(call.channel(), call.user(), name, clock.instant());
        return Notice.done(
                        "You are in the journal club of this channel.",
                        "What you have saved of the papers shown here counts until you have read it, and your name stands"
                                + " beside it, also for your 🔖.")
                .offering(List.of(ask("Leave", Action.LEAVE)));
    }

    private Notice leave(CommandCall call) {
        return club.leave(call.channel(), call.user())
                ? Notice.done("You are no longer named in the journal club of this channel.", "Your 🔖 still count.")
                        .offering(List.of(ask("Join", Action.JOIN)))
                : Notice.info("You are not in the journal club of this channel.", "")
                        .offering(List.of(ask("Join", Action.JOIN)));
    }
}
