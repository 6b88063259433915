package dev.paperboy.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveredTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-08-17");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final Delivered delivered = new Delivered();

    private static Paper paper(int number) {
        return Paper.of(PaperId.ofTitle("paper " + number), "Paper " + number);
    }

    /** How many papers of a day are known after writing and reading again. */
    private long known(LocalDate day, int from, int to) {
        Delivered read = Delivered.read(delivered.write());
        return IntStream.range(from, to)
                .filter(number -> !read.add(day, paper(number)))
                .count();
    }

    @Test
    void whatWasDeliveredIsKnownAfterReadingAgain() {
        assertThat(delivered.add(MONDAY, paper(1))).isTrue();
        assertThat(delivered.add(MONDAY, paper(1))).isFalse();

        assertThat(known(MONDAY, 0, 3)).isEqualTo(1);
    }

    @Test
    void aDayWithMoreThanFitsKeepsWhatFits() {
        IntStream.range(0, Delivered.MOST + 10).forEach(number -> delivered.add(MONDAY, paper(number)));

        assertThat(known(MONDAY, 0, Delivered.MOST + 10)).isEqualTo(Delivered.MOST);
    }

    @Test
    void theOldestDaysAreForgottenFirst() {
        IntStream.range(0, 10).forEach(number -> delivered.add(MONDAY, paper(number)));
        IntStream.range(0, Delivered.MOST - 4).forEach(number -> delivered.add(TUESDAY, paper(number)));

        assertThat(known(TUESDAY, 0, Delivered.MOST - 4)).isEqualTo(Delivered.MOST - 4);
        assertThat(known(MONDAY, 0, 10)).isEqualTo(4);
    }
}
