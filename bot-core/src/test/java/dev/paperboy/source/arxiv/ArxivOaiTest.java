package dev.paperboy.source.arxiv;

import static dev.paperboy.source.PaperSourceContract.escaped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.PaperSourceContract;
import dev.paperboy.source.RecordedAnswers;
import dev.paperboy.source.RecordedAnswers.Answer;
import dev.paperboy.source.RecordedAnswers.Asked;
import dev.paperboy.source.SourceBatch;
import dev.paperboy.source.SourceClient;
import dev.paperboy.source.SourceException;
import dev.paperboy.source.TestClient;
import java.net.URI;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArxivOaiTest implements PaperSourceContract {

    private static final String RENDERED = "arxiv-oai/rendered-arXivRaw-2026/";

    private static final Pattern TOKEN = Pattern.compile(
            "verb%3DListRecords%26set%3Dcs%253Acs%253ALG%26from%3D(\\d{4}-\\d\\d-\\d\\d)%26skip%3D(\\d+)");

    private final List<TestClient> open = new ArrayList<>();

    @AfterEach
    void closeAll() {
        open.forEach(TestClient::close);
    }

    @Override
    public PaperSource source(SourceClient client, URI base) {
        return new ArxivOai(client, base, Optional.of("cs:cs:LG"), Period.ofDays(7), CLOCK);
    }

    @Override
    public List<PaperId> published() {
        return IntStream.range(0, 5).mapToObj(i -> new PaperId("2608.0000" + i)).toList();
    }

    /** Lists of two records, of all that were modified on or after the day asked for. */
    @Override
    public Function<Asked, Answer> provider() {
        return asked -> {
            assertThat(asked.parameter("verb")).isEqualTo("ListRecords");
            String token = asked.parameter("resumptionToken");
            if (token.isEmpty()) {
                assertThat(asked.query()).containsOnlyKeys("verb", "metadataPrefix", "set", "from");
                assertThat(asked.parameter("metadataPrefix")).isEqualTo("arXivRaw");
                assertThat(asked.parameter("set")).isEqualTo("cs:cs:LG");
                return page(asked.parameter("from"), 0);
            }
            assertThat(asked.query()).containsOnlyKeys("verb", "resumptionToken");
            Matcher state = TOKEN.matcher(token);
            return state.matches()
                    ? page(state.group(1), Integer.parseInt(state.group(2)))
                    : Answer.ok(error("badResumptionToken", "Token decoding failed"));
        };
    }

    private static Answer page(String from, int skip) {
        List<Integer> all = IntStream.range(0, 5)
                .filter(number -> datestamp(number).compareTo(from) >= 0)
                .boxed()
                .toList();
        String records = all.stream()
                .skip(skip)
                .limit(2)
                .map(number -> record(number, datestamp(number), 1))
                .collect(Collectors.joining());
        return Answer.ok(list(records, skip + 2 < all.size() ? token(from, skip + 2) : "<resumptionToken/>"));
    }

    @Override
    public Function<Asked, Answer> bareProvider() {
        String record = "<record><header><identifier>x</identifier><datestamp>2026-08-20</datestamp></header><metadata>"
                + "<arXivRaw xmlns='http://arxiv.org/OAI/arXivRaw/'><title>T</title><id>2608.00001</id></arXivRaw>"
                + "</metadata></record>";
        String deleted = "<record><header status='deleted'><identifier>y</identifier>"
                + "<datestamp>2026-08-20</datestamp></header></record>";
        return asked -> Answer.ok(list(record + deleted, ""));
    }

    @Override
    public Answer errorWithOk() {
        return Answer.ok(error("badArgument", "illegal\n arguments"));
    }

    @Override
    public Map<String, Answer> unacceptable() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("another root", Answer.ok("<rss/>"));
        answers.put("no namespace", Answer.ok("<OAI-PMH><ListRecords/></OAI-PMH>"));
        answers.put("neither list nor error", Answer.ok("<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'/>"));
        answers.put("no date", Answer.ok(list(records(0, 1), "").replaceAll("<responseDate>.*</responseDate>", "")));
        answers.put("a DTD with an entity", Answer.ok("<!DOCTYPE x [<!ENTITY e 'boo'>]>" + list(records(0, 1), "")));
        answers.put(
                "a DTD from a file", Answer.ok("<!DOCTYPE x SYSTEM 'file:///etc/passwd'>" + list(records(0, 1), "")));
        answers.put("an unknown entity", Answer.ok(list(records(0, 1).replace("Title 0", "&boo;"), "&boo;")));
        answers.put("two documents", Answer.ok(list(records(0, 1), "") + list(records(0, 1), "")));
        answers.put("a bottomless pit", Answer.ok(list("<a>".repeat(100_000), "")));
        return answers;
    }

    private static String token(String from, int skip) {
        return "<resumptionToken expirationDate='2026-08-22T00:00:00Z'>verb%3DListRecords%26set%3Dcs%253Acs%253ALG"
                + "%26from%3D" + from + "%26skip%3D" + skip + "</resumptionToken>";
    }

    private static String datestamp(int number) {
        return number < 3 ? "2026-08-19" : "2026-08-20";
    }

    private static String list(String records, String token) {
        return document("<ListRecords>" + records + token + "</ListRecords>");
    }

    private static String error(String code, String text) {
        return document("<error code='" + code + "'>" + text + "</error>");
    }

    private static String document(String content) {
        return "<?xml version='1.0' encoding='UTF-8'?><OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'>"
                + "<responseDate>2026-08-21T03:15:00Z</responseDate>" + content + "</OAI-PMH>";
    }

    private static String records(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> record(i, datestamp(i), 1))
                .collect(Collectors.joining());
    }

    private static String record(int number, String datestamp, int versions) {
        String dates = IntStream.rangeClosed(1, versions)
                .mapToObj(v -> "<version version='v" + v + "'><date>Tue, 1" + v
                        + " Aug 2026 14:54:25 GMT</date><size>16kb</size></version>")
                .map(v -> v.replace("Tue, 12", "Wed, 12"))
                .collect(Collectors.joining());
        return "<record><header><identifier>oai:arXiv.org:2608.0000" + number + "</identifier><datestamp>" + datestamp
                + "</datestamp><setSpec>cs:cs:LG</setSpec></header><metadata>"
                + "<arXivRaw xmlns='http://arxiv.org/OAI/arXivRaw/'><id>2608.0000" + number + "</id>" + dates
                + "<title>" + (number == 0 ? escaped(HOSTILE) : "Title " + number)
                + "</title><authors>Ada\nLovelace and B. Böhm</authors><categories>cs.LG stat.ML</categories>"
                + "<abstract>  Words\n  and words.</abstract></arXivRaw></metadata></record>";
    }

    private ArxivOai reading(Function<Asked, Answer> provider) {
        return reading(new RecordedAnswers(provider));
    }

    private ArxivOai reading(RecordedAnswers server) {
        TestClient test = new TestClient(server);
        open.add(test);
        return new ArxivOai(test.client(), server.uri("/oai"), Optional.empty(), Period.ofDays(7), CLOCK);
    }

    private static List<String> ids(SourceBatch batch) {
        return batch.papers().stream().map(paper -> paper.id().value()).toList();
    }

    @Test
    void theFirstHarvestLooksBackAndTheNextBeginsOnTheNewestDay() {
        RecordedAnswers server = new RecordedAnswers(asked -> Answer.ok(list(records(0, 5), "")));
        ArxivOai source = reading(server);

        SourceBatch first = source.fetch(Optional.empty());
        source.fetch(Optional.of(first.cursor()));

        assertThat(server.asked().get(0).rawQuery())
                .isEqualTo("verb=ListRecords&metadataPrefix=arXivRaw&from=2026-08-14");
        assertThat(server.asked().get(1).parameter("from")).isEqualTo("2026-08-20");
    }

    @Test
    void theTokenIsEncodedAgain() {
        RecordedAnswers server = new RecordedAnswers(asked -> Answer.ok(
                list(records(0, 1), asked.query().containsKey("resumptionToken") ? "" : token("2026-08-14", 2))));
        ArxivOai source = reading(server);

        source.fetch(Optional.of(source.fetch(Optional.empty()).cursor()));

        assertThat(server.asked().get(1).rawQuery())
                .isEqualTo(
                        "verb=ListRecords&resumptionToken="
                                + "verb%253DListRecords%2526set%253Dcs%25253Acs%25253ALG%2526from%253D2026-08-14%2526skip%253D2");
    }

    @Test
    void whatChangesOnADayAlreadyHarvestedIsDeliveredAgainAndNothingElse() {
        RecordedAnswers server = new RecordedAnswers(
                asked -> Answer.ok(list(record(3, "2026-08-20", 1) + record(4, "2026-08-20", 1), "")));
        ArxivOai source = reading(server);
        String cursor = source.fetch(Optional.empty()).cursor();
        server.become(asked -> Answer.ok(
                list(record(3, "2026-08-20", 1) + record(4, "2026-08-20", 2) + record(5, "2026-08-20", 1), "")));

        SourceBatch changed = source.fetch(Optional.of(cursor));

        assertThat(ids(changed)).containsExactly("2608.00004", "2608.00005");
        assertThat(changed.papers().getFirst().version()).isEqualTo(2);
    }

    @Test
    void noRecordsMatchMeansNothingNew() {
        ArxivOai source = reading(asked -> Answer.ok(error("noRecordsMatch", "empty list")));

        SourceBatch batch = source.fetch(Optional.empty());

        assertThat(batch.papers()).isEmpty();
        assertThat(batch.more()).isFalse();
    }

    @Test
    void anExpiredTokenBeginsTheListAgainWithoutRepeatingIt() {
        RecordedAnswers server = new RecordedAnswers(asked -> Answer.ok(list(records(0, 2), token("2026-08-14", 2))));
        ArxivOai source = reading(server);
        String cursor = source.fetch(Optional.empty()).cursor();
        server.become(asked -> asked.query().containsKey("resumptionToken")
                ? Answer.ok(error("badResumptionToken", "expired"))
                : Answer.ok(list(records(0, 3), "<resumptionToken/>")));

        SourceBatch batch = source.fetch(Optional.of(cursor));

        assertThat(ids(batch)).containsExactly("2608.00002");
        assertThat(batch.more()).isFalse();
        assertThat(server.asked().getLast().parameter("from")).isEqualTo("2026-08-14");
    }

    @Test
    void anEmptyListThatDoesNotSayWhyIsTriedAgain() {
        RecordedAnswers server = new RecordedAnswers(asked -> Answer.ok(list(records(0, 2), "")));
        ArxivOai source = reading(server);
        server.first(Answer.ok(list("", "")), Answer.ok(list("", "<resumptionToken/>")));

        assertThat(source.fetch(Optional.empty()).papers()).hasSize(2);
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void aDatestampFromTheFutureDoesNotCloseTheDaysBefore() {
        RecordedAnswers server =
                new RecordedAnswers(asked -> Answer.ok(list(records(3, 5) + record(7, "2031-01-01", 1), "")));
        ArxivOai source = reading(server);

        SourceBatch first = source.fetch(Optional.empty());
        SourceBatch second = source.fetch(Optional.of(first.cursor()));

        assertThat(server.asked().get(1).parameter("from")).isEqualTo("2026-08-20");
        assertThat(second.papers()).isEmpty();
    }

    @Test
    void aFullPageWithThousandsOfEscapesIsRead() {
        String many = IntStream.range(0, 60_000).mapToObj(i -> "&lt; &amp; ").collect(Collectors.joining());
        ArxivOai source =
                reading(asked -> Answer.ok(list(record(1, "2026-08-20", 1).replace("Words", many), "")));

        assertThat(source.fetch(Optional.empty()).papers()).hasSize(1);
    }

    @Test
    void theRecordedPageHasAllVersions() {
        Answer recorded =
                RecordedAnswers.recorded("arxiv-oai/recorded-arXivRaw-2026/aparture_oai-raw-listrecords-trimmed.xml");
        SourceBatch batch = reading(asked -> recorded).fetch(Optional.empty());

        Paper paper = batch.papers().getFirst();
        assertThat(batch.papers()).hasSize(2);
        assertThat(batch.more()).isFalse();
        assertThat(paper.id()).isEqualTo(new PaperId("2309.09550"));
        assertThat(paper.version()).isEqualTo(4);
        assertThat(paper.published()).contains(Instant.parse("2023-09-18T07:56:40Z"));
        assertThat(paper.updated()).contains(Instant.parse("2026-05-05T03:04:16Z"));
        assertThat(paper.authors())
                .containsExactly(new Author("Bing Han"), new Author("Feifei Zhao"), new Author("Wenxuan Pan"));
        assertThat(paper.categories()).containsExactly(new Category("cs.NE"), new Category("cs.AI"));
        assertThat(paper.withdrawn()).isFalse();
    }

    @Test
    void theThreeRenderedPagesAreOneHarvest() {
        Map<String, Answer> pages = Map.of(
                "", RecordedAnswers.recorded(RENDERED + "ListRecords_arXivRaw_page1_token.xml"),
                "40", RecordedAnswers.recorded(RENDERED + "ListRecords_arXivRaw_page2_token.xml"),
                "80", RecordedAnswers.recorded(RENDERED + "ListRecords_arXivRaw_page3_last_empty_token.xml"));
        ArxivOai source = reading(asked -> {
            String token = asked.parameter("resumptionToken");
            return Objects.requireNonNull(pages.get(token.substring(token.lastIndexOf("D") + 1)));
        });

        SourceBatch one = source.fetch(Optional.empty());
        SourceBatch two = source.fetch(Optional.of(one.cursor()));
        SourceBatch three = source.fetch(Optional.of(two.cursor()));

        assertThat(List.of(one, two, three))
                .extracting(batch -> batch.papers().size())
                .containsExactly(40, 40, 23);
        assertThat(List.of(one, two, three)).extracting(SourceBatch::more).containsExactly(true, true, false);
        Paper first = one.papers().getFirst();
        assertThat(first.id()).isEqualTo(new PaperId("0811.2813"));
        assertThat(first.version()).isEqualTo(5);
        assertThat(first.links().doi()).contains("10.1103/physrevd.79.106007");
        assertThat(first.authors()).containsExactly(new Author("D.V. Uvarov"));
    }

    @Test
    void withdrawnPapersAreKnown() {
        for (String name : List.of("0901.3666_withdrawn", "0903.0442_withdrawn", "0906.3336_withdrawn", "0811.2813")) {
            String single = RecordedAnswers.recorded(RENDERED + "GetRecord_arXivRaw_" + name + ".xml")
                    .text()
                    .replace("GetRecord>", "ListRecords>");
            SourceBatch batch = reading(asked -> Answer.ok(single)).fetch(Optional.empty());

            assertThat(batch.papers().getFirst().withdrawn()).as(name).isEqualTo(name.endsWith("withdrawn"));
        }
    }

    @Test
    void theRenderedErrorsAreErrors() {
        for (String code : List.of("badArgument", "badVerb", "cannotDisseminateFormat", "idDoesNotExist")) {
            Answer recorded = RecordedAnswers.recorded(RENDERED + "error_" + code + ".xml");
            ArxivOai source = reading(asked -> recorded);

            SourceException trouble = catchThrowableOfType(SourceException.class, () -> source.fetch(Optional.empty()));

            assertThat(trouble.kind()).isEqualTo(SourceException.Kind.REFUSED);
            assertThat(trouble).hasMessageStartingWith("arXiv says: " + code);
        }
        Answer nothing = RecordedAnswers.recorded(RENDERED + "error_noRecordsMatch.xml");
        assertThat(reading(asked -> nothing).fetch(Optional.empty()).papers()).isEmpty();
    }
}
