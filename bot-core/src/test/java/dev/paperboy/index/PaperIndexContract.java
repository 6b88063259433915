package dev.paperboy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import dev.paperboy.chat.Excerpt;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import dev.paperboy.paper.SamplePapers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every paper index does. */
public interface PaperIndexContract {

    Instant NOW = Instant.parse("2026-05-20T12:00:00Z");
    PaperId UNKNOWN = new PaperId("2001.99999");

    /** An empty index; whoever makes it closes it after the test. */
    PaperIndex index();

    /** The sample papers in an index. */
    private PaperIndex filled() {
        PaperIndex index = index();
        index.add(SamplePapers.all());
        return index;
    }

    @Test
    default void whatWasAddedIsFoundAtOnceAndWhole() {
        PaperIndex index = index();
        assertThat(index.add(SamplePapers.all()))
                .isEqualTo(new Added(SamplePapers.all().size(), 0));
        assertThat(index.size()).isEqualTo(SamplePapers.all().size());
        for (Paper paper : SamplePapers.all()) {
            assertThat(index.find(paper.id())).contains(paper);
        }
        assertThat(index.find(UNKNOWN)).isEmpty();
    }

    @Test
    default void aKnownPaperIsBroughtUpToDate() {
        PaperIndex index = filled();
        Paper listed =
                Paper.of(SamplePapers.ATTENTION.id(), "Attention, renamed").withPopularity(new Popularity(999, 1, 2));
        Paper other = Paper.of(UNKNOWN, "New here");

        assertThat(index.add(List.of(listed, other, other))).isEqualTo(new Added(1, 2));

        assertThat(index.find(listed.id())).contains(SamplePapers.ATTENTION.updatedBy(listed));
        assertThat(index.size()).isEqualTo(SamplePapers.all().size() + 1);
        assertThat(ids(index, "renamed")).containsExactly(listed.id());
        assertThat(ids(index, "title:need")).doesNotContain(listed.id());
    }

    @Test
    default void manyPapersComeInBatches() {
        PaperIndex index = index();
        List<Added> acknowledged = new ArrayList<>();
        List<Paper> many = IntStream.range(0, 9_001)
                .mapToObj(i -> Paper.of(new PaperId("2001.%05d".formatted(i % 9_000)), "Paper number " + i))
                .toList();
        assertThat(index.addAll(many.iterator(), acknowledged::add)).isEqualTo(new Added(9_000, 1));
        assertThat(acknowledged).endsWith(new Added(9_000, 1));
        assertThat(index.find(new PaperId("2001.00000")).orElseThrow().title()).isEqualTo("Paper number 9000");
        assertThat(index.addAll(List.<Paper>of().iterator(), acknowledged::add)).isEqualTo(Added.NONE);
    }

    @Test
    default void aPaperIsFoundByItsDoi() {
        PaperIndex index = filled();
        PaperId doi = PaperId.doi("10.1145/3357384.3357895").orElseThrow();
        assertThat(index.find(doi)).contains(SamplePapers.BERT4REC);
        assertThat(ids(index, "https://doi.org/10.1145/3357384.3357895")).containsExactly(SamplePapers.BERT4REC.id());
        assertThat(index.findAll(List.of(UNKNOWN, SamplePapers.EMOJI.id(), doi)).keySet())
                .containsExactly(SamplePapers.EMOJI.id(), doi);
    }

    @Test
    default void aPaperKnownByItsDoiAndItsArxivIdIsOnePaper() {
        PaperIndex index = index();
        PaperId doi = PaperId.doi("10.1145/1").orElseThrow();
        Paper byDoi = Paper.of(doi, "Known by its DOI").withPopularity(new Popularity(7, 0, 0));
        Paper onArxiv = withDoi(Paper.of(UNKNOWN, "Known by its id"), "10.1145/1");

        assertThat(index.add(List.of(byDoi))).isEqualTo(new Added(1, 0));
        assertThat(index.add(List.of(onArxiv)))
                .as("the arXiv paper takes it in")
                .isEqualTo(new Added(0, 1));
        assertThat(index.add(List.of(byDoi))).as("and stays the one").isEqualTo(new Added(0, 1));

        assertThat(index.size()).isEqualTo(1);
        assertThat(index.find(doi))
                .isEqualTo(index.find(UNKNOWN))
                .map(Paper::id)
                .contains(UNKNOWN);
        assertThat(index.find(doi).orElseThrow().popularity().upvotes()).isEqualTo(7);
        assertThat(ids(index, "known")).containsExactly(UNKNOWN);
    }

