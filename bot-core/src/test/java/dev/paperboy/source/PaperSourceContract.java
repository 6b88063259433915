package dev.paperboy.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.source.RecordedAnswers.Answer;
import dev.paperboy.source.RecordedAnswers.Asked;
import dev.paperboy.source.SourceException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What every {@link PaperSource} keeps, shown against a provider on the loopback interface. */
@Timeout(60)
public interface PaperSourceContract {

    /** A title that would fire if anything took it for markup. */
    String HOSTILE =
            "@everyone <!channel> <@U123> **bold** _x_ `code` ~s~ [a](http://x) <script>alert(1)</script> & ]]>";

    Instant NOW = Instant.parse("2026-08-21T09:00:00Z");
    InstantSource CLOCK = InstantSource.fixed(NOW);
    Duration DISTANCE = Duration.ofSeconds(3);

    /** The source under test. */
    PaperSource source(SourceClient client, URI base);

    /** A provider that publishes {@link #published} in its own format, in so many pieces that two batches are needed. */
    Function<Asked, Answer> provider();

    /** The papers of the provider; the title of the first is {@link #HOSTILE}. */
    List<PaperId> published();

    /** A provider that has one paper, of which only what is never missing is known. */
    Function<Asked, Answer> bareProvider();

    /** The provider's way to say no with HTTP 200. */
    Answer errorWithOk();

    /** Answers with HTTP 200 that cannot be what was asked for, by what is wrong with them. */
    Map<String, Answer> unacceptable();

    /** Everything that belongs to one run of the process. */
    final class Run implements AutoCloseable {
        final FakeTime time = new FakeTime();
        final SourceClient client;
        final PaperSource source;

        Run(PaperSourceContract contract, URI base, Timeouts timeouts) {
            client = new SourceClient(
                    SourceClient.userAgent("1.2.3", "https://example.org/bot"),
                    timeouts,
                    new Pacing(DISTANCE, time),
                    BackOff.DEFAULT,
                    time,
                    CLOCK);
            source = contract.source(client, base);
        }

        List<SourceBatch> readAll(Optional<String> cursor) {
            List<SourceBatch> batches = new ArrayList<>();
            Optional<String> at = cursor;
            do {
                batches.add(source.fetch(at));
                at = Optional.of(batches.getLast().cursor());
                assertThat(batches).hasSizeLessThan(50);
            } while (batches.getLast().more());
            return batches;
        }

        SourceException failure() {
            return failure(Optional.empty());
        }

        SourceException failure(Optional<String> cursor) {
            return catchThrowableOfType(SourceException.class, () -> source.fetch(cursor));
        }

        @Override
        public void close() {
            client.close();
        }
    }

    private Run run(RecordedAnswers server) {
        return new Run(this, server.uri("/feed"), Timeouts.DEFAULT);
    }

