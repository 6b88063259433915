package dev.paperboy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.PaperId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every way of handing over a request must keep: what is written is read back. An adapter implements it by
 * sending a request through its platform's form (typed options, flat text, a button's id) and reading it again.
 */
public interface CommandReadingContract {

    /** Hands a request of {@link SampleCommands} over and reads it back. */
    CommandLine.Result readBack(Request request);

    @Test
    default void freeTextComesBackToTheLetter() {
        for (String text : new String[] {
            "diffusion",
            "limit:3 is not an option here",
            "\"unbalanced quote and -exclusion",
            "-- two dashes -- inside",
            "日本語 ∑ 🔖 émigré",
            "@everyone <!channel> `code` *bold* [a](http://b) \\ |",
            "query:x query:y",
        }) {
            expect(Request.of(SampleCommands.SEARCH).with(SampleCommands.QUERY, text));
        }
    }

    @Test
    default void everyKindOfOptionComesBack() {
        expect(Request.of(SampleCommands.SCHEDULE)
                .with(SampleCommands.TIME, LocalTime.of(21, 30))
                .with(SampleCommands.ZONE, ZoneId.of("America/Argentina/Buenos_Aires"))
                .with(SampleCommands.DAYS, Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY))
                .with(SampleCommands.COUNT, 10)
                .with(SampleCommands.TOPIC, "cs.CL \"language models\" -survey"));
        expect(Request.of(SampleCommands.TRENDING)
                .with(SampleCommands.WINDOW, SampleCommands.Window.MONTH)
                .with(SampleCommands.LIMIT, 1));
        expect(Request.of(SampleCommands.PAPER).with(SampleCommands.ID, new PaperId("hep-th/9901001")));
        expect(Request.of(SampleCommands.PAPER).with(SampleCommands.ID, new PaperId("doi:10.1145/3292500.3330701")));
    }

    @Test
    default void noOptionComesBackAsNone() {
        expect(Request.of(SampleCommands.TRENDING));
        expect(Request.of(SampleCommands.HELP));
    }

    private void expect(Request request) {
        assertThat(readBack(request)).isEqualTo(new CommandLine.Understood(request));
    }
}