    @Test
    default void aBatchMayHoldAPaperByBothIds() {
        PaperIndex index = index();
        Paper byDoi = Paper.of(PaperId.doi("10.1145/1").orElseThrow(), "Known by its DOI");
        Paper onArxiv = withDoi(Paper.of(UNKNOWN, "Known by its id"), "10.1145/1");

        assertThat(index.add(List.of(byDoi, onArxiv, byDoi))).isEqualTo(new Added(1, 2));

        assertThat(index.size()).isEqualTo(1);
        assertThat(index.find(byDoi.id()).map(Paper::id)).contains(UNKNOWN);
    }

    @Test
    default void countsAreReplacedAndNothingElse() {
        PaperIndex index = filled();
        Popularity counts = new Popularity(5_000, 3, 0);
        assertThat(index.updatePopularity(Map.of(SamplePapers.BERT4REC.id(), counts, UNKNOWN, counts)))
                .isEqualTo(1);
        assertThat(index.find(SamplePapers.BERT4REC.id())).contains(SamplePapers.BERT4REC.withPopularity(counts));
        assertThat(ids(index, "cs.IR cs.CL sort:top")).first().isEqualTo(SamplePapers.BERT4REC.id());
        assertThat(index.find(UNKNOWN)).isEmpty();
    }

    @Test
    default void papersAreEmbeddedNewestFirst() {
        PaperIndex index = filled();
        int size = SamplePapers.all().size();
        assertThat(index.embedded()).isZero();
        List<Paper> waiting = index.unembedded(size + 1);
        assertThat(waiting)
                .hasSize(size)
                .isSortedAccordingTo(
                        Comparator.comparing((Paper paper) -> paper.published().orElse(Instant.MIN))
                                .reversed());
        assertThat(index.unembedded(2)).containsExactlyElementsOf(waiting.subList(0, 2));
        long before = index.generation();

        assertThat(index.embed(vectors(waiting.subList(0, 2)))).isEqualTo(2);

        assertThat(index.embedded()).isEqualTo(2);
        assertThat(index.unembedded(size)).containsExactlyElementsOf(waiting.subList(2, size));
        assertThat(index.generation()).isNotEqualTo(before);
    }

    @Test
    default void aVectorStaysAsLongAsItsText() {
        PaperIndex index = filled();
        int size = SamplePapers.all().size();
        index.embed(vectors(SamplePapers.all()));
        assertThat(index.embedded()).isEqualTo(size);

        index.updatePopularity(Map.of(SamplePapers.BERT4REC.id(), new Popularity(7_000, 1, 1)));
        index.add(SamplePapers.all());
        assertThat(index.embedded()).isEqualTo(size);

        Paper renamed = Paper.of(SamplePapers.BERT4REC.id(), "Another title");
        index.add(List.of(renamed));
        assertThat(index.embedded()).isEqualTo(size - 1);
        assertThat(index.unembedded(size)).extracting(Paper::id).containsExactly(renamed.id());
        assertThat(index.embed(vectors(List.of(SamplePapers.BERT4REC))))
                .as("a vector of a text that has changed since")
                .isZero();
        assertThat(index.embed(vectors(List.of(Paper.of(UNKNOWN, "Nobody knows")))))
                .isZero();
    }

    @Test
    default void whatWasWrittenTodayNeedsNoRenewal() {
        PaperIndex index = filled();
        long before = index.generation();
        assertThat(index.outdated()).isZero();
        assertThat(index.renew(10)).isZero();
        assertThat(index.generation()).isEqualTo(before);
    }

    private static Map<Paper, float[]> vectors(List<Paper> papers) {
        try (Embedder embedder = new WordEmbedder()) {
            return papers.stream()
                    .collect(Collectors.toMap(
                            paper -> paper, paper -> embedder.passage(PaperIndex.embeddedText(paper))));
        }
    }

