package dev.paperboy.digest;

import static dev.paperboy.subscription.SampleSubscriptions.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.subscription.Manners.CatchUp;
import dev.paperboy.subscription.SampleSubscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a channel gets after a time without posts, and what it can see of its next post. */
@Timeout(60)
class CatchUpTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final DigestBench bench = new DigestBench(NINE);

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> titles() {
        return titles(bench.discord.contents());
    }

    private static List<String> titles(List<? extends Content> contents) {
        return contents.stream()
                .map(content -> content instanceof PaperCard card ? card.paper().title() : "no paper")
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"LATE, 3", "MERGE, 9", "SKIP, 0"})
    void afterThreeDaysAwayAChannelGetsWhatItChose(CatchUp how, int papers) {
        bench.subscribe(DigestBench.catchingUp(SampleSubscriptions.daily(GENERAL), how));
        bench.tick(NINE);
        int before = titles().size();
        bench.listed(20, NINE.plus(DAY.multipliedBy(3)));

        Instant back = NINE.plus(DAY.multipliedBy(3)).plus(Duration.ofHours(2));
        bench.tick(back);
        bench.tick(back.plusSeconds(60));

        assertThat(titles()).hasSize(before + papers);

        bench.tick(NINE.plus(DAY.multipliedBy(4)));
        assertThat(titles())
                .hasSize(before + papers + 3)
                .filteredOn(title -> title.startsWith("Paper"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aFewMinutesLateIsOnTime(CatchUp how) {
        bench.subscribe(DigestBench.catchingUp(SampleSubscriptions.daily(GENERAL), how));
        bench.listed(9, NINE);

        bench.tick(NINE.plus(Duration.ofMinutes(59)));

        assertThat(titles()).hasSize(3);
    }

    @Test
    void papersThatMustSettleWaitUntilTheyHave() {
        bench.subscribe(DigestBench.settling(SampleSubscriptions.daily(GENERAL), Duration.ofHours(24)));
        bench.listed(1, NINE);

        bench.tick(NINE);
        assertThat(bench.discord.contents())
                .singleElement()
                .isInstanceOfSatisfying(
                        Content.Notice.class,
                        notice -> assertThat(notice.text())
                                .isEqualTo("No papers today: none that trends has been known for 24 hours yet."));

        bench.tick(NINE.plus(DAY));
        assertThat(titles()).containsExactly("no paper", "Paper 1");
    }

    @Test
    void aPreviewIsTheNextPost() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));
        bench.listed(5, NINE);
        bench.tick(NINE);

        Content preview = bench.preview(GENERAL, NINE.plusSeconds(60));
        bench.tick(NINE.plus(DAY));

        assertThat(preview).isInstanceOfSatisfying(Content.PaperList.class, list -> {
            assertThat(list.heading()).isEqualTo("Next post here, Tue 24 Nov 09:00");
            assertThat(titles(list.cards()))
                    .containsExactly("Paper 2", "Paper 1")
                    .isEqualTo(titles().subList(3, 5));
        });
    }

    @Test
    void aPreviewOfAQuietDaySaysWhy() {
        bench.subscribe(SampleSubscriptions.daily(GENERAL));

        assertThat(bench.preview(GENERAL, NINE))
                .isInstanceOfSatisfying(
                        Content.Notice.class,
                        notice -> assertThat(notice.text()).contains("Tue 24 Nov 09:00", "No papers today"));
    }
}
