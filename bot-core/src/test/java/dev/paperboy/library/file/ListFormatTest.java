package dev.paperboy.library.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.library.ReadingState;
import dev.paperboy.library.Remark;
import dev.paperboy.library.SavedEntry;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.SamplePapers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of file, for one paper with all that a reader can add; independent programs read them elsewhere. */
class ListFormatTest {

    private static final List<ListedPaper> LIST = List.of(new ListedPaper(
            new SavedEntry(
                    SamplePapers.BERT4REC.id(),
                    Instant.parse("2026-11-23T12:00:00Z"),
                    ReadingState.READING,
                    Remark.of("#recsys #seq compare with 50% SASRec")),
            SamplePapers.BERT4REC));

    @Test
    void bibtex() {
        assertThat(ListFormat.BIBTEX.write(LIST)).isEqualToIgnoringNewLines("""
                @misc{sun2019bert4rec,
                	title = {{BERT4Rec:} Sequential Recommendation with Bidirectional Encoder Representations from Transformer},
                	author = {Sun, Fei and Liu, Jun},
                	year = {2019},
                	eprint = {1904.06690},
                	archiveprefix = {arXiv},
                	primaryclass = {cs.IR},
                	doi = {10.1145/3357384.3357895},
                	url = {https://arxiv.org/abs/1904.06690},
                	keywords = {recsys, seq},
                	annote = {compare with 50\\% SASRec},
                	readstatus = {reading},
                	timestamp = {2026-11-23T12:00:00Z}
                }
                """);
    }

    @Test
    void ris() {
        assertThat(ListFormat.RIS.write(LIST)).isEqualTo("""
                TY  - UNPB
                TI  - BERT4Rec: Sequential Recommendation with Bidirectional Encoder Representations from Transformer
                AU  - Sun, Fei
                AU  - Liu, Jun
                PY  - 2019
                DA  - 2019/04/14
                PB  - arXiv
                AN  - arXiv:1904.06690
                DO  - 10.1145/3357384.3357895
                UR  - https://arxiv.org/abs/1904.06690
                KW  - recsys
                KW  - seq
                N1  - compare with 50% SASRec
                ER  -\\s

                """.replace("\\s", " ").replace("\n", "\r\n"));
    }

    @Test
    void cslJson() {
        assertThat(ListFormat.CSL_JSON.write(LIST))
                .contains(
                        "\"id\" : \"sun2019bert4rec\"", "\"family\" : \"Sun\"", "\"date-parts\" : [ [ 2019, 4, 14 ] ]")
                .contains("\"keyword\" : \"recsys, seq\"");
    }

    @Test
    void csv() {
        assertThat(ListFormat.CSV.write(LIST)).isEqualTo("""
                id,title,authors,published,categories,doi,url,state,tags,note,saved_at
                1904.06690,BERT4Rec: Sequential Recommendation with Bidirectional Encoder Representations from Transformer,\
                Fei Sun; Jun Liu,2019-04-14,cs.IR cs.LG,10.1145/3357384.3357895,https://arxiv.org/abs/1904.06690,\
                reading,recsys seq,compare with 50% SASRec,2026-11-23T12:00:00Z
                """.replace("\n", "\r\n"));
    }

    @Test
    void aCellThatASpreadsheetWouldRunIsMarkedAsText() {
        Paper formula = Paper.of(SamplePapers.BARE.id(), "=HYPERLINK(\"http://evil\")");
        String csv =
                ListFormat.CSV.write(List.of(new ListedPaper(SavedEntry.of(formula.id(), Instant.EPOCH), formula)));
        assertThat(csv).contains("title:s4,\"'=HYPERLINK(\"\"http://evil\"\")\"");
    }

    @Test
    void markdown() {
        assertThat(ListFormat.MARKDOWN.write(LIST)).isEqualTo("""
                # Reading list

                ## Reading

                - [BERT4Rec: Sequential Recommendation with Bidirectional Encoder Representations from Transformer]\
                (https://arxiv.org/abs/1904.06690) · Fei Sun, Jun Liu · 2019 · #recsys #seq compare with 50% SASRec
                """);
    }
}
