package dev.paperboy.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.source.RecordedAnswers.Answer;
import dev.paperboy.source.SourceException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceClientTest {

    private static final Instant NOW = Instant.parse("2026-08-21T09:00:00Z");

    private static String text(InputStream body) {
        try {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Duration> wait(Map<String, List<String>> headers) {
        return RetryHeaders.read(HttpHeaders.of(headers, (name, value) -> true), NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "Retry-After | 0 | PT0S",
                "Retry-After | 120 | PT2M",
                "Retry-After | 999999999 | PT24H",
                "Retry-After | Fri, 21 Aug 2026 09:00:30 GMT | PT30S",
                "Retry-After | Fri, 21 Aug 2026 08:00:00 GMT | PT0S",
                "RateLimit | \"api\";r=0;t=123 | PT2M3S",
                "RateLimit | \"api\"; r=0; t=7 | PT7S",
            })
    void theServersWishIsRead(String header, String value, Duration wait) {
        assertThat(wait(Map.of(header, List.of(value)))).contains(wait);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {"Retry-After | soon", "Retry-After | -1", "RateLimit | \"api\";r=12;t=123", "RateLimit | gone"})
    void whatIsNoWishIsNone(String header, String value) {
        assertThat(wait(Map.of(header, List.of(value)))).isEmpty();
    }

    @Test
    void theServersOwnClockCounts() {
        assertThat(wait(Map.of(
                        "Date", List.of("Fri, 21 Aug 2026 12:00:00 GMT"),
                        "Retry-After", List.of("Fri, 21 Aug 2026 12:00:10 GMT"))))
                .contains(Duration.ofSeconds(10));
    }

    @Test
    void manyAtOnceGoOneAfterTheOther() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (TestClient test = new TestClient(asked -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                    return Answer.ok("x");
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            URI uri = test.server().uri("/x");
            List<Future<String>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> test.client().get(uri, SourceClientTest::text)))
                    .toList();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("x");
            }

            assertThat(most).hasValue(1);
            assertThat(test.time().elapsed()).isEqualTo(PaperSourceContract.DISTANCE.multipliedBy(7));
        }
    }

    @Test
    void whoWaitsForHisTurnHearsOfARefusalToo() throws Exception {
        try (TestClient test = new TestClient(asked -> Answer.of(403, ""));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            URI uri = test.server().uri("/x");
            List<Future<SourceException>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> catchThrowableOfType(
                            SourceException.class, () -> test.client().get(uri, SourceClientTest::text))))
                    .toList();
            for (Future<SourceException> answer : answers) {
                assertThat(answer.get().kind()).isEqualTo(Kind.REFUSED);
            }

            assertThat(test.server().asked()).hasSize(1);
        }
    }

    @Test
    void aRefusalHoldsForADay() {
        try (TestClient test = new TestClient(asked -> Answer.ok("x"))) {
            URI uri = test.server().uri("/x");
            test.server().first(Answer.of(403, ""));

            assertThatThrownBy(() -> test.client().get(uri, SourceClientTest::text))
                    .isInstanceOf(SourceException.class)
                    .hasMessage("127.0.0.1/x answered 403");
            test.time().pass(SourceClient.SILENCE.minusSeconds(1));
            assertThatThrownBy(() -> test.client().get(uri, SourceClientTest::text))
                    .isInstanceOf(SourceException.class);
            test.time().pass(Duration.ofSeconds(1));

            assertThat(test.client().get(uri, SourceClientTest::text)).isEqualTo("x");
            assertThat(test.server().asked()).hasSize(2);
        }
    }

    @Test
    void aBodyThatUnpacksWithoutEndIsNotUnpacked() {
        Answer bomb = PaperSourceContract.packed(Answer.ok("").withBody(new byte[Exchange.MAX_BODY + 1]));
        try (TestClient test = new TestClient(asked -> bomb)) {
            SourceException trouble = catchThrowableOfType(
                    SourceException.class, () -> test.client().get(test.server().uri("/x"), SourceClientTest::text));

            assertThat(trouble.kind()).isEqualTo(Kind.MALFORMED);
        }
    }

    @Test
    void aBodyWithoutEndIsNotReadToItsEndAndNotAskedForAgain() {
        try (TestClient test = new TestClient(asked -> Answer.ok("").withBody(new byte[Exchange.MAX_BODY + 1]))) {
            SourceException trouble = catchThrowableOfType(
                    SourceException.class, () -> test.client().get(test.server().uri("/x"), SourceClientTest::text));

            assertThat(trouble.kind()).isEqualTo(Kind.MALFORMED);
            assertThat(trouble).hasMessage("127.0.0.1/x sent more than " + Exchange.MAX_BODY + " bytes");
            assertThat(test.server().asked()).hasSize(1);
        }
    }

    @Test
    void aBodyOfTheLargestSizeIsRead() {
        try (TestClient test = new TestClient(asked -> Answer.ok("").withBody(new byte[Exchange.MAX_BODY]))) {
            assertThat(test.client().get(test.server().uri("/x"), SourceClientTest::text))
                    .hasSize(Exchange.MAX_BODY);
        }
    }

    @Test
    void theMessageHoldsNoQueryAndNoLineBreak() {
        try (TestClient test = new TestClient(asked -> Answer.of(418, ""))) {
            assertThatThrownBy(() -> test.client().get(test.server().uri("/x?key=SECRET"), SourceClientTest::text))
                    .hasMessage("127.0.0.1/x answered 418");
        }
        assertThat(SourceException.refused("one\ntwo\u0000three" + "x".repeat(1_000)))
                .hasMessageStartingWith("one two three")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(310));
    }

    @Test
    void waitsDoubleUpToABound() {
        BackOff backOff = BackOff.DEFAULT;

        assertThat(IntStream.of(1, 2, 3, 6, 1_000).mapToObj(backOff::after))
                .containsExactly(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1));
    }
}
