package dev.paperboy.community;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Server;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.community.Submission.State;
import dev.paperboy.feed.OnDemand;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** {@code /papers submit}: hands a paper in for the channel, any that arXiv has. */
public final class SubmitCommand implements Command {

    public static final Param<PaperId> ID =
            Param.paper("id", "the paper's arXiv id, link or DOI").asRequired();
    public static final Param<String> WHY = Param.text("why", "why the others should see it, in one line");

    public static final CommandSpec SPEC = CommandSpec.of("submit", "Hand in a paper for this channel", ID, WHY)
            .explained("Everybody here sees it with your name, and it comes with this channel's next scheduled post."
                    + " A 👍 under it is a vote; your own does not count. /papers unsubmit takes it back.")
            .example("submit 1904.06690 what our ranking is built on")
            .example("submit https://arxiv.org/abs/1904.06690");

    /** More would be one person's list, not the group's. */
    static final int MOST_A_DAY = 5;

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final Submissions submissions;
    private final OnDemand papers;
    private final Function<PaperId, List<Button>> buttons;
    private final InstantSource clock;

    /**
     * The command.
     *
     * @param papers brings papers that are not here yet
     * @param buttons what can be done with any paper
     */
    public SubmitCommand(
            Submissions submissions, OnDemand papers, Function<PaperId, List<Button>> buttons, InstantSource clock) {
        this.submissions = submissions;
        this.papers = papers;
        this.buttons = buttons;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        Optional<Server> server = call.channel().server();
        String reason = call.find(WHY).map(String::strip).orElse("");
        Optional<Notice> obstacle = server.map(here -> obstacle(call, here, reason))
                .orElseGet(() -> Optional.of(Notice.problem(
                        "Papers are handed in for a channel.", "Write /papers submit in the channel that it is for.")));
        return obstacle.map(Reply::privately).orElseGet(() -> submit(call, reason));
    }

    private Optional<Notice> obstacle(CommandCall call, Server server, String reason) {
        if (reason.length() > Submission.LONGEST_REASON) {
            return Optional.of(Notice.problem(
                    "That reason has %d characters; %d fit on a card."
                            .formatted(reason.length(), Submission.LONGEST_REASON),
                    "Say it in one line."));
        }
        Optional<Submission> before = submissions.find(server, call.get(ID));
        if (before.isPresent()) {
            return Optional.of(again(before.get()));
        }
        if (submissions.countBy(call.user(), clock.instant().minus(A_DAY)) >= MOST_A_DAY) {
            return Optional.of(Notice.problem(
                    "You have handed in %d papers within a day.".formatted(MOST_A_DAY),
                    "Tomorrow there is room again."));
        }
        return Optional.empty();
    }

    private static Notice again(Submission before) {
        String day = before.at().atOffset(ZoneOffset.UTC).format(DAY);
        return Notice.info(
                "%s was handed in here on %s: %s.".formatted(before.paper(), day, before.said()),
                "A 👍 under a post of it is your vote.");
    }

    private Reply submit(CommandCall call, String reason) {
        Instant now = clock.instant();
        PaperId asked = call.get(ID);
        return switch (papers.bring(asked)) {
            case OnDemand.Known(Paper paper) ->
                submit(
                        new Submission(call.channel(), paper.id(), call.user(), call.name(), reason, now, State.READY),
                        paper);
            case OnDemand.NotNow(String why) ->
                queue(new Submission(call.channel(), asked, call.user(), call.name(), reason, now, State.WAITING), why);
            case OnDemand.Nowhere(String why) ->
                Reply.privately(Notice.problem(
                        "I can't find %s: %s.".formatted(asked, why),
                        "Any arXiv id or link will do, like 1904.06690 or https://arxiv.org/abs/1904.06690."));
        };
    }

    private Reply submit(Submission submission, Paper paper) {
        if (!submissions.submit(submission)) {
            return Reply.privately(again(
                    submissions.find(submission.server(), submission.paper()).orElse(submission)));
        }
        return Reply.publicly(new PaperCard("Submitted", paper, submission.said(), buttons.apply(paper.id())));
    }

    private Reply queue(Submission submission, String why) {
        if (!submissions.submit(submission)) {
            return Reply.privately(again(submission));
        }
        return Reply.privately(Notice.info(
                        "I keep your submission of %s and fetch the paper as soon as I can: %s."
                                .formatted(submission.paper(), why),
                        "I write to you when it is here; then it comes with this channel's next scheduled post.")
                .offering(List.of(new Button.Ask(
                        "Take back", Request.of(UnsubmitCommand.SPEC).with(UnsubmitCommand.ID, submission.paper())))));
    }
}
