package dev.paperboy.community;

import static dev.paperboy.community.SubmissionsContract.ADA;
import static dev.paperboy.community.SubmissionsContract.BEN;
import static dev.paperboy.community.SubmissionsContract.HERE;
import static dev.paperboy.community.SubmissionsContract.NEWS;
import static dev.paperboy.community.SubmissionsContract.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Content.Tone;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandCatalogue;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Request;
import dev.paperboy.command.Right;
import dev.paperboy.community.Submission.State;
import dev.paperboy.feed.Arrivals;
import dev.paperboy.feed.OnDemand;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.schedule.SettableTime;
import dev.paperboy.source.RecordedAnswers.Answer;
import dev.paperboy.source.TestClient;
import dev.paperboy.source.arxiv.ArxivApi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handing in and taking back, against a loopback stand-in of arXiv's API. */
class SubmitCommandTest {

    private static final Answer NEW_PAPER = Answer.ok("<feed xmlns='http://www.w3.org/2005/Atom'"
            + " xmlns:o='http://a9.com/-/spec/opensearch/1.1/'><o:totalResults>1</o:totalResults>"
            + "<entry><id>http://arxiv.org/abs/2608.00001v1</id><title>Just out</title></entry></feed>");
    private static final Answer NOTHING = Answer.ok("<feed xmlns='http://www.w3.org/2005/Atom'"
            + " xmlns:o='http://a9.com/-/spec/opensearch/1.1/'><o:totalResults>0</o:totalResults></feed>");
    private static final PaperId NEW = new PaperId("2608.00001");

    private final SettableTime clock = new SettableTime(Instant.parse("2026-11-25T12:00:00Z"));
    private final InMemorySubmissions submissions = new InMemorySubmissions();
    private final InMemoryPaperIndex index = new InMemoryPaperIndex();
    private final List<Arrivals.Arrival> arrived = new ArrayList<>();
    private final List<Submission> late = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private volatile Answer arxiv = NEW_PAPER;
    private final TestClient source = new TestClient(asked -> arxiv);
    private final OnDemand papers = new OnDemand(
            index, Optional.of(new ArxivApi(source.client(), source.server().uri("/api/query"))), arrived::addAll);
    private final SubmitCommand submit = new SubmitCommand(submissions, papers, id -> List.of(), clock);
    private final UnsubmitCommand unsubmit = new UnsubmitCommand(submissions, index);
    private final CommandLine lines =
            new CommandLine(new CommandCatalogue("papers", List.of(SubmitCommand.SPEC, UnsubmitCommand.SPEC)));

    @BeforeEach
    void know() {
        index.add(List.of(Paper.of(ONE, "Attention")));
    }

    @AfterEach
    void close() {
        papers.close();
        source.close();
    }

    private Reply ask(UserRef user, ChannelRef channel, Set<Right> rights, String line) {
        CommandLine.Understood read = (CommandLine.Understood) lines.read(line);
        return ask(user, channel, rights, read.request());
    }

    private Reply ask(UserRef user, ChannelRef channel, Set<Right> rights, Request request) {
        Command command = request.spec().equals(SubmitCommand.SPEC) ? submit : unsubmit;
        return command.answer(new CommandCall(
                request, user, channel, rights, Optional.empty(), List.of(), user.equals(ADA) ? "ada" : ""));
    }

    private Reply ask(UserRef user, String line) {
        return ask(user, NEWS, Set.of(), line);
    }

    private Notice notice(UserRef user, String line) {
        Reply reply = ask(user, line);
        assertThat(reply.visibility()).isEqualTo(Reply.Visibility.ASKER);
        return (Notice) reply.content();
    }

    @Test
    void everybodySeesWhoHandedItInAndWhy() {
        Reply reply = ask(ADA, "submit 1706.03762 where it all began");

        assertThat(reply.visibility()).isEqualTo(Reply.Visibility.EVERYONE);
        PaperCard card = (PaperCard) reply.content();
        assertThat(card.heading()).isEqualTo("Submitted");
        assertThat(card.paper().title()).isEqualTo("Attention");
        assertThat(card.why()).isEqualTo("Submitted by ada: where it all began");
        assertThat(submissions.in(NEWS, Instant.EPOCH))
                .extracting(Submission::paper)
                .containsExactly(ONE);
    }

    @Test
    void aPaperThatIsNotHereIsFetchedAndToldOf() {
        PaperCard card = (PaperCard)
                ask(BEN, "submit https://arxiv.org/abs/2608.00001v1").content();

        assertThat(card.paper().title()).isEqualTo("Just out");
        assertThat(card.why()).isEqualTo("Submitted by a member");
        assertThat(index.find(NEW)).isPresent();
        assertThat(arrived).extracting(arrival -> arrival.now().id()).containsExactly(NEW);
    }

    @Test
    void whatArxivDoesNotKnowIsSaid() {
        arxiv = NOTHING;

        assertThat(notice(ADA, "submit 2608.99999").text())
                .isEqualTo("I can't find 2608.99999: arXiv knows no such paper.");
        assertThat(notice(ADA, "submit 10.1145/3292500").text()).contains("I can fetch arXiv's papers alone");
        assertThat(submissions.since(Instant.EPOCH)).isEmpty();
    }