    @Test
    default void theGenerationChangesWithTheContentAndOnlyThen() {
        PaperIndex index = filled();
        long before = index.generation();
        search(index, "diffusion");
        index.add(List.of());
        index.updatePopularity(Map.of(UNKNOWN, Popularity.NONE));
        index.add(SamplePapers.all());
        index.updatePopularity(Map.of(SamplePapers.EMOJI.id(), SamplePapers.EMOJI.popularity()));
        assertThat(index.generation()).isEqualTo(before);
        index.add(List.of(Paper.of(UNKNOWN, "New diffusion here")));
        assertThat(index.generation()).isNotEqualTo(before);
        assertThat(ids(index, "diffusion")).contains(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attention transformer | 1706.03762",
                "bert4rec | 1904.06690",
                "BERT4Rec: Sequential | 1904.06690",
                "diffusion -images | 2205.14217",
                "\"diffusion model\" -language | 2006.11239",
                "diffusion cs.CV | 2006.11239",
                "diffusion cat:CS.* -cs.CV | 2205.14217",
                "cat:hep-th | hep-th/9901001",
                "author:vaswani | 1706.03762",
                "author:\"Percy Liang\" | 2205.14217",
                "author:\"Liang Percy\" | 2205.14217",
                "author:garcia-pena | hep-th/9901001",
                "author:\"García Peña\" | hep-th/9901001",
                "author:muller | hep-th/9901001",
                "kaiser | 1706.03762",
                "author:kaiser year:2017 | 1706.03762",
                "author:lukasiewicz | 2603.00005",
                "title:(probabilistic denoising) | 2006.11239",
                "title:\"text generation\" | 2205.14217",
                "branes year:1999 | hep-th/9901001",
                "diffusion year:..2021 | 2006.11239",
                "diffusion since:2022-05 until:2022-06 | 2205.14217",
                "has:code | 1904.06690",
                "(branes OR bindings) cs.SE | 2603.00005",
                "https://arxiv.org/abs/hep-th/9901001v2 | hep-th/9901001",
                "扩散模型 | 2603.00003",
                "cs.CL 李明 | 2603.00003",
                "النماذج cs.CL | 2603.00004",
                "🤗 | 2603.00005",
                "GPT-4o | 2603.00005",
                "Erdos | 2602.00002",
                "schrodinger OR \\mathcal | 2602.00002",
                "s4 | title:s4",
                "bert-4-rec | 1904.06690",
                "bert-4-rec sort:new | 1904.06690",
                "gpt4o | 2603.00005",
                "diffusionlm | 2205.14217",
                "C++ | 2603.00005",
                "c# sort:new | 2603.00005",
                "l1 | 2602.00002",
                "l1-regularised | 2602.00002",
                "tranformer bindings | 2603.00005",
                "difusion imaegs | 2006.11239",
                "vaswanni attention | 1706.03762",
                "author:vaswanni | 1706.03762",
                "title:\"probabilistc models\" | 2006.11239",
                "\"text genration\" | 2205.14217",
                "jonathan abeel | 2006.11239",
                "everyone spoiler | 2601.00001",
            })
    default void theRightPaperComesFirst(String text, String id) {
        assertThat(ids(filled(), text)).first().isEqualTo(new PaperId(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zyzzyva",
                "\"language diffusion\"",
                "diffusion year:1970",
                "author:hinton",
                "title:gradients",
                "author:\"Vaswani Shazeer\"",
                "diffusion cs.SE",
                "2001.99999",
                "has:project",
                "",
                "the of",
                "???",
                "-",
                "$",
                "\u0301",
                "$ -diffusion",
                "\"\""
            })
    default void whatIsNotThereIsNotFound(String text) {
        SearchPage page = search(filled(), text);
        assertThat(page.hits()).isEmpty();
        assertThat(page.total()).isZero();
        assertThat(page.hasMore()).isFalse();
    }

    @Test
    default void someOfTheWordsAreEnoughButMoreAreBetter() {
        List<PaperId> found = ids(filled(), "diffusion images of unicorns");
        assertThat(found).startsWith(SamplePapers.DIFFUSION_VISION.id()).contains(SamplePapers.DIFFUSION_LM.id());
    }

    @Test
    default void whatWasMeantByAnUnknownWordIsSaid() {
        SearchPage page = search(filled(), "Difusion images");
        assertThat(page.query().text()).isEqualTo("Difusion images");
        assertThat(page.query().question()).isEqualTo("diffusion images");
        assertThat(page.query().notes())
                .containsExactly(new QueryNote(QueryNote.Kind.CORRECTED, "Difusion", "diffusion"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"diffusion", "models", "bert4rec", "bert-4-rec", "GPT-4o", "Łukasz", "zyzzyva", "-difusion cs.CV"
            })
    default void whatIsKnownOrLikeNothingIsNotCorrected(String text) {
        assertThat(search(filled(), text).query().notes()).isEmpty();
    }

    @Test
    default void aRareWordThatMayBeASlipIsSearchedAsBoth() {
        PaperIndex index = filled();
        index.add(List.of(
                Paper.of(new PaperId("2605.00001"), "Grahp, a tool for choirs"),
                Paper.of(new PaperId("2605.00002"), "Graph colouring"),
                Paper.of(new PaperId("2605.00003"), "Graph drawing")));
        SearchPage page = search(index, "grahp colouring");
        assertThat(page.hits())
                .first()
                .extracting(hit -> hit.paper().id().value())
                .isEqualTo("2605.00002");
        assertThat(page.query().notes()).containsExactly(new QueryNote(QueryNote.Kind.ALSO_SEARCHED, "grahp", "graph"));
        SearchPage alone = search(index, "grahp choirs");
        assertThat(alone.hits())
                .first()
                .extracting(hit -> hit.paper().id().value())
                .isEqualTo("2605.00001");
        assertThat(alone.query().notes()).isEmpty();
        assertThat(search(index, "grahp").query().notes())
                .containsExactly(new QueryNote(QueryNote.Kind.DID_YOU_MEAN, "grahp", "graph"));
    }

    @Test
    default void onlyExclusionsFindAllTheRest() {
        PaperIndex index = filled();
        assertThat(ids(index, "-diffusion -cs.CL"))
                .hasSizeGreaterThan(4)
                .doesNotContain(SamplePapers.DIFFUSION_VISION.id(), SamplePapers.ATTENTION.id());
    }

    @Test
    default void hitsCanBeOrderedByDateOrUpvotes() {
        PaperIndex index = filled();
        assertThat(ids(index, "diffusion sort:new"))
                .containsExactly(SamplePapers.DIFFUSION_LM.id(), SamplePapers.DIFFUSION_VISION.id());
        assertThat(ids(index, "diffusion sort:top"))
                .containsExactly(SamplePapers.DIFFUSION_VISION.id(), SamplePapers.DIFFUSION_LM.id());
        assertThat(ids(index, "diffusion language models sort:new")).doesNotContain(SamplePapers.DIFFUSION_VISION.id());
    }

    @Test
    default void filtersAloneListTheNewest() {
        PaperIndex index = filled();
        assertThat(days(index, "cs.CL")).hasSize(4).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(days(index, "-diffusion")).hasSizeGreaterThan(4).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(days(index, "sort:new"))
                .hasSize(SamplePapers.all().size())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(search(index, "sort:top").hits())
                .hasSize(SamplePapers.all().size())
                .extracting(hit -> hit.paper().popularity().upvotes())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static List<Instant> days(PaperIndex index, String text) {
        return search(index, text).hits().stream()
                .map(hit -> hit.paper().published().orElse(Instant.MIN))
                .toList();
    }

    @Test
    default void pagesFollowEachOther() {
        PaperIndex index = filled();
        PaperQuery query = parser().parse("cs.CL").withLimit(2);
        SearchPage first = index.search(query);
        SearchPage second = index.search(query.withOffset(2));
        assertThat(first.total()).isEqualTo(4);
        assertThat(first.hasMore()).isTrue();
        assertThat(second.hasMore()).isFalse();
        assertThat(second.hits()).extracting(Hit::rank).containsExactly(3, 4);
        assertThat(List.of(first, second))
                .flatMap(page -> page.hits().stream().map(Hit::paper).toList())
                .doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(index.search(query.withOffset(10)).hits()).isEmpty();
        assertThat(first.query()).isEqualTo(query);
    }

    @Test
    default void noQueryFails() {
        PaperIndex index = filled();
        List<String> bad = List.of(
                "\"unbalanced",
                "(((",
                "a ".repeat(2_000),
                "word ".repeat(800),
                "x".repeat(4_000),
                IntStream.range(0, 1_500).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")),
                "a1 OR ".repeat(1_000),
                "*",
                "\u0000\u0007",
                "مراجعة \u202E",
                "$\\frac{1}{2}$",
                "author:",
                "author:\"\"",
                "title:the",
                "author:the",
                "the OR of",
                "OR OR OR",
                "a1 -the",
                "\ud83d",
                "a1\ud83db1 author:\udc00x",
                "למידה \u202e עמוקה",
                "\u200d\u200b",
                "author:author:x",
                "sort:new",
                "* *",
                "~!@#$%^&*()_+");
        for (String text : bad) {
            assertThatCode(() -> search(index, text)).as(text).doesNotThrowAnyException();
            assertThatCode(() -> index.matching(parser().parse(text), Set.of(UNKNOWN)))
                    .as(text)
                    .doesNotThrowAnyException();
            assertThatCode(() -> index.suggest(text, 5)).as(text).doesNotThrowAnyException();
            assertThatCode(() -> index.excerpt(parser().parse(text), SamplePapers.ENORMOUS))
                    .as(text)
                    .doesNotThrowAnyException();
        }
    }

    /** The marked pieces stand in brackets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diffusion models | Continuous [diffusion] over word vectors lets simple gradients steer a language [model].",
                "vector GRADIENT | Continuous diffusion over word [vectors] lets simple [gradients] steer a language model.",
                "\"diffusion over word\" -vectors year:2022 | Continuous [diffusion over word] vectors lets simple gradients steer a language model.",
                "words OR (simple vectors) | Continuous diffusion over [word vectors] lets [simple] gradients steer a language model.",
                "abstract:(word simple) title:language | Continuous diffusion over [word] vectors lets [simple] gradients steer a language model.",
                "abstract:\"word vectors\" cs.CL | Continuous diffusion over [word vectors] lets simple gradients steer a language model.",
                "a language | Continuous diffusion over word vectors lets simple gradients steer a [language] model.",
            })
    default void anExcerptMarksWhatIsSought(String text, String marked) {
        assertThat(marked(text, SamplePapers.DIFFUSION_LM)).contains(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zyzzyva",
                "-diffusion",
                "title:controllable",
                "author:li",
                "cs.CL",
                "year:2022",
                "2205.14217",
                "\"diffusion word\"",
                "the of",
                "",
                "???"
            })
    default void withoutAnythingToMarkThereIsNoExcerpt(String text) {
        assertThat(marked(text, SamplePapers.DIFFUSION_LM)).isEmpty();
        assertThat(marked("diffusion", Paper.of(UNKNOWN, "Diffusion"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alpha | The [$\\alpha$]-divergence bounds \\emph{GPT-4}.",
                "alpha divergence | The [$\\alpha$-divergence] bounds \\emph{GPT-4}.",
                "GPT-4 emph | The $\\alpha$-divergence bounds [\\emph]{[GPT-4]}.",
            })
    default void aMarkNeverSplitsTex(String text, String marked) {
        Paper paper = Paper.of(UNKNOWN, "Bounds").withAbstract("The $\\alpha$-divergence bounds \\emph{GPT-4}.");
        assertThat(marked(text, paper)).contains(marked);
    }

    @Test
    default void aSentenceOfOurOwnServesWhereThereIsNoAbstract() {
        Paper paper = new Paper(
                UNKNOWN,
                "Bounds",
                "",
                "We sum it up with a diffusion.",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                1,
                Links.NONE,
                Popularity.NONE,
                false);
        assertThat(marked("diffusion", paper)).contains("We sum it up with a [diffusion].");
    }

    @Test
    default void marksStandInAnyScript() {
        assertThat(marked("扩散模型", SamplePapers.CHINESE)).contains("本文综述[扩散模型]在语言建模中的应用。");
        assertThat(marked("النماذج", SamplePapers.RIGHT_TO_LEFT)).contains("نستعرض [النماذج] اللغوية الكبيرة.");
    }

    @Test
    default void anExcerptIsThePassageThatHoldsTheMost() {
        String filler = "Nothing that anybody looked for stands in this rather long sentence, which goes on for a while"
                + " so that no passage of a sensible length has room for it beside another one.";
        Paper paper = Paper.of(UNKNOWN, "Long")
                .withAbstract("Models are old. " + filler + " " + filler + " A diffusion model steers language here. "
                        + filler + " " + filler);

        assertThat(marked("diffusion language models", paper))
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("… A [diffusion model] steers [language] here. Nothing")
                        .endsWith("…")
                        .hasSizeLessThanOrEqualTo(PaperIndex.EXCERPT + 4));
        assertThat(marked("old", paper))
                .hasValueSatisfying(text ->
                        assertThat(text).startsWith("Models are [old]. Nothing").endsWith("…"));
    }

    @Test
    default void aSentenceThatIsTooLongIsCutAroundItsMarks() {
        Paper paper = Paper.of(UNKNOWN, "Long").withAbstract("on and ".repeat(80) + "diffusion" + " and on".repeat(80));

        assertThat(marked("diffusion", paper))
                .hasValueSatisfying(text -> assertThat(text)
                        .matches("… (on|and) .* \\[diffusion\\] .* (on|and)…")
                        .hasSizeBetween(200, PaperIndex.EXCERPT + 2));
    }

    @Test
    default void anExcerptIsTheAbstractToTheLetter() {
        PaperIndex index = index();
        for (Paper paper : SamplePapers.all()) {
            PaperQuery query = parser().parse(paper.abstractText().replaceAll("[^\\p{L}]+", " "));
            index.excerpt(query, paper).ifPresent(excerpt -> {
                String bare = excerpt.text().replaceAll("^… |…$", "");
                assertThat(paper.abstractText()).contains(bare);
                assertThat(excerpt.text()).hasSizeLessThanOrEqualTo(PaperIndex.EXCERPT);
                assertThat(excerpt.pieces()).anyMatch(Excerpt.Piece::marked);
            });
        }
    }

    private Optional<String> marked(String text, Paper paper) {
        return index().excerpt(parser().parse(text), paper)
                .map(excerpt -> excerpt.pieces().stream()
                        .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                        .collect(Collectors.joining()));
    }

    @Test
    default void similarPapersShareWords() {
        PaperIndex index = filled();
        List<Likeness> similar = index.similar(SamplePapers.DIFFUSION_VISION.id(), 3);
        assertThat(similar).first().satisfies(likeness -> {
            assertThat(likeness.hit().paper()).isEqualTo(SamplePapers.DIFFUSION_LM);
            assertThat(likeness.hit().rank()).isEqualTo(1);
            assertThat(likeness.shared()).anySatisfy(word -> assertThat(word).isEqualToIgnoringCase("diffusion"));
        });
        assertThat(similar)
                .extracting(likeness -> likeness.hit().paper())
                .doesNotContain(SamplePapers.DIFFUSION_VISION);
        assertThat(index.similar(UNKNOWN, 3)).isEmpty();
        for (Paper paper : SamplePapers.all()) {
            assertThat(index.similar(paper.id(), 2)).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    default void whatResemblesLikedPapersIsRecommendedAndSaysWhy() {
        PaperIndex index = filled();

        List<Recommendation> best = recommended(index, List.of(SamplePapers.DIFFUSION_VISION), List.of(), "", Set.of());

        assertThat(best.getFirst().hit().paper()).isEqualTo(SamplePapers.DIFFUSION_LM);
        assertThat(best.getFirst().because()).isEqualTo(SamplePapers.DIFFUSION_VISION);
        assertThat(best.getFirst().shared()).anySatisfy(word -> assertThat(word).isEqualToIgnoringCase("diffusion"));
        assertThat(best).extracting(each -> each.hit().rank()).isEqualTo(upTo(best.size()));
        assertThat(best)
                .extracting(each -> each.hit().paper())
                .doesNotHaveDuplicates()
                .doesNotContain(SamplePapers.DIFFUSION_VISION);
        assertThat(recommended(index, List.of(SamplePapers.DIFFUSION_VISION), List.of(), "", Set.of()))
                .isEqualTo(best);
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    default void whoLikesSeveralThingsGetsSomethingOfEach() {
        PaperIndex index = index();
        Paper cats = Paper.of(new PaperId("2605.00001"), "Purring of cats");
        Paper stars = Paper.of(new PaperId("2605.00002"), "Spectra of dwarf stars");
        Paper moreCats = Paper.of(new PaperId("2605.00003"), "Purring cats at night");
        Paper moreStars = Paper.of(new PaperId("2605.00004"), "Dwarf stars and their dust");
        Paper neither = Paper.of(new PaperId("2605.00005"), "Soil chemistry");
        index.add(List.of(cats, stars, moreCats, moreStars, neither));

        List<Recommendation> best = recommended(index, List.of(cats, stars), List.of(), "", Set.of());

        assertThat(best)
                .filteredOn(each -> !each.shared().isEmpty())
                .extracting(each -> each.hit().paper(), Recommendation::because)
                .containsExactlyInAnyOrder(tuple(moreCats, cats), tuple(moreStars, stars));
    }

    @Test
    default void whatResemblesADislikedPaperComesLater() {
        PaperIndex index = index();
        Paper liked = Paper.of(new PaperId("2605.00001"), "Graph networks for molecules and for traffic");
        Paper disliked = Paper.of(new PaperId("2605.00002"), "Traffic jams and their forecast");
        Paper traffic = Paper.of(new PaperId("2605.00003"), "Graph networks for traffic jams and their forecast");
        Paper molecules = Paper.of(new PaperId("2605.00004"), "Graph networks for molecules");
        index.add(List.of(liked, disliked, traffic, molecules));

        assertThat(recommended(index, List.of(liked), List.of(disliked), "", Set.of()))
                .extracting(each -> each.hit().paper())
                .doesNotContain(liked, disliked)
                .first()
                .isEqualTo(molecules);
    }

    @Test
    default void recommendationsKeepToAQueryAndLeaveOutWhatIsKnown() {
        PaperIndex index = filled();
        List<Paper> likes = List.of(SamplePapers.ATTENTION, SamplePapers.DIFFUSION_VISION);

        assertThat(recommended(index, likes, List.of(), "cat:cs.IR", Set.of()))
                .extracting(each -> each.hit().paper())
                .containsExactly(SamplePapers.BERT4REC);
        assertThat(recommended(index, likes, List.of(), "cat:cs.IR", Set.of(SamplePapers.BERT4REC.id())))
                .isEmpty();
        PaperId doi = SamplePapers.BERT4REC.links().doi().flatMap(PaperId::doi).orElseThrow();
        assertThat(recommended(index, likes, List.of(), "cat:cs.IR", Set.of(doi)))
                .as("left out by another id")
                .isEmpty();
    }

    @Test
    default void aTasteOfNothingKnownGetsNothing() {
        PaperIndex index = filled();

        assertThat(index.recommend(new Taste(List.of(), List.of()), parser().parse(""), Set.of(), 9))
                .isEmpty();
        assertThat(index.recommend(new Taste(List.of(UNKNOWN), List.of()), parser().parse(""), Set.of(), 9))
                .isEmpty();
        assertThat(index.recommend(
                        new Taste(List.of(UNKNOWN, SamplePapers.ATTENTION.id()), List.of(UNKNOWN)),
                        parser().parse(""),
                        Set.of(),
                        2))
                .hasSizeBetween(1, 2);
        for (Paper paper : SamplePapers.all()) {
            assertThat(recommended(index, List.of(paper), SamplePapers.all(), "", Set.of()))
                    .isEmpty();
        }
    }

    private static List<Recommendation> recommended(
            PaperIndex index, List<Paper> likes, List<Paper> dislikes, String within, Set<PaperId> without) {
        Taste taste = new Taste(
                likes.stream().map(Paper::id).toList(),
                dislikes.stream().map(Paper::id).toList());
        return index.recommend(taste, parser().parse(within), without, 9);
    }

    @Test
    default void aTopicSelectsStrictlyAmongASet() {
        PaperIndex index = filled();
        Set<PaperId> among = Set.of(
                SamplePapers.DIFFUSION_LM.id(),
                SamplePapers.DIFFUSION_VISION.id(),
                SamplePapers.ATTENTION.id(),
                UNKNOWN);
        assertThat(matching(index, "diffusion language model", among)).containsExactly(SamplePapers.DIFFUSION_LM.id());
        assertThat(matching(index, "diffusion models", among))
                .containsExactlyInAnyOrder(SamplePapers.DIFFUSION_LM.id(), SamplePapers.DIFFUSION_VISION.id());
        assertThat(matching(index, "cs.CL -diffusion", among)).containsExactly(SamplePapers.ATTENTION.id());
        assertThat(matching(index, "-diffusion", among)).containsExactly(SamplePapers.ATTENTION.id());
        assertThat(matching(index, "cs.CV cs.CL", among)).hasSize(3);
        assertThat(matching(index, "", among)).hasSize(3);
        assertThat(matching(index, "branes", among)).isEmpty();
        assertThat(matching(index, "diffusion", Set.of())).isEmpty();
    }

    @Test
    default void aTopicThatHoldsNoWordSelectsNothing() {
        PaperIndex index = filled();
        Set<PaperId> all = all();
        assertThat(matching(index, "$", all)).isEmpty();
        assertThat(matching(index, "-diffusion", all)).isNotEmpty();
        assertThat(matching(index, "", all)).isEqualTo(all);
    }

    @Test
    default void allThatFitsStrictlyIsCountedAndTheMostNoticedComeFirst() {
        PaperIndex index = filled();
        SearchPage fitting = index.fitting(parser().parse("cs.CL").withLimit(2));
        assertThat(fitting.total())
                .isEqualTo(index.matching(fitting.query(), all()).size());
        assertThat(fitting.totalExact()).isTrue();
        assertThat(fitting.hits())
                .extracting(hit -> hit.paper().id())
                .containsExactly(SamplePapers.ATTENTION.id(), SamplePapers.DIFFUSION_LM.id());
        assertThat(index.fitting(parser().parse("diffusion language model")).hits())
                .extracting(hit -> hit.paper().id())
                .containsExactly(SamplePapers.DIFFUSION_LM.id());
        assertThat(index.fitting(parser().parse("$")).total()).isZero();
        assertThat(index.fitting(parser().parse("")).total()).isEqualTo(index.size());
        assertThat(index.fitting(parser().parse("").withOffset(1_000)).hits()).isEmpty();
    }

    private static Set<PaperId> all() {
        return SamplePapers.all().stream().map(Paper::id).collect(Collectors.toSet());
    }

    @Test
    default void typingIsCompleted() {
        PaperIndex index = filled();
        assertThat(labels(index, "atten")).containsExactly("Attention Is All You Need");
        assertThat(labels(index, "all you ne")).containsExactly("Attention Is All You Need");
        assertThat(index.suggest("percy", 5))
                .containsExactly(new Suggestion(Suggestion.Kind.AUTHOR, "Percy Liang", "author:\"Percy Liang\""));
        assertThat(labels(index, "mulle")).containsExactly("Ana Müller");
        assertThat(labels(index, "very very")).singleElement().asString().hasSizeLessThanOrEqualTo(100);
        assertThat(labels(index, "")).isEmpty();
        assertThat(labels(index, "zyzzyva")).isEmpty();
        assertThat(index.suggest("d", 1)).hasSize(1);
        for (Suggestion line : index.suggest("a", 25)) {
            assertThat(search(index, line.query()).hits()).as(line.query()).isNotEmpty();
        }
    }

    private static Paper withDoi(Paper paper, String doi) {
        return new Paper(
                paper.id(),
                paper.title(),
                paper.abstractText(),
                paper.summary(),
                paper.authors(),
                paper.categories(),
                paper.published(),
                paper.updated(),
                paper.version(),
                new Links(Optional.empty(), Optional.empty(), Optional.of(doi)),
                paper.popularity(),
                paper.withdrawn());
    }

    private static List<String> labels(PaperIndex index, String typed) {
        return index.suggest(typed, 10).stream().map(Suggestion::label).toList();
    }

    private static Set<PaperId> matching(PaperIndex index, String topic, Set<PaperId> among) {
        return index.matching(parser().parse(topic), among);
    }

    private static List<PaperId> ids(PaperIndex index, String text) {
        return search(index, text).hits().stream().map(hit -> hit.paper().id()).toList();
    }

    private static SearchPage search(PaperIndex index, String text) {
        return index.search(parser().parse(text).withLimit(100));
    }

    private static QueryParser parser() {
        return new QueryParser(InstantSource.fixed(NOW));
    }
}
