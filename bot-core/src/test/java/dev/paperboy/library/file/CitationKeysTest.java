package dev.paperboy.library.file;

import static dev.paperboy.paper.SamplePapers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.library.SavedEntry;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.SamplePapers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CitationKeysTest {

    private static final Instant FIRST = Instant.parse("2026-11-23T12:00:00Z");

    private static ListedPaper listed(Paper paper, int second) {
        return new ListedPaper(SavedEntry.of(paper.id(), FIRST.plusSeconds(second)), paper);
    }

    @Test
    void aKeyIsFirstAuthorYearAndFirstWordThatSaysSomething() {
        assertThat(keyOf(SamplePapers.ATTENTION)).isEqualTo("vaswani2017attention");
        assertThat(keyOf(paper("2401.00001", "On the Örtlichkeit", "", "2024-01-01", 0, "cs.CL", "Zoë van Łę")))
                .isEqualTo("vanle2024ortlichkeit");
        assertThat(keyOf(paper("2401.00001", "Technical Report", "", "2024-01-01", 0, "cs.CL", "Gemini Team")))
                .isEqualTo("gemini2024technical");
    }

    @Test
    void aPaperWithoutLatinLettersIsKnownByItsId() {
        assertThat(keyOf(SamplePapers.CHINESE)).isEqualTo("paper260300003");
    }

    private static String keyOf(Paper paper) {
        return CitationKeys.of(List.of(listed(paper, 0))).getOrDefault(paper.id(), "none");
    }

    @Test
    void whatIsSavedLaterLeavesEarlierKeysAlone() {
        List<ListedPaper> list = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i ->
                        listed(paper("2401.%05d".formatted(i), "Same title", "", "2024-01-01", 0, "cs.CL", "Jo Li"), i))
                .toList());
        Map<PaperId, String> keys = CitationKeys.of(list);
        assertThat(keys.values()).doesNotHaveDuplicates().contains("li2024same", "li2024sameb", "li2024samez");
        Map<PaperId, String> before = CitationKeys.of(list.subList(0, 59).reversed());
        assertThat(keys.entrySet()).containsAll(before.entrySet());
    }
}
