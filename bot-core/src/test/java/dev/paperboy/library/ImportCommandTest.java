package dev.paperboy.library;

import static dev.paperboy.library.ReadingListsContract.ADA;
import static dev.paperboy.library.ReadingListsContract.SLACK_ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Document;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.Attachment;
import dev.paperboy.command.Request;
import dev.paperboy.feed.Arrivals;
import dev.paperboy.feed.OnDemand;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.library.file.ListFormat;
import dev.paperboy.library.file.References;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.SamplePapers;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Importing, against a loopback stand-in of arXiv's API. */
class ImportCommandTest {

    private static final String FEED =
            "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:o='http://a9.com/-/spec/opensearch/1.1/'>"
                    + "<o:totalResults>%d</o:totalResults>%s</feed>";
    private static final Answer JUST_OUT = Answer.ok(
            FEED.formatted(1, "<entry><id>http://arxiv.org/abs/2608.00001v1</id><title>Just out</title></entry>"));
    private static final Answer NOTHING = Answer.ok(FEED.formatted(0, ""));
    private static final PaperId NEW = new PaperId("2608.00001");
    private static final PaperId ATTENTION = SamplePapers.ATTENTION.id();
    private static final PaperId BERT4REC = SamplePapers.BERT4REC.id();

    private final InMemoryPaperIndex index = new InMemoryPaperIndex();
    private final SettableTime clock = new SettableTime(Instant.parse("2026-11-23T12:00:00Z"));
    private final InMemoryReadingLists lists = new InMemoryReadingLists();
    private final List<Arrivals.Arrival> arrived = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private volatile Answer arxiv = NOTHING;
    private final TestClient source = new TestClient(question -> {
        asked.add(question.toString());
        return arxiv;
    });
    private final OnDemand papers = new OnDemand(
            index, Optional.of(new ArxivApi(source.client(), source.server().uri("/api/query"))), arrived::addAll);
    private final QueryParser parser = new QueryParser(clock);
    private final ImportCommand command = new ImportCommand(lists, index, parser, papers, clock);

    @BeforeEach
    void know() {
        index.add(SamplePapers.all());
    }

    @AfterEach
    void close() {
        papers.close();
        source.close();
    }

    private Content imported(UserRef user, String name, String text) {
        Request request = Request.of(ImportCommand.SPEC).with(ImportCommand.FILE, new Attachment(name, text));
        ChannelRef channel = new ChannelRef(Platform.DISCORD, "1", "2");
        Reply reply = command.answer(new CommandCall(request, user, channel, Set.of(), Optional.empty()));
        assertThat(reply.visibility()).isEqualTo(Reply.Visibility.ASKER);
        return reply.content();
    }

    private Notice notice(String name, String text) {
        return (Notice) imported(ADA, name, text);
    }

