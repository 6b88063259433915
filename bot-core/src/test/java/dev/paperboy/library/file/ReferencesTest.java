package dev.paperboy.library.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.command.Attachment;
import dev.paperboy.library.ReadingState;
import dev.paperboy.paper.PaperId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of other programs. */
class ReferencesTest {

    private static final PaperId PAPER = new PaperId("1904.06690");

    private static References read(String name, String text) {
        return ListFormat.read(new Attachment(name, text)).orElseThrow();
    }

    private static Reference only(String name, String text) {
        assertThat(read(name, text).all()).hasSize(1);
        return read(name, text).all().getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@misc{k, eprint = {1904.06690}, archiveprefix = {arXiv}}",
                "@article{DBLP:journals/corr/abs-1904-06690, volume = {abs/1904.06690}, eprint = {1904.06690v2}}",
                "@article{sun2019, journal = {arXiv preprint arXiv:1904.06690}, year = 2019, month = apr}",
                "@online{k, url = {https://arxiv.org/abs/1904.06690v2}}",
                "@misc{k, howpublished = \"\\url{https://arxiv.org/pdf/1904.06690}\"}",
                "@misc{k, doi = {10.48550/arXiv.1904.06690}}",
                "@misc{k, note = {arXiv:1904.06690 [cs]}}",
                "\n% a comment\n@string{j = {arXiv}}\n@MISC(k, number = {arXiv:1904.06690})"
            })
    void aPaperIsKnownByWhateverNamesIt(String bibtex) {
        if (bibtex.contains("@MISC(")) {
            // The library reads no entries in round brackets; it says so rather than to leave them out.
            assertThat(read("x.bib", bibtex).unreadable()).containsExactly("k");
            return;
        }
        assertThat(only("x.bib", bibtex).ids()).first().isEqualTo(PAPER);
    }

    @Test
    void aBrokenEntrySpoilsNoOther() {
        References read = read("x.bib", """
                @misc{one, eprint = {1904.06690}}
                @misc{broken, title = {no end
                @misc{two, title = {Two}, author = {Ann Lee}, keywords = {Deep  Learning; a - b, ,x},
                  readstatus = {read}, timestamp = {2024.3.5}, annote = {50\\% of
                     it}, month = nov # { 3}}
                """);

        assertThat(read.unreadable()).containsExactly("broken");
        assertThat(read.all()).extracting(Reference::name).containsExactly("1904.06690", "Two");
        Reference two = read.all().getLast();
        assertThat(two.remark().text()).isEqualTo("#a-b #deep-learning #x 50% of it");
        assertThat(two.state()).isEqualTo(ReadingState.READ);
        assertThat(two.savedAt()).contains(Instant.parse("2024-03-05T00:00:00Z"));
        assertThat(two.authors()).isEqualTo("Ann Lee");
    }

    @Test
    void aFileThatIsMadeToKeepUsBusyIsReadAtOnce() {
        StringBuilder doubling = new StringBuilder("@string{a0 = {xxxxxxxxxx}}\n");
        for (int number = 1; number < 60; number++) {
            doubling.append("@string{a%d = a%d # a%d}\n".formatted(number, number - 1, number - 1));
        }
        assertThat(only("x.bib", doubling + "@misc{k, title = a59, eprint = {1904.06690}}")
                        .ids())
                .containsExactly(PAPER);
        for (String hostile : List.of(
                "@misc{k, month = jan" + " # jan".repeat(100_000) + "}",
                "@misc{k, title = {" + "{".repeat(300_000) + "}".repeat(300_000) + "}}")) {
            assertThat(read("x.bib", hostile).unreadable()).containsExactly("k");
        }
        String busy = "@misc{k%d, title = {\\'" + " ".repeat(50_000) + "}, note = {arXiv " + "10.1234/(".repeat(9_000)
                + "}, keywords = {" + ",".repeat(9_000) + "}}\n";
        String file = IntStream.range(0, 10).mapToObj(busy::formatted).collect(Collectors.joining());
        assertThat(read("x.bib", file).all()).hasSize(10);
        assertThat(read("x.bib", "@a{b,}\n".repeat(20_000)).all()).hasSize(References.MOST + 1);
        assertThat(read("x.csv", "id\n" + "1\n".repeat(20_000)).all()).hasSize(References.MOST + 1);
    }

    @Test
    void aTableOfAnyProgramIsRead() {
        Reference zotero = only("x.csv", """
                "Key","Author","Title","DOI","Url","Date Added","Manual Tags","Extra"
                "AB12","Sun, Fei; Liu, Jun","BERT4Rec, ""again\""","10.1145/3357384.3357895",,\
                "2024-05-01 10:00:00","recsys; Deep Learning","arXiv:1904.06690 [cs]"
                """);
        assertThat(zotero.ids()).containsExactly(new PaperId("doi:10.1145/3357384.3357895"), PAPER);
        assertThat(zotero.title()).isEqualTo("BERT4Rec, \"again\"");
        assertThat(zotero.remark().text()).isEqualTo("#deep-learning #recsys");
        assertThat(zotero.savedAt()).contains(Instant.parse("2024-05-01T00:00:00Z"));

        assertThat(only("x.csv", "\uFEFFTitel;arXiv\r\nEgal;1904.06690\r\n".substring(1))
                        .ids())
                .containsExactly(PAPER);
        assertThat(only("x.tsv", "id\ttitle\n1904.06690\tA, B\n").title()).isEqualTo("A, B");
        assertThat(only("x.txt", "url\nhttps://arxiv.org/abs/1904.06690\n").ids())
                .containsExactly(PAPER);
    }

    @Test
    void whatIsNeitherIsSaidToBe() {
        for (String text : List.of("", "\n", "hello", "a,b\n1,2", "%PDF-1.7\u0000\u0001", "\"", "a@b.c {x}")) {
            assertThat(ListFormat.read(new Attachment("x.csv", text))).as(text).isEmpty();
            assertThat(ListFormat.read(new Attachment("x.bib", text))).as(text).isEmpty();
        }
    }

    @Test
    void theEncodingOfWindowsIsReadToo() {
        byte[] windows = "title\nErd\u00f6s".getBytes(StandardCharsets.ISO_8859_1);
        byte[] marked = "\uFEFFtitle\nErdős".getBytes(StandardCharsets.UTF_8);

        assertThat(ListFormat.read(Attachment.of("x.csv", windows))
                        .orElseThrow()
                        .all()
                        .getFirst()
                        .title())
                .isEqualTo("Erdös");
        assertThat(ListFormat.read(Attachment.of("x.csv", marked))
                        .orElseThrow()
                        .all()
                        .getFirst()
                        .title())
                .isEqualTo("Erdős");
    }
}