    private static List<PaperId> ids(List<SourceBatch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.papers().stream())
                .map(Paper::id)
                .toList();
    }

    @Test
    default void everyPaperIsDeliveredOnce() {
        try (RecordedAnswers server = new RecordedAnswers(provider());
                Run run = run(server)) {
            List<SourceBatch> batches = run.readAll(Optional.empty());

            assertThat(batches).hasSizeGreaterThan(1);
            assertThat(ids(batches)).containsExactlyInAnyOrderElementsOf(published());
        }
    }

    @Test
    default void aRestartAfterAnyBatchFetchesNoGapAndRepeatsNothing() {
        try (RecordedAnswers server = new RecordedAnswers(provider());
                Run first = run(server)) {
            List<SourceBatch> batches = first.readAll(Optional.empty());
            for (int kept = 1; kept <= batches.size(); kept++) {
                try (Run second = run(server)) {
                    List<PaperId> all = new ArrayList<>(ids(batches.subList(0, kept)));
                    all.addAll(
                            ids(second.readAll(Optional.of(batches.get(kept - 1).cursor()))));
                    assertThat(all).containsExactlyInAnyOrderElementsOf(published());
                }
            }
        }
    }

    @Test
    default void theSameCursorGivesTheSameBatch() {
        try (RecordedAnswers server = new RecordedAnswers(provider());
                Run run = run(server)) {
            SourceBatch lost = run.source.fetch(Optional.empty());
            SourceBatch again = run.source.fetch(Optional.empty());

            assertThat(again).isEqualTo(lost);
        }
    }

    @Test
    default void atTheEndThereIsNothingMore() {
        try (RecordedAnswers server = new RecordedAnswers(provider());
                Run run = run(server)) {
            String end = run.readAll(Optional.empty()).getLast().cursor();

            assertThat(run.readAll(Optional.of(end))).allSatisfy(batch -> {
                assertThat(batch.papers()).isEmpty();
                assertThat(batch.observations()).isEmpty();
            });
        }
    }

    @Test
    default void aCursorFromElsewhereLosesNothing() {
        try (RecordedAnswers server = new RecordedAnswers(provider());
                Run run = run(server)) {
            for (String foreign : List.of("", "{}", "null", "{\"of\":\"another version\"}", "{\"cut")) {
                assertThat(ids(run.readAll(Optional.of(foreign)))).containsExactlyInAnyOrderElementsOf(published());
            }
        }
    }

    @Test
    default void textIsKeptAsText() {
        try (RecordedAnswers server = new RecordedAnswers(provider());
                Run run = run(server)) {
            Paper first = run.readAll(Optional.empty()).stream()
                    .flatMap(batch -> batch.papers().stream())
                    .filter(paper -> paper.id().equals(published().getFirst()))
                    .findFirst()
                    .orElseThrow();

            assertThat(first.title()).isEqualTo(HOSTILE);
        }
    }

    @Test
    default void missingOptionalFieldsAreNoTrouble() {
        try (RecordedAnswers server = new RecordedAnswers(bareProvider());
                Run run = run(server)) {
            List<SourceBatch> batches = run.readAll(Optional.empty());

            assertThat(ids(batches)).hasSize(1);
            assertThat(ids(run.readAll(Optional.of(batches.getLast().cursor()))))
                    .isEmpty();
        }
    }

    @Test
    default void itSaysWhoAsksAndKeepsItsDistance() {
        List<Duration> moments = new ArrayList<>();
        FakeTime[] time = new FakeTime[1];
        try (RecordedAnswers server = new RecordedAnswers(asked -> {
                    moments.add(time[0].elapsed());
                    return provider().apply(asked);
                });
                Run run = run(server)) {
            time[0] = run.time;
            List<SourceBatch> batches = run.readAll(Optional.empty());
            run.readAll(Optional.of(batches.getLast().cursor()));

            assertThat(server.asked())
                    .allSatisfy(asked -> assertThat(asked.headers().get("user-agent"))
                            .isEqualTo("Paperboy/1.2.3 (+https://example.org/bot)"));
            assertThat(moments).hasSizeGreaterThan(1);
            for (int i = 1; i < moments.size(); i++) {
                assertThat(moments.get(i).minus(moments.get(i - 1))).isGreaterThanOrEqualTo(DISTANCE);
            }
        }
    }

    @Test
    default void aPackedAnswerIsUnpacked() {
        try (RecordedAnswers server =
                        new RecordedAnswers(asked -> packed(provider().apply(asked)));
                Run run = run(server)) {
            assertThat(ids(run.readAll(Optional.empty()))).containsExactlyInAnyOrderElementsOf(published());
        }
    }

    @Test
    default void itWaitsAsLongAsItIsTold() {
        Map<String, Answer> tellings = Map.of(
                "seconds", Answer.of(429, "slow down").with("Retry-After", "77"),
                "a date",
                        Answer.of(429, "")
                                .with("Date", "Fri, 21 Aug 2026 08:00:00 GMT")
                                .with("Retry-After", "Fri, 21 Aug 2026 08:01:17 GMT"),
                "RateLimit", Answer.of(429, "").with("RateLimit", "\"api\";r=0;t=77"),
                "unavailable", Answer.of(503, "").with("Retry-After", "77"));
        tellings.forEach((how, telling) -> {
            try (RecordedAnswers server = new RecordedAnswers(provider());
                    Run run = run(server)) {
                server.first(telling);

                assertThat(ids(run.readAll(Optional.empty()))).containsExactlyInAnyOrderElementsOf(published());
                assertThat(run.time.pauses()).as(how).contains(Duration.ofSeconds(77));
            }
        });
    }

    @Test
    default void aLongBanIsReportedAtOnceAndKept() {
        try (RecordedAnswers server = new RecordedAnswers(provider());
                Run run = run(server)) {
            server.first(Answer.of(429, "").with("Retry-After", "3600"));

            SourceException told = run.failure();
            SourceException remembered = run.failure();

            assertThat(told.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(told.retryAfter()).contains(Duration.ofHours(1));
            assertThat(remembered.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(server.asked()).hasSize(1);

            run.time.pass(Duration.ofHours(1));
            assertThat(ids(run.readAll(Optional.empty()))).containsExactlyInAnyOrderElementsOf(published());
        }
    }

    @Test
    default void passingTroubleIsSatOut() {
        try (RecordedAnswers server = new RecordedAnswers(provider());
                Run run = run(server)) {
            server.first(
                    Answer.of(500, ""),
                    Answer.of(503, "<html>busy</html>"),
                    Answer.ok("[{\"half\":").with("Content-Length", "1000"));

            assertThat(ids(run.readAll(Optional.empty()))).containsExactlyInAnyOrderElementsOf(published());
            assertThat(run.time.pauses()).contains(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
        }
    }

    @Test
    default void lastingTroubleIsReportedAndTheCursorStaysGood() {
        try (RecordedAnswers server = new RecordedAnswers(provider());
                Run run = run(server)) {
            SourceBatch first = run.source.fetch(Optional.empty());
            int before = server.asked().size();
            server.become(asked -> Answer.of(502, "bad gateway"));

            SourceException trouble = run.failure(Optional.of(first.cursor()));

            assertThat(trouble.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(server.asked()).hasSize(before + BackOff.DEFAULT.attempts());

            server.become(provider());
            List<PaperId> all = new ArrayList<>(ids(List.of(first)));
            all.addAll(ids(run.readAll(Optional.of(first.cursor()))));
            assertThat(all).containsExactlyInAnyOrderElementsOf(published());
        }
    }

    @Test
    default void aServerThatNeverAnswersIsUnavailable() {
        try (RecordedAnswers server = new RecordedAnswers(asked -> RecordedAnswers.NEVER);
                Run run = new Run(
                        this, server.uri("/feed"), new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(100)))) {
            assertThat(run.failure().kind()).isEqualTo(Kind.UNAVAILABLE);
        }
    }

    @Test
    default void aServerThatIsNotThereIsUnavailable() {
        URI nowhere;
        try (RecordedAnswers server = new RecordedAnswers(provider())) {
            nowhere = server.uri("/feed");
        }
        try (Run run = new Run(this, nowhere, Timeouts.DEFAULT)) {
            assertThat(run.failure().kind()).isEqualTo(Kind.UNAVAILABLE);
        }
    }

    @Test
    default void afterAForbiddenNothingMoreIsAsked() {
        try (RecordedAnswers server = new RecordedAnswers(asked -> Answer.of(403, "forbidden"));
                Run run = run(server)) {
            assertThat(run.failure().kind()).isEqualTo(Kind.REFUSED);
            assertThat(run.failure().kind()).isEqualTo(Kind.REFUSED);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    default void anErrorIsAnErrorWhateverItsStatus() {
        for (int status : new int[] {200, 400}) {
            try (RecordedAnswers server = new RecordedAnswers(
                            asked -> new Answer(status, Map.of(), errorWithOk().body()));
                    Run run = run(server)) {
                SourceException trouble = run.failure();

                assertThat(trouble.kind()).isEqualTo(Kind.REFUSED);
                assertThat(trouble).hasMessageContaining("says: ");
                assertThat(trouble.getMessage()).doesNotContain("\n");
                assertThat(server.asked()).hasSize(1);
            }
        }
    }

    @TestFactory
    default List<DynamicTest> nothingIsKeptOfAnAnswerThatCannotBe() {
        return unacceptable().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> isMalformed(entry.getValue())))
                .toList();
    }

    @Test
    default void nothingIsKeptOfAWebPageOrAHalfAnswer() throws IOException {
        isMalformed(Answer.ok("<html><body>Rate exceeded.</body></html>"));
        isMalformed(Answer.ok("<!DOCTYPE html><html><body>Sign in to the hotel</body></html>"));
        isMalformed(Answer.ok(""));
        Answer whole = wholeAnswer();
        isMalformed(whole.withBody(Arrays.copyOf(whole.body(), whole.body().length / 2)));
        isMalformed(whole.withBody(Arrays.copyOf(whole.body(), whole.body().length - 5)));
        Answer packed = packed(whole);
        isMalformed(packed.withBody(Arrays.copyOf(packed.body(), packed.body().length / 2)));
        isMalformed(whole.with("Content-Encoding", "gzip"));
    }

    private Answer wholeAnswer() {
        List<Answer> given = new ArrayList<>();
        try (RecordedAnswers server = new RecordedAnswers(asked -> {
                    given.add(provider().apply(asked));
                    return given.getLast();
                });
                Run run = run(server)) {
            run.readAll(Optional.empty());
            return given.stream()
                    .max((one, other) -> Integer.compare(one.body().length, other.body().length))
                    .orElseThrow();
        }
    }

    private void isMalformed(Answer answer) {
        try (RecordedAnswers server = new RecordedAnswers(asked -> answer);
                Run run = run(server)) {
            SourceException trouble = run.failure();

            assertThat(trouble).isNotNull();
            assertThat(trouble.kind()).isEqualTo(Kind.MALFORMED);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    default void aRedirectIsFollowedOnTheSameHostOnly() {
        try (RecordedAnswers server = new RecordedAnswers(provider());
                RecordedAnswers other = new RecordedAnswers(provider());
                Run run = run(server)) {
            server.become(asked -> asked.path().equals("/feed")
                    ? Answer.of(301, "").with("Location", "/moved?" + asked.rawQuery())
                    : provider().apply(asked));
            assertThat(ids(run.readAll(Optional.empty()))).containsExactlyInAnyOrderElementsOf(published());

            server.become(asked ->
                    Answer.of(302, "").with("Location", other.uri("/feed").toString()));
            assertThat(run.failure().kind()).isEqualTo(Kind.MALFORMED);
            assertThat(other.asked()).isEmpty();

            server.become(asked -> Answer.of(302, "").with("Location", "/feed"));
            assertThat(run.failure().kind()).isEqualTo(Kind.MALFORMED);
        }
    }

    /** The answer as a server sends it to who accepts gzip. */
    static Answer packed(Answer answer) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return answer.withBody(packed.toByteArray()).with("Content-Encoding", "gzip");
    }

    /** A text as it stands between tags. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
