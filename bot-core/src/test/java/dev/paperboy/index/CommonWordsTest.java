package dev.paperboy.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.junit.jupiter.api.Test;

class CommonWordsTest {

    /** Or the query would call words searchable that the index never kept. */
    @Test
    void theyAreExactlyThoseThatTheIndexLeavesOut() {
        assertThat(CommonWords.all()).hasSize(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.size());
        assertThat(CommonWords.all()).allMatch(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET::contains);
    }
}