    @Test
    void whileArxivIsDownItIsQueuedAndToldSo() {
        arxiv = Answer.of(403, "");

        Notice queued = notice(ADA, "submit 2608.00001 hot");

        assertThat(queued.text())
                .isEqualTo("I keep your submission of 2608.00001 and fetch the paper as soon as I can:"
                        + " arXiv does not answer.");
        assertThat(submissions.find(HERE, NEW)).map(Submission::state).contains(State.WAITING);
        Request takeBack = ((Button.Ask) queued.buttons().getFirst()).request();
        assertThat(((Notice) ask(ADA, NEWS, Set.of(), takeBack).content()).tone())
                .isEqualTo(Tone.DONE);
        assertThat(submissions.find(HERE, NEW)).isEmpty();
    }

    private void fetchAgain() {
        new SubmissionJob(submissions, papers, new SubmissionJob.Audience() {
                    @Override
                    public void arrived(Submission submission) {
                        late.add(submission);
                    }

                    @Override
                    public void nowhere(Submission submission, String why) {
                        lost.add(submission.paper() + ": " + why);
                    }
                })
                .run(clock.instant());
    }

    private void wait(PaperId paper) {
        submissions.submit(new Submission(NEWS, paper, ADA, "ada", "", clock.instant(), State.WAITING));
    }

    @Test
    void whatWasQueuedIsFetchedOnceArxivAnswers() {
        wait(NEW);

        fetchAgain();
        fetchAgain();

        assertThat(submissions.in(NEWS, Instant.EPOCH))
                .extracting(Submission::paper)
                .containsExactly(NEW);
        assertThat(late).extracting(Submission::paper).containsExactly(NEW);
    }

    @Test
    void whatWasQueuedWaitsOnWhileArxivIsDown() {
        arxiv = Answer.of(403, "");
        wait(NEW);

        fetchAgain();

        assertThat(submissions.find(HERE, NEW)).map(Submission::state).contains(State.WAITING);
        assertThat(late).isEmpty();
    }

    @Test
    void whatWasQueuedAndDoesNotExistIsDroppedAndSaidOnce() {
        arxiv = NOTHING;
        wait(NEW);

        fetchAgain();
        fetchAgain();

        assertThat(lost).containsExactly(NEW + ": arXiv knows no such paper");
        assertThat(submissions.find(HERE, NEW)).isEmpty();
        assertThat(late).isEmpty();
    }

    @Test
    void aPaperIsHandedInOnce() {
        ask(ADA, "submit 1706.03762");

        assertThat(notice(BEN, "submit arXiv:1706.03762v7 mine").text())
                .isEqualTo("1706.03762 was handed in here on 25 Nov: Submitted by ada.");
    }

    @Test
    void onePersonHandsInFiveADay() {
        for (int n = 0; n < SubmitCommand.MOST_A_DAY; n++) {
            Paper paper = Paper.of(new PaperId("2601.0000" + n), "Paper " + n);
            index.add(List.of(paper));
            ask(ADA, "submit " + paper.id().value());
        }

        assertThat(notice(ADA, "submit 1706.03762").text()).isEqualTo("You have handed in 5 papers within a day.");
        assertThat(ask(BEN, "submit 1706.03762").content()).isInstanceOf(PaperCard.class);
        clock.set(clock.instant().plus(Duration.ofDays(1)).plusMillis(1));
        assertThat(ask(ADA, "submit 2608.00001").content()).isInstanceOf(PaperCard.class);
    }

    @Test
    void aReasonIsOneLineAndAConversationWithTheBotNoPlaceForIt() {
        assertThat(notice(ADA, "submit 1706.03762 " + "x".repeat(201)).text())
                .isEqualTo("That reason has 201 characters; 200 fit on a card.");
        Reply alone = ask(ADA, new ChannelRef(Platform.DISCORD, "", "77"), Set.of(), "submit 1706.03762");
        assertThat(((Notice) alone.content()).text()).isEqualTo("Papers are handed in for a channel.");
    }

    @Test
    void itsSubmitterTakesItBackAndMayUndoThat() {
        ask(ADA, "submit 1706.03762 where it all began");

        Notice done = notice(ADA, "unsubmit 1706.03762");

        assertThat(done.text()).isEqualTo("“Attention” is no longer handed in.");
        assertThat(submissions.find(HERE, ONE)).isEmpty();
        ask(ADA, NEWS, Set.of(), ((Button.Ask) done.buttons().getFirst()).request());
        assertThat(submissions.find(HERE, ONE)).map(Submission::reason).contains("where it all began");
    }

    @Test
    void whoManagesTheChannelTakesItBackAndNobodyElse() {
        ask(ADA, "submit 1706.03762");

        assertThat(notice(BEN, "unsubmit 1706.03762").text()).isEqualTo("“Attention” was handed in by somebody else.");
        assertThat(submissions.find(HERE, ONE)).isPresent();

        ask(BEN, NEWS, Set.of(Right.MANAGE_CHANNEL), "unsubmit 1706.03762");
        assertThat(submissions.find(HERE, ONE)).isEmpty();
        assertThat(notice(BEN, "unsubmit 1706.03762").text()).isEqualTo("Nobody has handed in “Attention” here.");
    }
}
