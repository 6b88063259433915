package dev.paperboy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest implements CommandReadingContract {

    private final CommandLine line = new CommandLine(SampleCommands.CATALOGUE);

    @Override
    public CommandLine.Result readBack(Request request) {
        return line.read(request.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/papers search diffusion language models limit:3",
                "papers search limit:3 diffusion language models",
                "search diffusion limit:3 language models",
                "SEARCH   diffusion language  models  LIMIT:3",
                "/papers search query:diffusion language models limit:3",
            })
    void optionsStandInAnyOrderAndTheRestIsFreeText(String written) {
        Request request = understood(written);

        assertThat(request.spec()).isEqualTo(SampleCommands.SEARCH);
        assertThat(request.arguments().get(SampleCommands.QUERY)).isEqualTo("diffusion language models");
        assertThat(request.arguments().get(SampleCommands.LIMIT)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/papers schedule time:09:00 zone:Europe/Berlin count:5 topic:cs.CL -survey",
                "/papers schedule 09:00 Europe/Berlin 5 cs.CL -survey",
                "/papers schedule 9am europe/berlin count:5 cs.CL -survey",
                "/papers schedule topic:cs.CL -survey count:5 zone:Europe/Berlin time:9",
                "/papers schedule zone:\"Europe/Berlin\" 09:00 5 -- cs.CL -survey",
            })
    void aScheduleIsWrittenByNameOrInOrder(String written) {
        Arguments given = understood(written).arguments();

        assertThat(given.get(SampleCommands.TIME)).isEqualTo(LocalTime.of(9, 0));
        assertThat(given.get(SampleCommands.ZONE)).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(given.get(SampleCommands.COUNT)).isEqualTo(5);
        assertThat(given.get(SampleCommands.TOPIC)).isEqualTo("cs.CL -survey");
    }

    @Test
    void daysAreReadAsPeopleWriteThem() {
        assertThat(understood("schedule 09:00 mon,wed-fri").arguments().get(SampleCommands.DAYS))
                .isEqualTo(Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));
        assertThat(understood("schedule days:sat-mon").arguments().get(SampleCommands.DAYS))
                .isEqualTo(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all agents",
                "everyday objects",
                "we need attention",
                "monitoring agents",
                "sunspots",
                "3d vision",
                "1706.03762",
            })
    void aWordThatMerelyBeginsLikeAnOptionStaysInTheTopic(String topic) {
        Arguments given = understood("schedule 09:00 Europe/Berlin " + topic).arguments();

        assertThat(given.get(SampleCommands.TOPIC)).isEqualTo(topic);
        assertThat(given.find(SampleCommands.DAYS)).isEmpty();
    }

    @Test
    void allDaysAreMeantByThoseWhoSayDays() {
        assertThat(understood("schedule days:all").arguments().get(SampleCommands.DAYS))
                .isEqualTo(Weekdays.DAILY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"top 10 papers", "attention 2024", "monday effect", "50", "mon-fri sleep", "week"})
    void numbersAndDaysInAQueryAreWords(String query) {
        assertThat(understood("search " + query).arguments())
                .isEqualTo(Arguments.none().with(SampleCommands.QUERY, query));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "query:\"a limit:3 b\" | \"a limit:3 b\"",
                "\"a limit:3 b\" | \"a limit:3 b\"",
                "title:\"a  limit:3\" -\"b -- c\" d | title:\"a  limit:3\" -\"b -- c\" d",
                "“a limit:3” b | “a limit:3” b",
                "\"a b | \"a b",
            })
    void whatStandsInQuotesIsAPhraseAndNoOption(String written, String query) {
        assertThat(understood("search " + written).arguments())
                .isEqualTo(Arguments.none().with(SampleCommands.QUERY, query));
        assertThat(understood("search " + written + " limit:3").arguments().find(SampleCommands.LIMIT))
                .contains(3);
    }

    @Test
    void aColonThatNamesNoOptionStaysInTheText() {
        assertThat(understood("search author:hinton \"deep belief\" https://arxiv.org/abs/1706.03762")
                        .arguments()
                        .get(SampleCommands.QUERY))
                .isEqualTo("author:hinton \"deep belief\" https://arxiv.org/abs/1706.03762");
    }

    @Test
    void afterTwoDashesAllIsText() {
        Arguments given = understood("search limit:2 -- limit:9 of what -- is  computable")
                .arguments();

        assertThat(given.get(SampleCommands.LIMIT)).isEqualTo(2);
        assertThat(given.get(SampleCommands.QUERY)).isEqualTo("limit:9 of what -- is  computable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search | needs what to look for",
                "search query: | needs what to look for",
                "search x limit:0 | “0” is no limit",
                "search x limit:11 | “11” is no limit",
                "search x limit:many | “many” is no limit",
                "search x limit:99999999999999999999 | is no limit",
                "schedule time:25 | “25” is no time of day",
                "schedule 25:00 | “25:00” is no time of day",
                "schedule time:noon | “noon” is no time of day",
                "schedule 09:00 Mars/Olympus | “Mars/Olympus” is no time zone",
                "schedule zone:Berlinn | “Berlinn” is no time zone",
                "schedule days:blursday | “blursday” are no weekdays",
                "paper abc | “abc” is no paper",
                "schedule 09:00 Europe/Berlin 50 cs.CL | “50” is no count",
                "schedule 09:00 Europe/Berlin mon-fry cs.CL | “mon-fry” are no weekdays",
                "schedule 09:00 tue,wde cs.CL | “tue,wde” are no weekdays",
                "trending 3000 | “3000” is no limit",
                "serch cats | I know no command “serch”",
                "diffusion models | I know no command “diffusion”",
            })
    void whatCannotBeReadIsAnsweredWithTheReason(String written, String reason) {
        assertThat(misread(written).why()).contains(reason);
        assertThat(misread(written).hint()).isNotBlank();
    }

    @Test
    void aMisspeltCommandAndBareWordsAreOffered() {
        assertThat(misread("serch cats").meant()).first().isEqualTo(understood("search cats"));
        assertThat(misread("serch cats").hint()).contains("Did you mean /papers search?");
        assertThat(misread("diffusion models").meant()).containsExactly(understood("search diffusion models"));
        assertThat(misread("schedule zone:berlin").hint()).isEqualTo("Did you mean Europe/Berlin?");
    }

    @Test
    void aSecondPaperIsToldOfAndTheFirstOffered() {
        Misread misread = misread("paper 1904.06690 1706.03762");

        assertThat(misread.why()).isEqualTo("“1706.03762” is more than /papers paper takes at a time.");
        assertThat(misread.hint()).contains("/papers paper");
        assertThat(misread.meant()).containsExactly(understood("paper 1904.06690"));
        assertThat(misread("paper id:1904.06690 1706.03762").meant()).containsExactly(understood("paper 1904.06690"));
    }

    @Test
    void anEmptyLineAsksForHelp() {
        assertThat(understood("").spec()).isEqualTo(SampleCommands.HELP);
        assertThat(understood("/papers").spec()).isEqualTo(SampleCommands.HELP);
        assertThat(understood("/papers help search").arguments().get(SampleCommands.COMMAND))
                .isEqualTo("search");
    }

    @Test
    void aVeryLongWordIsRefusedBriefly() {
        assertThat(misread("schedule time:" + "9".repeat(4000)).why()).hasSizeLessThan(120);
        assertThat(misread("search -- " + "x".repeat(4001)).why()).contains("4001 characters");
        assertThat(understood("search -- " + "x".repeat(4000)).spec()).isEqualTo(SampleCommands.SEARCH);
    }

    @Test
    void aLineIsTakenApartWithoutReadingItsValues() {
        CommandLine.Written written =
                line.split("/papers schedule 25:00 topic:cs.CL").orElseThrow();

        assertThat(written.options()).containsEntry("time", "25:00").containsEntry("topic", "cs.CL");
        assertThat(line.split("nonsense x")).isEmpty();
    }

    private Request understood(String written) {
        return ((CommandLine.Understood) line.read(written)).request();
    }

    private Misread misread(String written) {
        return ((CommandLine.NotUnderstood) line.read(written)).misread();
    }
}
