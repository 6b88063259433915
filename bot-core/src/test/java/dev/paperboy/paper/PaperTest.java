package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaperTest {

    private static final PaperId ID = new PaperId("2404.01234");

    @Test
    void aListWithoutAbstractNeverEmptiesOne() {
        Paper known = Paper.of(ID, "Old title")
                .withAbstract("All of it.")
                .withPublished(Instant.parse("2024-04-02T00:00:00Z"));
        Paper listed = Paper.of(ID, "New\n title")
                .withPopularity(new Popularity(7, 0, 0))
                .withPublished(Instant.parse("2024-04-05T00:00:00Z"));

        Paper now = known.updatedBy(listed);

        assertThat(now.title()).isEqualTo("New title");
        assertThat(now.abstractText()).isEqualTo("All of it.");
        assertThat(now.popularity().upvotes()).isEqualTo(7);
        assertThat(now.published()).contains(Instant.parse("2024-04-02T00:00:00Z"));
    }

    @Test
    void aLaterVersionEndsAWithdrawal() {
        Paper withdrawn = version(2, true);

        assertThat(withdrawn.updatedBy(version(3, false)).withdrawn()).isFalse();
        assertThat(withdrawn.updatedBy(version(2, false)).withdrawn()).isFalse();
        assertThat(version(2, false).updatedBy(version(3, true)).withdrawn()).isTrue();
    }

    @Test
    void anEarlierOrUnknownVersionDoesNotEndAWithdrawal() {
        Paper withdrawn = version(2, true);

        assertThat(withdrawn.updatedBy(version(1, false)).withdrawn()).isTrue();
        assertThat(withdrawn.updatedBy(version(0, false)).withdrawn()).isTrue();
        assertThat(version(2, false).updatedBy(version(0, true)).withdrawn()).isTrue();
    }

    private static Paper version(int number, boolean withdrawn) {
        return new Paper(
                ID,
                "T",
                "",
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                number,
                Links.NONE,
                Popularity.NONE,
                withdrawn);
    }

    @Test
    void theBylineStaysShort() {
        Paper paper = Paper.of(ID, "T");
        assertThat(paper.withAuthors(names("A", "B", "C")).byline()).isEqualTo("A, B, C");
        assertThat(paper.withAuthors(names("A", "B", "C", "D", "E")).byline()).isEqualTo("A, B, C and 2 more");
        assertThat(paper.byline()).isEmpty();
    }

    private static List<Author> names(String... names) {
        return List.of(names).stream().map(Author::new).toList();
    }
}
