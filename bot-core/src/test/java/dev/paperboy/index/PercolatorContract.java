package dev.paperboy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.SamplePapers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Percolator} keeps. */
public interface PercolatorContract {

    /** One without queries. */
    Percolator percolator();

    @Test
    default void arrivingPapersFindTheQueriesThatTheyFit() {
        Percolator percolator = percolator();
        register(percolator, "images", "diffusion cs.CV");
        register(percolator, "texts", "diffusion cs.CL");
        register(percolator, "either", "diffusion OR branes");
        register(percolator, "nothing", "zeppelin");
        assertThat(percolate(percolator, SamplePapers.DIFFUSION_VISION, SamplePapers.OLD_STYLE, SamplePapers.ATTENTION))
                .isEqualTo(Map.of(
                        SamplePapers.DIFFUSION_VISION.id(), Set.of("images", "either"),
                        SamplePapers.OLD_STYLE.id(), Set.of("either")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diffusion language model",
                "\"diffusion model\"",
                "\"language model\" -images",
                "-diffusion",
                "author:vaswani",
                "author:\"Percy Liang\" diffusion",
                "author:\"Liang Percy\"",
                "au:lee OR author:ho",
                "cs.CL cat:cs.CV",
                "cat:cs.*",
                "hep-th branes",
                "title:attention",
                "title:\"is all you need\"",
                "abstract:transformer translates",
                "abstract:\"attention layers\"",
                "has:code",
                "-has:code cs.CL",
                "since:2020 until:2022",
                "year:1999",
                "1706.03762",
                "BERT-4-Rec",
                "(diffusion OR attention) (images OR text) -branes",
                "\"of the\"",
                "the",
                "$",
                "",
                "sort:new"
            })
    default void aQueryFitsWhatASearchForItWouldFind(String text) {
        List<Paper> papers = SamplePapers.all();
        Percolator percolator = percolator();
        register(percolator, "key", text);
        Set<PaperId> found = InMemoryPaperIndex.of(papers)
                .matching(parse(text), papers.stream().map(Paper::id).collect(Collectors.toSet()));
        assertThat(percolator.percolate(papers).keySet()).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    default void aQueryOfTheSameKeyTakesThePlaceOfTheFormer() {
        Percolator percolator = percolator();
        register(percolator, "key", "branes");
        register(percolator, "key", "diffusion");
        assertThat(percolate(percolator, SamplePapers.OLD_STYLE, SamplePapers.DIFFUSION_LM))
                .isEqualTo(Map.of(SamplePapers.DIFFUSION_LM.id(), Set.of("key")));
    }

    @Test
    default void whatIsForgottenFitsNothing() {
        Percolator percolator = percolator();
        register(percolator, "gone", "diffusion");
        register(percolator, "kept", "diffusion");
        register(percolator, "gone too", "-branes");
        percolator.forget("gone");
        percolator.forget("gone too");
        percolator.forget("never there");
        assertThat(percolate(percolator, SamplePapers.DIFFUSION_LM))
                .isEqualTo(Map.of(SamplePapers.DIFFUSION_LM.id(), Set.of("kept")));
        percolator.forget("kept");
        assertThat(percolate(percolator, SamplePapers.DIFFUSION_LM)).isEmpty();
    }

    @Test
    default void manyPapersAtOnceAreAsManyOneByOne() {
        Percolator percolator = percolator();
        register(percolator, "odd", "odd");
        register(percolator, "phrase", "\"number 7\"");
        List<Paper> papers = IntStream.range(0, 1_200)
                .mapToObj(i -> Paper.of(
                        new PaperId("2601.%05d".formatted(i)), (i % 2 == 0 ? "even" : "odd") + " number " + i % 10))
                .toList();
        Map<PaperId, Set<String>> fitting = percolator.percolate(papers);
        assertThat(fitting).hasSize(600);
        assertThat(fitting.values().stream().filter(keys -> keys.contains("phrase")))
                .hasSize(120);
    }

    @Test
    default void nobodyAskedAndNobodyCame() {
        assertThat(percolator().percolate(SamplePapers.all())).isEmpty();
        Percolator percolator = percolator();
        register(percolator, "key", "diffusion");
        assertThat(percolator.percolate(List.of())).isEmpty();
    }

    @Test
    default void noQueryIsTooStrange() {
        Percolator percolator = percolator();
        List.of("((((", "\"", "-", "a ".repeat(2_000), "OR OR", "author:", "*a*", "😀", "@everyone <!channel>")
                .forEach(text -> register(percolator, text, text));
        assertThatCode(() -> percolator.percolate(SamplePapers.all())).doesNotThrowAnyException();
    }

    private static Map<PaperId, Set<String>> percolate(Percolator percolator, Paper... papers) {
        return percolator.percolate(List.of(papers));
    }

    private static void register(Percolator percolator, String key, String text) {
        percolator.register(key, parse(text));
    }

    private static PaperQuery parse(String text) {
        return new QueryParser(InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"))).parse(text);
    }
}