    @ParameterizedTest
    @EnumSource(names = {"BIBTEX", "CSV"})
    void whatWasExportedIsTheSameListElsewhere(ListFormat format) {
        SamplePapers.all().forEach(paper -> {
            lists.save(ADA, paper.id(), clock.instant());
            clock.advance(Duration.ofMillis(paper.title().length() % 3 * 500L));
        });
        lists.mark(ADA, ATTENTION, ReadingState.READ);
        lists.mark(ADA, BERT4REC, ReadingState.NOT_INTERESTED);
        lists.annotate(ADA, ATTENTION, Remark.of("#a-b #größe =1+1 -- it's \"so\" {50%} of \\ $x_1$, isn't it"));
        ExportCommand export = new ExportCommand(lists, index, parser, clock);
        Document document = (Document) export.answer(new CommandCall(
                        Request.of(ExportCommand.SPEC).with(ExportCommand.FORMAT, format),
                        ADA,
                        new ChannelRef(Platform.DISCORD, "1", "2"),
                        Set.of(),
                        Optional.empty()))
                .content();

        Notice notice = (Notice) imported(SLACK_ADA, document.name(), document.body());

        assertThat(notice.tone()).isEqualTo(Content.Tone.DONE);
        assertThat(lists.entries(SLACK_ADA)).isEqualTo(lists.entries(ADA));
        List<SavedEntry> before = lists.entries(ADA);
        assertThat(notice(document.name(), document.body()).text()).startsWith("No new paper from");
        assertThat(lists.entries(ADA)).isEqualTo(before);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsNotHereIsFetchedAndTheFileKeepsItsOrder() {
        arxiv = JUST_OUT;

        Notice notice = notice("refs.bib", """
                @misc{a, eprint = {2608.00001}, timestamp = {2031-01-01}}
                @misc{b, eprint = {1904.06690}}
                @misc{c, title = {Attention is all you need}, author = {Vaswani, Ashish and others}}
                @misc{again, url = {https://arxiv.org/abs/1904.06690v1}, keywords = {recsys}}
                """);

        assertThat(notice.text()).isEqualTo("Put 3 papers of “refs.bib” on your reading list.");
        assertThat(notice.hint()).isEmpty();
        assertThat(lists.entries(ADA)).extracting(SavedEntry::paper).containsExactly(NEW, BERT4REC, ATTENTION);
        assertThat(lists.entries(ADA)).extracting(SavedEntry::savedAt).containsOnly(clock.instant());
        assertThat(lists.find(ADA, BERT4REC).orElseThrow().remark().text()).isEqualTo("#recsys");
        assertThat(arrived).extracting(arrival -> arrival.now().id()).containsExactly(NEW);
    }

    @Test
    void whatIsNotMatchedIsNamedAndWhy() {
        Notice notice = notice("refs.bib", """
                @misc{a, eprint = {2608.99999}, title = {Nowhere}}
                @misc{b, title = {Attention Is All You Need}, author = {Somebody Else}}
                @misc{c, year = 2020}
                @misc{d, title = {
                """);

        assertThat(notice.tone()).isEqualTo(Content.Tone.PROBLEM);
        assertThat(notice.text()).isEqualTo("No new paper from “refs.bib”.");
        assertThat(notice.hint())
                .isEqualTo("4 could not be matched: “Nowhere” (I know no such paper), “Attention Is All You Need”"
                        + " (I know no such paper), “c” (it has neither id nor title), “d” (this entry is broken).");
        assertThat(lists.entries(ADA)).isEmpty();
    }

    @Test
    void manyThatAreNotMatchedComeAsAFile() {
        lists.save(ADA, ATTENTION, clock.instant());
        String rows = IntStream.range(0, 7)
                .mapToObj(number -> "2608.0900" + number + ",Gone " + number + "\n")
                .collect(Collectors.joining());

        Document document = (Document) imported(ADA, "x.csv", "id,title\n" + rows + "1706.03762,A\n1904.06690,B\n");

        assertThat(document.text()).isEqualTo("Put 1 paper of “x.csv” on your reading list.");
        assertThat(document.hint()).isEqualTo("1 was there already. 7 could not be matched; the file says which.");
        assertThat(document.body().lines()).hasSize(7).first().isEqualTo("Gone 0: I know no such paper");
    }

    @Test
    void arxivThatDoesNotAnswerIsToldFromAPaperThatIsNone() {
        arxiv = Answer.of(403, "");

        Notice notice = notice("x.csv", "id,title\n2608.00001,Just out\n1904.06690,B\n");

        assertThat(notice.text()).isEqualTo("Put 1 paper of “x.csv” on your reading list.");
        assertThat(notice.hint())
                .isEqualTo("1 could not be matched: “Just out” (arXiv does not answer; import it again later).");
    }

    @Test
    void whatIsNoSuchFileOrTooLongIsRefused() {
        assertThat(notice("photo.png", "\u0089PNG").text())
                .isEqualTo("“photo.png” is neither BibTeX nor a CSV file whose first line names its columns.");
        assertThat(notice("x.csv", "id\n" + "1904.06690\n".repeat(References.MOST + 1))
                        .text())
                .isEqualTo("“x.csv” names more than 10,000 papers, which is the most at a time.");
        assertThat(notice("x.csv", "id\n").text()).isEqualTo("“x.csv” names no paper.");
        assertThat(lists.entries(ADA)).isEmpty();
    }

    @Test
    void aRemarkThatIsTooLongIsCut() {
        notice(
                "x.bib",
                "@misc{a, eprint={1904.06690}, annote={" + "word ".repeat(200) + "}, keywords={"
                        + IntStream.range(0, 30)
                                .mapToObj(number -> "k" + number)
                                .collect(Collectors.joining(",")) + "}}");

        assertThat(lists.find(ADA, BERT4REC).orElseThrow().remark().fits()).isTrue();
    }
}
