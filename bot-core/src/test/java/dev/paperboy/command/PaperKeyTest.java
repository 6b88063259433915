package dev.paperboy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.PaperId;
import org.junit.jupiter.api.Test;

class PaperKeyTest {
    private final Param<PaperId> key = Param.paper("id", "which paper");

    /** Reading takes time that grows with the square of the length; before the first answer there is none to spare. */
    @Test
    void whatIsLongerThanAnyNameOfAPaperIsNotEvenLookedAt() {
        assertThat(key.read("1706.03762" + " ".repeat(100))).isInstanceOf(Reading.Understood.class);
        assertThat(key.read("1706.03762" + " ".repeat(Param.MAX_KEY))).isInstanceOf(Reading.Refused.class);
    }
}
