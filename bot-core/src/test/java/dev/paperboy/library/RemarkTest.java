package dev.paperboy.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemarkTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nil",
            value = {
                "#recsys compare   with SASRec #Seq-2 | recsys,seq-2 | compare with SASRec",
                "see issue # 4 and C# and #- | '' | see issue # 4 and C# and #-",
                "#日本 #zoë. #ok | ok,日本 | #zoë.",
                "a#b | '' | a#b",
                "'' | '' | ''",
            })
    void tagsAreTheWordsBehindAHash(String text, String tags, String note) {
        Remark remark = Remark.of(text);

        assertThat(String.join(",", remark.tags())).isEqualTo(tags);
        assertThat(remark.note()).isEqualTo(note);
        assertThat(Remark.of(remark.text())).isEqualTo(remark);
    }

    @Test
    void whatIsTooLongToKeepIsReadAllTheSame() {
        assertThat(Remark.of("x".repeat(Remark.LONGEST_NOTE)).fits()).isTrue();
        assertThat(Remark.of("x".repeat(Remark.LONGEST_NOTE + 1)).fits()).isFalse();
        assertThat(Remark.of("#a #b #c #d #e #f #g #h #i #j").fits()).isTrue();
        assertThat(Remark.of("#a #b #c #d #e #f #g #h #i #j #k").fits()).isFalse();
        assertThat(Remark.of("#" + "x".repeat(41)).tags()).isEmpty();
    }
}
