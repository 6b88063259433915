package dev.paperboy.digest;

import static dev.paperboy.subscription.SampleSubscriptions.GENERAL;
import static dev.paperboy.subscription.SampleSubscriptions.PAPERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.chat.Whereabouts;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.subscription.SampleSubscriptions;
import dev.paperboy.subscription.Subscription;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DigestJobTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final DigestBench bench = new DigestBench(NINE);

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> headings() {
        return bench.discord.contents().stream().map(DigestJobTest::heading).toList();
    }

    private static String heading(Content content) {
        return switch (content) {
            case Content.PaperCard card -> card.heading() + ": " + card.paper().title();
            case Content.Notice notice -> notice.text();
            case Content.Meeting meeting -> meeting.card().heading();
            case Content.PaperList list -> list.heading();
            case Content.Document document -> document.name();
            case Content.Choices choices -> choices.question();
            case Content.Help help -> help.title();
        };
    }

    @Test
    void atTheHourEachPaperIsAMessageOfItsOwn() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(5, NINE);

        bench.tick(NINE.minusSeconds(1));
        assertThat(bench.discord.contents()).isEmpty();

        bench.tick(NINE);
        assertThat(headings())
                .containsExactly(
                        "Trending · Mon 23 Nov · 1 of 3: Paper 5",
                        "Trending · Mon 23 Nov · 2 of 3: Paper 4",
                        "Trending · Mon 23 Nov · 3 of 3: Paper 3");
        Content.PaperCard first = (Content.PaperCard) bench.discord.contents().getFirst();
        assertThat(first.why()).isEqualTo("▲ 5 upvotes · listed today");
        assertThat(first.buttons())
                .isEqualTo(DigestBench.BUTTONS.apply(first.paper().id()));
        assertThat(bench.posted.at(new MessageRef(GENERAL, "1")))
                .containsExactly(first.paper().id());
    }

    @Test
    void aDayHasOneEditionHoweverOftenItTicks() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(5, NINE);

        for (int second = 0; second < 100; second++) {
            bench.tick(NINE.plusSeconds(30L * second));
        }

        assertThat(headings()).hasSize(3);
    }

    @Test
    void noPaperComesTwice() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(5, NINE);

        bench.tick(NINE);
        bench.tick(NINE.plus(DAY));
        bench.tick(NINE.plus(DAY.multipliedBy(2)));

        assertThat(headings())
                .hasSize(6)
                .doesNotHaveDuplicates()
                .contains(
                        "Trending · Tue 24 Nov · 2 of 2: Paper 1",
                        "No new papers today: all that trend have been" + " posted here already.");
    }

    @Test
    void aPaperThatWasPostedUnderItsDoiIsNotPostedAgain() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(1, NINE);
        Paper known = DigestBench.paper(1, "Paper 1", "cs.LG");
        bench.index.add(List.of(new Paper(
                known.id(),
                known.title(),
                "",
                "",
                List.of(),
                known.categories(),
                Optional.empty(),
                Optional.empty(),
                0,
                new Links(Optional.empty(), Optional.empty(), Optional.of("10.1145/1")),
                known.popularity(),
                false)));
        bench.posted.record(
                new MessageRef(GENERAL, "77"),
                List.of(PaperId.doi("10.1145/1").orElseThrow()),
                PostedPapers.Occasion.DIGEST);

        bench.tick(NINE);

        assertThat(headings()).singleElement().asString().contains("No new papers today");
    }

    @Test
    void aPaperShownInAReplyMayStillBePosted() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(1, NINE);
        bench.posted.record(new MessageRef(GENERAL, "77"), List.of(DigestBench.id(1)), PostedPapers.Occasion.REPLY);

        bench.tick(NINE);

        assertThat(headings()).containsExactly("Trending · Mon 23 Nov: Paper 1");
    }

    @Test
    void theTopicChoosesAndExcludes() {
        bench.subscribe(DigestBench.with(SampleSubscriptions.daily(GENERAL), "cs.CL -survey"));
        bench.listed(4, NINE);
        bench.index.add(List.of(
                DigestBench.paper(1, "A survey of everything", "cs.CL"), DigestBench.paper(2, "Paper 2", "cs.CL")));

        bench.tick(NINE);

        assertThat(headings()).containsExactly("Trending · Mon 23 Nov: Paper 2");
    }

    @Test
    void aQuietDaySaysWhy() {
        bench.subscribe(DigestBench.with(SampleSubscriptions.daily(GENERAL), "hep-th"));
        bench.subscribe(SampleSubscriptions.daily(PAPERS));

        bench.tick(NINE);
        assertThat(bench.slack.contents())
                .containsExactly(Content.Notice.info(
                        "No papers today: no votes have come in during the last days.",
                        "arXiv announces nothing at weekends. I have not seen any votes yet."));

        bench.listed(2, NINE.plusSeconds(60));
        bench.tick(NINE.plus(DAY));
        assertThat(bench.discord.contents().getLast())
                .isEqualTo(Content.Notice.info(
                        "No papers today: none of the 2 that trend fits “hep-th”.",
                        "The newest votes I have seen are of Mon 23 Nov 09:01 UTC."));
    }

    @Test
    void aQuietDayCanBeSilent() {
        Subscription silent = DigestBench.silent(SampleSubscriptions.daily(GENERAL));
        bench.subscribe(silent);

        bench.tick(NINE);

        assertThat(bench.discord.contents()).isEmpty();
        assertThat(bench.editions
                        .find(Edition.keyOf(silent.id(), EditionsContract.MONDAY))
                        .orElseThrow()
                        .state())
                .isEqualTo(Edition.State.DONE);
    }

    @Test
    void ofMissedDaysOnlyTheLastIsMadeUpFor() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(5, NINE.plus(DAY.multipliedBy(3)));

        bench.tick(NINE.plus(DAY.multipliedBy(3)).plusSeconds(7_200));
        bench.tick(NINE.plus(DAY.multipliedBy(3)).plusSeconds(7_230));

        assertThat(headings()).hasSize(3).allMatch(heading -> heading.contains("Thu 26 Nov"));
    }

    @Test
    void aFailureInTheMiddleGoesOnWithTheFirstUnsentPart() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(5, NINE);
        bench.discord.failAfter(1, new ChatException(ChatException.Kind.UNAVAILABLE, "gateway is down", null));

        bench.tick(NINE);
        bench.tick(NINE.plusSeconds(29));
        assertThat(headings()).hasSize(1);
        assertThat(bench.lastError(GENERAL)).contains("The post of 2026-11-23 is held up, and I keep trying.");

        bench.discord.recover();
        bench.tick(NINE.plusSeconds(30));
        assertThat(headings())
                .containsExactly(
                        "Trending · Mon 23 Nov · 1 of 3: Paper 5",
                        "Trending · Mon 23 Nov · 2 of 3: Paper 4",
                        "Trending · Mon 23 Nov · 3 of 3: Paper 3");
        assertThat(bench.lastError(GENERAL)).isEmpty();
    }

    @Test
    void aPlanStandsThoughTheVotesChange() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(5, NINE);
        bench.discord.failAfter(1, new ChatException(ChatException.Kind.UNAVAILABLE, "gateway is down", null));
        bench.tick(NINE);

        bench.votes(1, 1_000, NINE.plusSeconds(20));
        bench.discord.recover();
        bench.tick(NINE.plusSeconds(60));

        assertThat(headings()).last().isEqualTo("Trending · Mon 23 Nov · 3 of 3: Paper 3");
    }

    @Test
    void triesComeLessAndLessOftenAndNeverBeforeThePlatformAllows() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(1, NINE);
        bench.discord.failAfter(0, ChatException.rateLimited("slow down", Duration.ofSeconds(100)));

        for (int second = 0; second <= 3_600; second += 10) {
            bench.tick(NINE.plusSeconds(second));
        }

        // At 0, 100, 200, 320 (120 s), 560 (240 s), 1040 (480 s), 1940 and 2840 (900 s).
        assertThat(bench.discord.attempts()).isEqualTo(8);
    }

    @Test
    void aChannelThatRefusesIsTriedLessAndLessOftenAndItsMakerToldOnce() {
        Subscription schedule = SampleSubscriptions.daily(GENERAL);
        bench.subscribe(schedule);
        bench.listed(5, NINE);
        bench.discord.failAfter(0, new ChatException(ChatException.Kind.REFUSED, "Missing Access", null));

        for (int minute = 0; minute <= 3 * 24 * 60; minute++) {
            bench.tick(NINE.plusSeconds(60L * minute));
        }

        // After 0, 1, 3, 7, 15, 31 and 63 minutes, and then every hour.
        assertThat(bench.discord.attempts()).isEqualTo(7 + 70);
        assertThat(bench.lastError(GENERAL).orElseThrow()).contains("refused").contains("right");
        assertThat(bench.discord.told()).singleElement().satisfies(told -> {
            assertThat(told.person()).isEqualTo(schedule.madeBy());
            assertThat(told.about()).isEqualTo(GENERAL);
            assertThat(told.notice().text()).contains("refused");
        });
        assertThat(bench.subscriptions.in(GENERAL).orElseThrow().active()).isTrue();
    }

    @Test
    void aChannelThatOpensAgainGetsItsEditionByItself() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(5, NINE);
        bench.discord.failAfter(1, new ChatException(ChatException.Kind.REFUSED, "Missing Access", null));
        bench.tick(NINE);
        bench.discord.recover();

        bench.tick(NINE.plusSeconds(59));
        assertThat(headings()).hasSize(1);
        bench.tick(NINE.plusSeconds(60));

        assertThat(headings())
                .containsExactly(
                        "Trending · Mon 23 Nov · 1 of 3: Paper 5",
                        "Trending · Mon 23 Nov · 2 of 3: Paper 4",
                        "Trending · Mon 23 Nov · 3 of 3: Paper 3");
        assertThat(bench.lastError(GENERAL)).isEmpty();
        assertThat(bench.refusals.of(SampleSubscriptions.daily(GENERAL).id())).isEmpty();
    }

    @Test
    void whoeverIsToBeToldMayBeOutOfReach() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(1, NINE);
        ChatException refused = new ChatException(ChatException.Kind.REFUSED, "Missing Access", null);
        bench.discord.failAfter(0, refused);
        ChatSurface deaf = new PassingSurface(bench.discord) {
            @Override
            public void tell(UserRef person, Content.Notice notice, ChannelRef about) {
                throw refused;
            }
        };
        try (DigestJob job = bench.job(List.of(deaf))) {
            job.tick(NINE);
        }
        assertThat(bench.lastError(GENERAL)).isPresent();
    }

    @Test
    void aMessageThatThePlatformDoesNotTakeIsLeftOut() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(5, NINE);
        bench.discord.failOnce(new ChatException(ChatException.Kind.MALFORMED, "Invalid Form Body", null));

        bench.tick(NINE);
        bench.tick(NINE.plusSeconds(60));

        assertThat(headings())
                .containsExactly("Trending · Mon 23 Nov · 2 of 3: Paper 4", "Trending · Mon 23 Nov · 3 of 3: Paper 3");
    }

    @Test
    void anEditionThatTheNextOneOvertakesIsGivenUp() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(5, NINE);
        bench.discord.failAfter(1, new ChatException(ChatException.Kind.UNAVAILABLE, "gateway is down", null));
        bench.tick(NINE);
        bench.discord.recover();

        bench.tick(NINE.plus(DAY));

        assertThat(headings())
                .containsExactly(
                        "Trending · Mon 23 Nov · 1 of 3: Paper 5",
                        "Trending · Tue 24 Nov · 1 of 3: Paper 4",
                        "Trending · Tue 24 Nov · 2 of 3: Paper 3",
                        "Trending · Tue 24 Nov · 3 of 3: Paper 2");
    }

    @Test
    void pausingStopsAnEditionThatIsHeldUp() {
        Subscription schedule = SampleSubscriptions.daily(GENERAL);
        bench.subscribe(schedule);
        bench.listed(5, NINE);
        bench.discord.failAfter(1, new ChatException(ChatException.Kind.UNAVAILABLE, "gateway is down", null));
        bench.tick(NINE);
        bench.discord.recover();
        bench.subscriptions.save(schedule.withActive(false), NINE.plus(DAY));

        bench.tick(NINE.plusSeconds(60));

        assertThat(headings()).hasSize(1);
    }

    @Test
    void aPlatformThatIsAbsentWaits() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.subscribe(SampleSubscriptions.daily(PAPERS));
        bench.listed(1, NINE);
        try (DigestJob discordOnly = bench.job(List.of(bench.discord))) {
            discordOnly.tick(NINE);
        }
        assertThat(bench.slack.contents()).isEmpty();

        bench.tick(NINE.plusSeconds(3_600));
        assertThat(bench.slack.contents()).hasSize(1);
        assertThat(bench.discord.contents()).hasSize(1);
    }

    @Test
    void twoTicksAtOncePostOnce() throws InterruptedException {
        for (int channel = 0; channel < 20; channel++) {
            bench.subscribe(SampleSubscriptions.daily(new ChannelRef(Platform.DISCORD, "900", "c" + channel)));
        }
        bench.listed(5, NINE);

        List<Thread> ticks = Stream.generate(() -> Thread.ofVirtual().start(() -> bench.tick(NINE)))
                .limit(8)
                .toList();
        for (Thread tick : ticks) {
            tick.join();
        }

        assertThat(bench.discord.contents()).hasSize(60);
    }

    @Test
    void aSlowChannelHoldsUpNobody() {
        CountDownLatch release = new CountDownLatch(1);
        ChannelRef slow = new ChannelRef(Platform.SLACK, "T1", "slow");
        ChatSurface surface = new PassingSurface(bench.slack) {
            @Override
            public MessageRef post(ChannelRef channel, Content content, String deliveryKey) {
                if (channel.equals(slow)) {
                    DigestBench.waitFor(release);
                }
                return super.post(channel, content, deliveryKey);
            }
        };
        bench.subscribe(SampleSubscriptions.daily(slow));
        bench.subscribe(SampleSubscriptions.daily(PAPERS));
        bench.listed(1, NINE);
        try (DigestJob job = bench.job(List.of(surface))) {
            Thread tick = Thread.ofVirtual().start(() -> job.tick(NINE));
            await().until(() -> bench.slack.contents().size() == 1);
            release.countDown();
            await().until(() -> !tick.isAlive());
        }
        assertThat(bench.slack.contents()).hasSize(2);
    }

    @Test
    void unexpectedTroubleOfOneChannelReachesTheCallerAfterTheOthersWereServed() {
        bench.slack.failAfter(0, new IllegalStateException("meant by the test"));
        bench.subscribe(SampleSubscriptions.daily(PAPERS));
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(1, NINE);
        try (DigestJob job = bench.job(List.of(bench.slack, bench.discord))) {
            assertThatThrownBy(() -> job.tick(NINE)).hasRootCauseMessage("meant by the test");
            job.tick(NINE.plusSeconds(59));
            assertThatThrownBy(() -> job.tick(NINE.plusSeconds(60))).hasRootCauseMessage("meant by the test");
        }
        assertThat(headings()).hasSize(1);
    }

    @Test
    void aPostWhoseNoteFailedIsNotPostedAgain() {
        AtomicBoolean full = new AtomicBoolean(true);
        Editions onFullDisk = (Editions) Proxy.newProxyInstance(
                Editions.class.getClassLoader(), new Class<?>[] {Editions.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("sent") && full.get()) {
                        throw new IllegalStateException("the disk is full");
                    }
                    return method.invoke(bench.editions, arguments);
                });
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(5, NINE);
        try (DigestJob job = bench.job(onFullDisk)) {
            for (int second = 0; second < 600; second += 60) {
                Instant now = NINE.plusSeconds(second);
                assertThatThrownBy(() -> job.tick(now)).hasRootCauseMessage("the disk is full");
                job.tick(now.plusSeconds(2));
            }
            assertThat(headings()).containsExactly("Trending · Mon 23 Nov · 1 of 3: Paper 5");

            full.set(false);
            job.tick(NINE.plusSeconds(600));
        }
        assertThat(headings()).hasSize(3).doesNotHaveDuplicates();
        assertThat(bench.posted.at(new MessageRef(GENERAL, "1"))).containsExactly(DigestBench.id(5));
    }

    private static ChatException lost() {
        return new ChatException(ChatException.Kind.UNKNOWN, "the answer got lost", null);
    }

    @Test
    void whatMayHaveArrivedIsAskedForAndStands() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(4, NINE);
        bench.discord.loseAnswerAfter(0, lost());

        bench.tick(NINE);
        bench.tick(NINE.plusSeconds(29));
        assertThat(bench.discord.questions()).isZero();
        bench.tick(NINE.plusSeconds(30));

        assertThat(headings())
                .containsExactly(
                        "Trending · Mon 23 Nov · 1 of 3: Paper 4",
                        "Trending · Mon 23 Nov · 2 of 3: Paper 3",
                        "Trending · Mon 23 Nov · 3 of 3: Paper 2");
        assertThat(bench.discord.questions()).isEqualTo(1);
        assertThat(bench.posted.at(new MessageRef(GENERAL, "1"))).containsExactly(DigestBench.id(4));
        assertThat(bench.lastError(GENERAL)).isEmpty();
    }

    @Test
    void whatMayHaveArrivedIsAskedForAndSentIfItStandsNowhere() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(2, NINE);
        bench.discord.failOnce(lost());

        bench.tick(NINE);
        bench.tick(NINE.plusSeconds(30));

        assertThat(headings())
                .containsExactly("Trending · Mon 23 Nov · 1 of 2: Paper 2", "Trending · Mon 23 Nov · 2 of 2: Paper 1");
        assertThat(bench.discord.attempts()).isEqualTo(3);
    }

    @Test
    void whatMayHaveArrivedIsNeverSentAgainWhereNobodyCanLook() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(4, NINE);
        bench.discord.failOnce(lost());
        bench.discord.answerWith(key -> Optional.of(new Whereabouts.CannotTell("you let me read")));

        bench.tick(NINE);
        bench.tick(NINE.plusSeconds(60));
        assertThat(bench.lastError(GENERAL).orElseThrow())
                .contains("may be missing")
                .endsWith("if you let me read.");
        bench.tick(NINE.plus(DAY));

        assertThat(headings())
                .containsExactly(
                        "Trending · Mon 23 Nov · 2 of 3: Paper 3",
                        "Trending · Mon 23 Nov · 3 of 3: Paper 2",
                        "Trending · Tue 24 Nov: Paper 1");
        assertThat(bench.discord.attempts()).isEqualTo(4);
        assertThat(bench.lastError(GENERAL)).isEmpty();
    }

    private static ChatException down() {
        return new ChatException(ChatException.Kind.UNAVAILABLE, "gateway is down", null);
    }

    @Test
    void whileThePlatformDoesNotAnswerNothingIsSent() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(1, NINE);
        bench.discord.loseAnswerAfter(0, lost());
        bench.tick(NINE);
        bench.discord.answerWith(key -> {
            throw down();
        });

        bench.tick(NINE.plusSeconds(30));
        bench.tick(NINE.plusSeconds(90));
        assertThat(bench.discord.attempts()).isEqualTo(1);
        bench.discord.answerWith(key -> Optional.empty());
        bench.tick(NINE.plusSeconds(210));

        assertThat(headings()).hasSize(1);
        assertThat(bench.lastError(GENERAL)).isEmpty();
    }

    @Test
    void whatMayHaveArrivedIsNotBroughtAgainByTheEditionThatOvertakes() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(2, NINE);
        bench.discord.loseAnswerAfter(0, lost());
        bench.tick(NINE);

        bench.tick(NINE.plus(DAY));

        assertThat(headings())
                .containsExactly("Trending · Mon 23 Nov · 1 of 2: Paper 2", "Trending · Tue 24 Nov: Paper 1");
        MessageRef overtaken = new MessageRef(GENERAL, "1");
        assertThat(bench.posted.at(overtaken)).containsExactly(DigestBench.id(2));
        assertThat(bench.discord.read()).containsExactly(overtaken);
    }

    @Test
    void whatMayHaveArrivedCountsAsPostedWhereNobodyCanLook() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(2, NINE);
        bench.discord.loseAnswerAfter(0, lost());
        bench.tick(NINE);
        bench.discord.answerWith(key -> {
            throw down();
        });

        bench.tick(NINE.plus(DAY));

        assertThat(headings())
                .containsExactly("Trending · Mon 23 Nov · 1 of 2: Paper 2", "Trending · Tue 24 Nov: Paper 1");
    }

    @Test
    void theWriterIsPure() {
        bench.listed(2, NINE);
        Edition edition = Edition.planned(
                "s1",
                GENERAL,
                EditionsContract.MONDAY,
                List.of(
                        new Edition.Item.OnePaper(DigestBench.id(1), "why"),
                        new Edition.Item.OnePaper(DigestBench.id(99), "unknown")),
                NINE);

        List<Content> written =
                new DigestWriter(DigestBench.BUTTONS).write(edition, bench.index.findAll(List.of(DigestBench.id(1))));

        assertThat(written)
                .extracting(DigestJobTest::heading)
                .containsExactly("Trending · Mon 23 Nov · 1 of 2: Paper 1");
        assertThat(Optional.of(edition.deliveryKey(edition.parts().getFirst()))).contains("s1@2026-11-23#1");
    }

    @Test
    void aPlatformThatTakesItsTimeTakesNoneOfTheOthers() throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(1);
        PassingSurface slow = new PassingSurface(bench.slack) {
            @Override
            public MessageRef post(ChannelRef channel, Content content, String deliveryKey) {
                DigestBench.waitFor(answers);
                return super.post(channel, content, deliveryKey);
            }
        };
        for (int channel = 0; channel < 100; channel++) {
            bench.subscribe(SampleSubscriptions.daily(new ChannelRef(Platform.SLACK, "T1", "C" + channel)));
        }
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(1, NINE);
        try (DigestJob job = bench.job(List.of(bench.discord, slow))) {
            Thread ticking = Thread.ofVirtual().start(() -> job.tick(NINE));
            await().untilAsserted(() -> assertThat(bench.discord.contents()).hasSize(1));
            assertThat(bench.slack.contents()).isEmpty();
            answers.countDown();
            ticking.join();
        }
        assertThat(bench.slack.contents()).hasSize(100);
    }
}
