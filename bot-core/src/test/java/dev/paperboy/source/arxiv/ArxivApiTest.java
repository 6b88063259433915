package dev.paperboy.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.source.RecordedAnswers;
import dev.paperboy.source.RecordedAnswers.Answer;
import dev.paperboy.source.SourceException;
import dev.paperboy.source.TestClient;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArxivApiTest {

    private static List<Paper> lookUp(Answer answer, String... ids) {
        try (TestClient test = new TestClient(asked -> answer)) {
            return new ArxivApi(test.client(), test.server().uri("/api/query"))
                    .byIds(Stream.of(ids).map(PaperId::new).toList());
        }
    }

    @Test
    void manyIdsAreAskedForTogetherAndComeInTheirOrder() {
        Answer two = Answer.ok("<feed xmlns='http://www.w3.org/2005/Atom'"
                + " xmlns:o='http://a9.com/-/spec/opensearch/1.1/'><o:totalResults>2</o:totalResults>"
                + "<entry><id>http://arxiv.org/abs/math/0309136v2</id><title>Second</title></entry>"
                + "<entry><id>http://arxiv.org/abs/2608.00001v1</id><title>First</title></entry></feed>");
        try (TestClient test = new TestClient(asked -> two)) {
            ArxivApi api = new ArxivApi(test.client(), test.server().uri("/api/query"));

            List<Paper> papers = api.byIds(List.of(
                    new PaperId("2608.00001"),
                    new PaperId("doi:10.1/x"),
                    new PaperId("2608.99999"),
                    new PaperId("math/0309136"),
                    new PaperId("2608.00001")));

            assertThat(papers).extracting(Paper::title).containsExactly("First", "Second");
            assertThat(test.server().asked()).hasSize(1);
            assertThat(test.server().asked().getFirst().query())
                    .containsEntry("id_list", "2608.00001,2608.99999,math/0309136")
                    .containsEntry("start", "0")
                    .containsEntry("max_results", "3");
        }
    }

    @Test
    void idsThatAreNotArxivsAreNotAskedFor() {
        try (TestClient test = new TestClient(asked -> Answer.of(500, ""))) {
            ArxivApi api = new ArxivApi(test.client(), test.server().uri("/api/query"));

            assertThat(api.byIds(List.of(new PaperId("title:a-survey")))).isEmpty();
            assertThat(test.server().asked()).isEmpty();
        }
    }

    @Test
    void anOldPaperKeepsItsSlashAndItsAuthorsWithoutAffiliation() {
        Paper paper = lookUp(RecordedAnswers.recorded("arxiv-api/id_astro-ph_0601001_s0_m100.xml"), "astro-ph/0601001")
                .getFirst();

        assertThat(paper.id()).isEqualTo(new PaperId("astro-ph/0601001"));
        assertThat(paper.version()).isEqualTo(1);
        assertThat(paper.authors()).hasSize(4).contains(new Author("B. Scott Gaudi"));
        assertThat(paper.categories()).containsExactly(new Category("astro-ph"));
        assertThat(paper.published()).contains(Instant.parse("2006-01-02T14:57:58Z"));
    }

    @Test
    void aVersionIsKeptApart() {
        Paper paper = lookUp(RecordedAnswers.recorded("arxiv-api/id_2104.12255v1_s0_m100.xml"), "2104.12255")
                .getFirst();

        assertThat(paper.id()).isEqualTo(new PaperId("2104.12255"));
        assertThat(paper.version()).isEqualTo(1);
        assertThat(lookUp(RecordedAnswers.recorded("arxiv-api/id_quant-ph_0201082v1_s0_m100.xml"), "quant-ph/0201082"))
                .hasSize(1);
    }

    @Test
    void unknownIdsAreDroppedSilently() {
        assertThat(lookUp(RecordedAnswers.recorded("arxiv-api/id_0000.0000_s0_m100.xml"), "0001.0000"))
                .isEmpty();
        assertThat(lookUp(
                        RecordedAnswers.recorded("arxiv-api/id_0808.05394_1707.08567_s0_m100.xml"),
                        "0808.05394",
                        "1707.08567"))
                .extracting(paper -> paper.id().value())
                .containsExactly("1707.08567");
    }

    @Test
    void aMalformedIdIsRefusedWithArxivsOwnWords() {
        Answer recorded = RecordedAnswers.recorded("arxiv-api/id_abc_s0_m100.xml");
        for (int status : new int[] {200, 400}) {
            SourceException trouble = catchThrowableOfType(
                    SourceException.class,
                    () -> lookUp(new Answer(status, recorded.headers(), recorded.body()), "2608.00001"));

            assertThat(trouble.kind()).isEqualTo(SourceException.Kind.REFUSED);
            assertThat(trouble).hasMessage("arXiv says: incorrect id format for abc");
        }
    }

    @Test
    void everyEntryOfALargePageIsRead() {
        Answer recorded = RecordedAnswers.recorded("arxiv-api/q_testing_s0_m100.xml");
        AtomFeed feed = AtomFeed.read(new ByteArrayInputStream(recorded.body()));

        assertThat(feed.total()).isEqualTo(214_881);
        assertThat(feed.papers()).hasSize(100).allSatisfy(paper -> {
            assertThat(paper.authors()).isNotEmpty();
            assertThat(paper.categories()).isNotEmpty();
            assertThat(paper.abstractText()).isNotEmpty();
            assertThat(paper.version()).isPositive();
        });
        assertThat(feed.papers().stream().filter(paper -> paper.links().doi().isPresent()))
                .hasSize(32);
    }

    @Test
    void whatAuthorsSayOfAWithdrawalIsUnderstood() {
        assertThat(Withdrawal.isSaid("This paper has been withdrawn by the author", ""))
                .isTrue();
        assertThat(Withdrawal.isSaid("Withdrawn by the authors due to an error", ""))
                .isTrue();
        assertThat(Withdrawal.isSaid("", "This submission has been withdrawn by arXiv administrators"))
                .isTrue();
        assertThat(Withdrawal.isSaid("Withdrawn from ICLR 2026", "")).isFalse();
        assertThat(Withdrawal.isSaid("The previous version was withdrawn due to an error; this is corrected", ""))
                .isFalse();
        assertThat(Withdrawal.isSaid("An earlier draft of this paper was withdrawn", ""))
                .isFalse();
        assertThat(Withdrawal.isSaid("Unlike earlier work, this paper has been withdrawn", ""))
                .isTrue();
        assertThat(Withdrawal.isSaid("12 pages", "We study troops that were withdrawn."))
                .isFalse();
    }
}
