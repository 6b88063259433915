package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Suggestion;
import dev.paperboy.index.InMemoryPaperIndex;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.SamplePapers;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperSuggestionsTest {

    private final InMemoryPaperIndex index = new InMemoryPaperIndex();
    private final PaperSuggestions suggestions = new PaperSuggestions(index, new QueryParser(InstantSource.system()));

    @BeforeEach
    void fill() {
        index.add(SamplePapers.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attent",
                "Attention is all y",
                "1706.03762",
                "https://arxiv.org/abs/1706.03762v5",
                "attention vaswani"
            })
    void aTitleBegunItsIdALinkOrWhatItHoldsLeadToAPaper(String typed) {
        assertThat(suggestions.matching(typed))
                .first()
                .isEqualTo(new Suggestion(
                        SamplePapers.ATTENTION.title(),
                        SamplePapers.ATTENTION.id().value()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\"", "zyzzyva", "cs.CV"})
    void whatBeginsNoTitleSuggestsNoCategoryOrPerson(String typed) {
        assertThat(suggestions.matching(typed)).noneMatch(line -> line.value().contains(":"));
    }

    @Test
    void nothingTypedSuggestsNothing() {
        assertThat(suggestions.matching("")).isEmpty();
    }
}
