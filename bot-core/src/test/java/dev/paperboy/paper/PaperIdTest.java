package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperIdTest {

    @ParameterizedTest
    @CsvSource({
        "2404.01234, 2404.01234",
        "2404.01234v3, 2404.01234",
        "arXiv:2404.01234v2, 2404.01234",
        "https://arxiv.org/abs/2404.01234, 2404.01234",
        "http://arxiv.org/abs/2404.01234v12, 2404.01234",
        "https://www.arxiv.org/abs/2404.01234/, 2404.01234",
        "https://export.arxiv.org/pdf/2404.01234v1.pdf, 2404.01234",
        "arxiv.org/pdf/2404.01234, 2404.01234",
        "https://arxiv.org/html/2404.01234v1#S2, 2404.01234",
        "https://arxiv.org/abs/2404.01234?context=cs.CL, 2404.01234",
        "https://huggingface.co/papers/2404.01234, 2404.01234",
        "https://hf.co/papers/2404.01234, 2404.01234",
        "https://www.alphaxiv.org/abs/2404.01234, 2404.01234",
        "https://doi.org/10.48550/arXiv.2404.01234, 2404.01234",
        "10.48550/arxiv.2404.01234, 2404.01234",
        "doi:10.48550/arXiv.hep-th/9901001, hep-th/9901001",
        "oai:arXiv.org:2508.13426v1, 2508.13426",
        "0704.0001, 0704.0001",
        "hep-th/9901001, hep-th/9901001",
        "hep-th/9901001v2, hep-th/9901001",
        "math.GT/0309136, math/0309136",
        "https://arxiv.org/abs/quant-ph/0201082v1, quant-ph/0201082",
        "cond-mat.mtrl-sci/0101001, cond-mat/0101001",
        "https://doi.org/10.1145/3292500.3330701, doi:10.1145/3292500.3330701",
        "10.1038/S41586-021-03819-2, doi:10.1038/s41586-021-03819-2",
        "title:a-survey-of-s4, title:a-survey-of-s4",
        "arXiv: 1706.03762, 1706.03762",
        "2404.01234v2., 2404.01234",
        "https://ar5iv.org/abs/2404.01234, 2404.01234",
        "https://ar5iv.labs.arxiv.org/html/hep-th/9901001, hep-th/9901001",
        "https://doi.org/10.1145/x?ref=y, doi:10.1145/x",
        "https://www.doi.org/10.1145/x#top, doi:10.1145/x",
        "doi.org/10.1145/x, doi:10.1145/x",
        "https://doi.org/10.1145%2F3292500.3330701, doi:10.1145/3292500.3330701",
        "10.1145%2F3292500.3330701, doi:10.1145/3292500.3330701",
        "https://doi.org/10.48550%2FarXiv.2404.01234, 2404.01234",
        "doi: 10.1145/x, doi:10.1145/x",
        "10.1145/a?b, doi:10.1145/a?b",
        "10.1016/0022-1236(82)90036-3, doi:10.1016/0022-1236(82)90036-3",
        "10.1016/0022-1236(82), doi:10.1016/0022-1236(82)",
        "10.1145/x)., doi:10.1145/x",
    })
    void everyRouteLeadsToOneId(String written, String id) {
        assertThat(PaperId.parse(written)).contains(new PaperId(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "abc",
                "2413.01234",
                "2400.01234",
                "2404.123",
                "2404.123456",
                "1234567",
                "3.14159",
                "see 2404.01234",
                "12404.01234",
                "v2404.01234x",
                "10.1145",
                "https://example.org/2404",
                "title:",
                "arXiv: two words",
                "2404.arXiv:01234",
                "https://doi.org/10.1145/two%20words",
            })
    void anythingElseIsNoId(String written) {
        assertThat(PaperId.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.48550/arXiv.2404.0123456",
                "https://doi.org/10.48550/arXiv.2404.01234v0",
                "10.48550/arXiv.foo",
                "10.48550/arXiv.10.48550/arXiv.foo",
                "doi:10.48550/arXiv.",
            })
    void anArxivDoiWithoutAnArxivIdIsNoId(String written) {
        assertThat(PaperId.parse(written)).isEmpty();
        assertThat(PaperId.mention(written)).isEmpty();
    }

    @Test
    void anIdIsFoundInsideAText() {
        assertThat(PaperId.mention("have you read (https://arxiv.org/abs/2404.01234v2)? it is great"))
                .contains(new PaperId.Mention(new PaperId("2404.01234"), Optional.of(2)));
        assertThat(PaperId.mention("compare hep-th/9901001 please"))
                .contains(new PaperId.Mention(new PaperId("hep-th/9901001"), Optional.empty()));
        assertThat(PaperId.mention("*10.48550/arXiv.1706.03762*").map(PaperId.Mention::id))
                .contains(new PaperId("1706.03762"));
        assertThat(PaperId.mention("(see 10.1016/0022-1236(82))").map(PaperId.Mention::id))
                .contains(new PaperId("doi:10.1016/0022-1236(82)"));
        assertThat(PaperId.mention("pi is 3.14159 in 2024")).isEmpty();
    }

    @Test
    void aTitleMakesAnIdOfItsOwn() {
        assertThat(PaperId.ofTitle("Émile's  S4: “A Survey”!").value()).isEqualTo("title:emile-s-s4-a-survey");
        assertThat(PaperId.ofTitle("???").value()).isEqualTo("title:untitled");
        assertThat(PaperId.ofTitle("x" + "𠮷".repeat(1000)).value())
                .hasSizeGreaterThan(150)
                .endsWith("𠮷");
        assertThat(PaperId.ofTitle("x".repeat(1000)).value()).hasSizeLessThanOrEqualTo(PaperId.MAX_LENGTH);
    }

    @Test
    void addressesFollowFromTheId() {
        assertThat(new PaperId("hep-th/9901001").url()).hasToString("https://arxiv.org/abs/hep-th/9901001");
        assertThat(new PaperId("doi:10.1145/1<2").url()).hasToString("https://doi.org/10.1145/1%3C2");
        assertThat(PaperId.ofTitle("Two words").url())
                .hasToString("https://arxiv.org/search/?searchtype=title&query=two+words");
    }

    @Test
    void anAddressLeadsBackToItsId() {
        for (String id :
                new String[] {"2404.01234", "doi:10.1145/3292500.3330701", "doi:10.1002/(sici)1097:8<693>3.0"}) {
            assertThat(PaperId.parse(new PaperId(id).url().toString())).contains(new PaperId(id));
        }
    }

    @Test
    void whatIsKnownToBeADoiIsKeptOnlyIfItCanBe() {
        assertThat(PaperId.doi("10.1145/X.")).contains(new PaperId("doi:10.1145/x"));
        assertThat(PaperId.doi("10.48550/arXiv.2404.01234v3")).contains(new PaperId("2404.01234"));
        assertThat(PaperId.doi("10.1145/two words")).isEmpty();
        assertThat(PaperId.doi("10.1145/" + "x".repeat(200))).isEmpty();
    }

    @Test
    void aTextThatCannotBeCanonicalIsRefused() {
        assertThatThrownBy(() -> new PaperId("two words")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaperId("")).isInstanceOf(IllegalArgumentException.class);
    }
}
