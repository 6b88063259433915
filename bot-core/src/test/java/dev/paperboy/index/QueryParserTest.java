package dev.paperboy.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.index.Clause.AllOf;
import dev.paperboy.index.Clause.AnyOf;
import dev.paperboy.index.Clause.Feature;
import dev.paperboy.index.Clause.Field;
import dev.paperboy.index.Clause.Has;
import dev.paperboy.index.Clause.InCategory;
import dev.paperboy.index.Clause.InField;
import dev.paperboy.index.Clause.Named;
import dev.paperboy.index.Clause.Not;
import dev.paperboy.index.Clause.Phrase;
import dev.paperboy.index.Clause.Published;
import dev.paperboy.index.Clause.Word;
import dev.paperboy.index.PaperQuery.Sense;
import dev.paperboy.index.PaperQuery.Sort;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    private static final PaperId ID = new PaperId("2404.01234");
    private final QueryParser parser = new QueryParser(InstantSource.fixed(Instant.parse("2026-05-20T12:00:00Z")));

    @Test
    void plainWordsJustWork() {
        assertThat(clause("diffusion language models"))
                .isEqualTo(all(word("diffusion"), word("language"), word("models")));
        assertThat(clause("BERT4Rec")).isEqualTo(word("BERT4Rec"));
        assertThat(clause("C++ C# .NET")).isEqualTo(all(word("C++"), word("C#"), word("NET")));
        assertThat(clause("扩散模型 مراجعة 🤗")).isEqualTo(all(word("扩散模型"), word("مراجعة"), word("🤗")));
        assertThat(parser.parse("diffusion models").notes()).isEmpty();
    }

    @Test
    void phrasesAndExclusions() {
        assertThat(clause("\"language models\" -vision -\"large scale\""))
                .isEqualTo(all(new Phrase("language models"), not(word("vision")), not(new Phrase("large scale"))));
        assertThat(clause("“smart quotes” NOT vision")).isEqualTo(all(new Phrase("smart quotes"), not(word("vision"))));
        assertThat(clause("GPT - a survey -- of - it -"))
                .isEqualTo(all(word("GPT"), word("a"), word("survey"), word("of"), word("it")));
        assertThat(clause("state-of-the-art")).isEqualTo(word("state-of-the-art"));
    }

    @Test
    void inAPastedParagraphMarksArePunctuation() {
        PaperQuery prose = parser.parse(
                "The challenges are met by: (1) a \"linguistic filter\" in a broad sense - and"
                        + " not -as before- by rules, which (as is known) cost time; (2) the rest of it in training author:hinton");

        assertThat(prose.clause().written())
                .doesNotContain("\"", "author:1", "-")
                .contains("linguistic filter", "author:hinton");
        assertThat(prose.notes()).isEmpty();
        assertThat(clause("a short \"exact phrase\" -not"))
                .isEqualTo(all(word("a"), word("short"), new Phrase("exact phrase"), not(word("not"))));
    }

    @Test
    void aPhraseCanBeLoosenedIntoItsWords() {
        PaperQuery strict = parser.parse("wings \"exact words\" -tail");
        PaperQuery loose = strict.loosened().orElseThrow();

        assertThat(loose.clause()).isEqualTo(all(word("wings"), word("exact"), word("words"), not(word("tail"))));
        assertThat(loose.notes())
                .extracting(QueryNote::sentence)
                .containsExactly("No paper holds \"exact words\" word for word, so its words were searched.");
        assertThat(loose.loosened()).isEmpty();
        assertThat(parser.parse("wings -\"exact words\"").loosened()).isEmpty();
    }

    @Test
    void whatIsAskedInWordsIsWhatAReaderOfMeaningGets() {
        assertThat(parser.parse("What lifts a wing?").question()).isEqualTo("What lifts a wing?");
        assertThat(parser.parse("wing \"thin air\" title:lift author:ada cs.CL -tail since:7d (drag OR speed)")
                        .question())
                .isEqualTo("wing thin air lift drag speed");
        assertThat(parser.parse("author:ada cs.CL").question()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cs.CL, cs.CL",
        "cs.cl, cs.CL",
        "CS.CL, cs.CL",
        "cat:cs.LG, cs.LG",
        "cat:cs.*, cs",
        "cat:cs, cs",
        "cs.*, cs",
        "hep-th, hep-th",
        "category:Physics.Optics, physics.optics",
        "cond-mat.mtrl-sci, cond-mat.mtrl-sci",
        "q-bio.NC, q-bio.NC"
    })
    void categoriesAreKnownByTheirShape(String written, String code) {
        assertThat(clause(written)).isEqualTo(new InCategory(new Category(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"math", "stat", "cs", "physics", "e.g", "node.js", "word2vec"})
    void wordsAreNoCategories(String word) {
        assertThat(clause(word)).isEqualTo(word(word));
    }

    @Test
    void severalCategoriesMeanAnyOfThem() {
        Clause either = new AnyOf(List.of(category("cs.CL"), category("cs.LG")));
        assertThat(clause("cs.CL agents cs.LG")).isEqualTo(all(either, word("agents")));
        assertThat(clause("cat:cs.CL,cs.LG agents")).isEqualTo(all(either, word("agents")));
        assertThat(clause("cs.CL -cs.LG")).isEqualTo(all(category("cs.CL"), not(category("cs.LG"))));
    }

    @Test
    void fields() {
        assertThat(clause("author:hinton")).isEqualTo(new InField(Field.AUTHOR, "hinton", false));
        assertThat(clause("author: hinton")).isEqualTo(new InField(Field.AUTHOR, "hinton", false));
        assertThat(clause("au:\"Geoffrey Hinton\"")).isEqualTo(new InField(Field.AUTHOR, "Geoffrey Hinton", true));
        assertThat(clause("title:(diffusion models) x"))
                .isEqualTo(all(new InField(Field.TITLE, "diffusion models", false), word("x")));
        assertThat(clause("-title:survey a b"))
                .isEqualTo(all(not(new InField(Field.TITLE, "survey", false)), word("a"), word("b")));
        assertThat(clause("has:code")).isEqualTo(new Has(Feature.CODE));
        assertThat(parser.parse("x sort:new").sort()).isEqualTo(Sort.NEW);
        assertThat(parser.parse("x").sort()).isEqualTo(Sort.BEST);
    }

    @ParameterizedTest
    @CsvSource({
        "year:2024, 2024-01-01, 2024-12-31",
        "year:2024..2026, 2024-01-01, 2026-12-31",
        "year:2024-2026, 2024-01-01, 2026-12-31",
        "year:2024.., 2024-01-01, 9999-12-31",
        "year:..2020, 0001-01-01, 2020-12-31",
        "year:>=2024, 2024-01-01, 9999-12-31",
        "year:<2020, 0001-01-01, 2019-12-31",
        "since:7d, 2026-05-13, 9999-12-31",
        "since:2w, 2026-05-06, 9999-12-31",
        "since:9999y, 0001-01-01, 9999-12-31",
        "since:2025-03, 2025-03-01, 9999-12-31",
        "until:2025-03, 0001-01-01, 2025-03-31",
    })
    void dates(String written, LocalDate from, LocalDate to) {
        assertThat(clause(written)).isEqualTo(new Published(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "year:abc",
                "year:0000",
                "year:2026..2024",
                "since:soon",
                "since:2025-02-31",
                "has:wings",
                "cat:???",
                "sort:odd"
            })
    void whatCannotBeReadIsLeftOutAndSaidSo(String written) {
        PaperQuery query = parser.parse("agents " + written);
        assertThat(query.clause()).isEqualTo(word("agents"));
        assertThat(query.notes()).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(QueryNote.Kind.UNREADABLE_VALUE);
            assertThat(note.sentence()).contains(written);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2404.01234",
                "2404.01234v3",
                "arXiv:2404.01234",
                "https://arxiv.org/abs/2404.01234v2",
                "https://huggingface.co/papers/2404.01234",
                "https://doi.org/10.48550/arXiv.2404.01234",
                "id:2404.01234",
                "<https://arxiv.org/pdf/2404.01234>",
                "\"2404.01234\"",
            })
    void anIdAnywhereFindsThatPaper(String written) {
        assertThat(clause(written)).isEqualTo(new Named(ID));
        PaperQuery inside = parser.parse("have you read " + written + " by now");
        assertThat(inside.clause()).isEqualTo(new Named(ID));
        assertThat(inside.named()).containsExactly(ID);
        assertThat(inside.notes()).extracting(QueryNote::kind).containsExactly(QueryNote.Kind.ONLY_NAMED_PAPER);
    }

    @Test
    void severalIdsOrDois() {
        assertThat(parser.parse("2404.01234 10.1145/3357384.3357895").named())
                .containsExactly(ID, new PaperId("doi:10.1145/3357384.3357895"));
        assertThat(clause("-2404.01234 agents")).isEqualTo(all(not(new Named(ID)), word("agents")));
        assertThat(clause("id:title:a-survey")).isEqualTo(new Named(new PaperId("title:a-survey")));
    }

    @Test
    void alternativesAndGroups() {
        assertThat(clause("a1 b1 OR c1 d1"))
                .isEqualTo(all(word("a1"), new AnyOf(List.of(word("b1"), word("c1"))), word("d1")));
        assertThat(clause("(a1 b1) OR (c1 d1)"))
                .isEqualTo(new AnyOf(List.of(all(word("a1"), word("b1")), all(word("c1"), word("d1")))));
        assertThat(clause("state space (SSM, Mamba)"))
                .isEqualTo(all(word("state"), word("space"), word("SSM"), word("Mamba")));
        assertThat(clause("O(n) OR")).isEqualTo(all(word("O"), word("n")));
        assertThat(clause("-(a1 OR b1)")).isEqualTo(not(new AnyOf(List.of(word("a1"), word("b1")))));
    }

    @Test
    void unknownFieldsAndLoneMarksAreReadKindly() {
        PaperQuery unknown = parser.parse("foo:bar baz");
        assertThat(unknown.clause()).isEqualTo(all(word("foo"), word("bar"), word("baz")));
        assertThat(unknown.notes()).extracting(QueryNote::kind).containsExactly(QueryNote.Kind.UNKNOWN_FIELD);
        assertThat(parser.parse("BERT4Rec: Sequential Recommendation").notes()).isEmpty();

        PaperQuery quote = parser.parse("\"language models");
        assertThat(quote.clause()).isEqualTo(all(word("language"), word("models")));
        assertThat(quote.notes()).extracting(QueryNote::kind).containsExactly(QueryNote.Kind.UNBALANCED_QUOTE);

        for (String lone : List.of("(a1 b1", "a1) b1", ")a1 b1(", "a1 author:\"b1")) {
            assertThat(parser.parse(lone).notes()).as(lone).hasSize(1);
            assertThat(parser.parse(lone).isEmpty()).as(lone).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | BLANK",
                "'  \t\n' | BLANK",
                "the of and | COMMON_WORDS",
                "\"the\" | COMMON_WORDS",
                "*** ??? | SYMBOLS",
                "- | SYMBOLS",
                "🤗 🚀 | SYMBOLS",
                "\" | SYMBOLS",
                "() | SYMBOLS",
                "* | SYMBOLS",
                "* * | SYMBOLS",
                "((((((((((((((((( | SYMBOLS",
                "\"\"\" | SYMBOLS",
                "-- | SYMBOLS",
                "- - | SYMBOLS",
                "the OR of | COMMON_WORDS",
                "-the | COMMON_WORDS",
                "title:the | COMMON_WORDS",
                "the sort:new | COMMON_WORDS",
                "OR OR OR | LEFT_OUT",
                "AND | LEFT_OUT",
                "NOT | LEFT_OUT",
                "author: | LEFT_OUT",
                "author: sort:new | LEFT_OUT",
                "the author: | LEFT_OUT",
                "cat: | LEFT_OUT",
                "id:zzz | LEFT_OUT",
                "year:9999..1 | LEFT_OUT",
                "sort:odd | LEFT_OUT",
                "-survey | SEARCHABLE",
                "author:author:x | SEARCHABLE",
                "cs.CL | SEARCHABLE"
            })
    void anEmptyQueryIsAValueThatSaysSo(String text, Sense sense) {
        assertThat(parser.parse(text).sense()).isEqualTo(sense);
        assertThat(parser.parse(text).isEmpty()).isEqualTo(sense != Sense.SEARCHABLE && !text.contains("🤗"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u202e", "\u200b", "\u200d\u2060", "\ufeff \u0007", "\u00ad"})
    void whatCannotBeSeenIsNothingTyped(String text) {
        assertThat(parser.parse(text).sense()).isEqualTo(Sense.BLANK);
        assertThat(clause("diff" + text.strip().replaceAll("[\u0000\u0007 \u200d]", "") + "usion"))
                .isEqualTo(word("diffusion"));
    }

    @Test
    void rightToLeftWordsAndHalvesOfCharactersAreRead() {
        assertThat(clause("\u202bלמידה עמוקה\u202c -סקר"))
                .isEqualTo(all(word("למידה"), word("עמוקה"), not(word("סקר"))));
        assertThat(clause("author:ابن title:\"التعلم العميق\""))
                .isEqualTo(
                        all(new InField(Field.AUTHOR, "ابن", false), new InField(Field.TITLE, "التعلم العميق", true)));
        assertThat(clause("diff\ud83dusion \udc00")).isEqualTo(word("diffusion"));
        assertThat(parser.parse("\ud83d").isSearchable()).isFalse();
    }

    @Test
    void anOrderAloneAsksForEverything() {
        for (String text : List.of("sort:new", "sort:top", "sort:best", "sort: new", "AND sort:new")) {
            PaperQuery query = parser.parse(text);
            assertThat(query.sense()).as(text).isEqualTo(Sense.EVERYTHING);
            assertThat(query.isSearchable()).as(text).isTrue();
        }
        assertThat(parser.parse("sort:top").sort()).isEqualTo(Sort.TOP);
    }

    @ParameterizedTest
    @CsvSource({
        "cs.CL since:7d, NEW",
        "has:code, NEW",
        "-survey, NEW",
        "the cs.CL OR cs.LG, NEW",
        "cs.CL sort:best, BEST",
        "cs.CL sort:top, TOP",
        "cs.CL agents, BEST",
        "author:hinton, BEST",
        "agents, BEST",
        "2404.01234, BEST",
    })
    void filtersWithoutWordsAskForTheNewest(String text, Sort sort) {
        assertThat(parser.parse(text).sort()).isEqualTo(sort);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "author: | author: needs a name after it, such as author:hinton.",
                "AU:*** | AU: needs a name after it, such as author:hinton.",
                "author:\"\" | author: needs a name after it, such as author:hinton.",
                "author: OR agents | author: needs a name after it, such as author:hinton.",
                "author: year:2024 | author: needs a name after it, such as author:hinton.",
                "author:year:2024 | author: needs a name after it, such as author:hinton.",
                "cat: | cat: needs a category after it, such as cat:cs.CL or cat:cs.*.",
                "year:9999..1 | year:9999..1 could not be read and was left out: write year:2024 or year:2020..2024.",
                "id:zzz | id:zzz could not be read and was left out: write id:2404.01234.",
                "sort:odd | sort:odd could not be read and was left out: write sort:new, sort:top or sort:best.",
                "auhtor:hinton | There is no field auhtor: – did you mean author:? It was searched as words.",
                "tittle:attention | There is no field tittle: – did you mean title:? It was searched as words.",
                "categroy:cs | There is no field categroy: – did you mean cat:? It was searched as words.",
            })
    void eachMistakeHasItsOwnAnswer(String text, String sentence) {
        assertThat(parser.parse(text).notes()).extracting(QueryNote::sentence).containsExactly(sentence);
    }

    @Test
    void whatIsMeantIsRead() {
        Clause hinton = new InField(Field.AUTHOR, "hinton", false);
        assertThat(clause("author:author:hinton")).isEqualTo(hinton);
        assertThat(clause("author:AU:-hinton")).isEqualTo(hinton);
        assertThat(clause("author:(by:hinton)")).isEqualTo(hinton);
        assertThat(clause("author: \"Geoffrey Hinton\"")).isEqualTo(new InField(Field.AUTHOR, "Geoffrey Hinton", true));
        assertThat(clause("author:will author:\"An\""))
                .as("names, though common words")
                .isEqualTo(all(new InField(Field.AUTHOR, "will", false), new InField(Field.AUTHOR, "An", true)));
        assertThat(clause("a1 OR OR AND b1")).isEqualTo(new AnyOf(List.of(word("a1"), word("b1"))));
    }

    @Test
    void theWordsOfArxivsOwnSearchAreUnderstood() {
        assertThat(clause("ti:checkerboard AND au:\"del maestro\" ANDNOT abs:proof"))
                .isEqualTo(all(
                        new InField(Field.TITLE, "checkerboard", false),
                        new InField(Field.AUTHOR, "del maestro", true),
                        not(new InField(Field.ABSTRACT, "proof", false))));
        assertThat(clause("all:electron all:\"dark matter\" all:(a1 b1) NOT cat:hep-th"))
                .isEqualTo(all(
                        word("electron"), new Phrase("dark matter"), word("a1"), word("b1"), not(category("hep-th"))));
        assertThat(clause("NOT survey")).isEqualTo(clause("-survey"));
        assertThat(parser.parse("all:electron NOT survey").notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diffusion author:hinton cs.CL year:2024..2026 sort:new "
                        + "| diffusion · author hinton · cs.CL · 2024–2026 · newest first",
                "cs.CL big cs.LG \"state space\" -survey has:code "
                        + "| big \"state space\" · cs.CL or cs.LG · without survey · with code",
                "cat:cs.* since:7d | cs.* · since 2026-05-13 · newest first",
                "x cat:hep-th year:2024 | x · hep-th · 2024",
                "x year:2024.. | x · since 2024",
                "x until:2025-03 | x · until 2025-03-31",
                "x -(a1 OR b1) | x · without (a1 or b1)",
                "(a1 b1) OR c1 | (a1 and b1) or c1",
                "sort:new | all papers · newest first",
                "x sort:top | x · most upvoted first",
                "author:\"Geoffrey Hinton\" title:(deep nets) | author \"Geoffrey Hinton\" · title deep nets",
                "diffusion models \"state space\" | ''",
                "2404.01234 cs.CL | ''",
                "author: | ''",
            })
    void whatWasUnderstoodIsSaidInOneLine(String text, String understood) {
        assertThat(parser.parse(text).understood()).isEqualTo(understood);
    }

    @Test
    void evenAHugeQueryIsUnderstoodInAShortLine() {
        assertThat(parser.parse("cs.CL " + "word ".repeat(1_500)).understood())
                .hasSizeLessThanOrEqualTo(160)
                .endsWith("…");
    }

    @Test
    void nothingIsTooLong() {
        assertThat(parser.parse("au:".repeat(2_600) + "x").notes()).hasSizeLessThan(3);

        assertThat(parser.parse("word ".repeat(799)).notes())
                .extracting(QueryNote::kind)
                .containsExactly(QueryNote.Kind.CUT_SHORT);
        assertThat(parser.parse("x".repeat(4_000)).clause()).isEqualTo(word("x".repeat(200)));
        assertThat(parser.parse("(".repeat(4_000) + "a1").isEmpty()).isFalse();
        assertThat(parser.parse("-".repeat(4_000)).isEmpty()).isTrue();
        assertThat(parser.parse("a1 OR ".repeat(10_000)).notes()).isNotEmpty();
        assertThat(parser.parse("\"".repeat(4_001)).isEmpty()).isTrue();
        assertThat(parser.parse("b.".repeat(2_000)).isEmpty()).isFalse();
    }

    @Test
    void whatWasUnderstoodReadsBackTheSame() {
        List<String> queries = List.of(
                "diffusion \"language models\" -vision author:\"Percy Liang\" year:2024..2026 cs.CL cs.LG has:code sort:new",
                "(a1 b1) OR c1 -(d1 OR \"e f\") title:(g h) abstract:i",
                "2404.01234 hep-th/9901001",
                "since:7d until:2026 -cat:cs.*");
        for (String text : queries) {
            PaperQuery query = parser.parse(text);
            PaperQuery again = parser.parse(understood(query));
            assertThat(again.clause()).as(understood(query)).isEqualTo(query.clause());
            assertThat(again.sort()).isEqualTo(query.sort());
            assertThat(again.notes()).isEmpty();
        }
    }

    /** Random soup of everything special: no exception, bounded, and stable under reading again. */
    @Test
    void noTextCanThrow() {
        String alphabet =
                "ab1 \"\"()-+:,.*?|OR AND NOT author:title:year:cat:cs.CL id:2404.01234 \\$\u202E\u0000\t🤗é扩";
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            String text = random.ints(random.nextInt(60), 0, alphabet.length())
                    .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                    .collect(Collectors.joining());
            readsBackTheSame(text);
        }
        List.of(
                        "10.48550/arXiv.2404.0123456",
                        "https://doi.org/10.48550/arXiv.2404.01234v0",
                        "10.48550/arXiv.foo",
                        "*10.48550/arXiv.1706.03762*",
                        "id:10.48550/arXiv.",
                        "\"10.48550/arXiv.foo\"")
                .forEach(this::readsBackTheSame);
    }

    private void readsBackTheSame(String text) {
        PaperQuery query = parser.parse(text);
        PaperQuery again = parser.parse(understood(query));
        assertThat(again.clause()).as("%s -> %s", text, understood(query)).isEqualTo(query.clause());
    }

    /** The clauses in the query language, as {@link Clause#written} gives them. */
    private static String understood(PaperQuery query) {
        String order = query.sort() == Sort.BEST ? "" : " sort:" + query.sort();
        String written = query.clause() instanceof AllOf all
                ? all.clauses().stream().map(Clause::written).collect(Collectors.joining(" "))
                : query.clause().written();
        return written + order;
    }

    /** Ran deep once: every exclusion lay inside the one before. */
    @Test
    void aRowOfExclusionsHasNoDepth() {
        assertThat(clause("-+".repeat(3_990) + "a1")).isEqualTo(word("a1"));
        assertThat(clause("-+".repeat(3_991) + "a1")).isEqualTo(not(word("a1")));
        assertThat(clause("NOT ".repeat(1_999) + "a1")).isEqualTo(not(word("a1")));
        assertThat(clause("NOT -(a1 b1)")).isEqualTo(all(word("a1"), word("b1")));
        assertThat(parser.parse("-+".repeat(3_990)).isEmpty()).isTrue();
    }

    /** Far beyond what is ever read, so that work which grows with the square of the length does not end in time. */
    @Test
    @Timeout(30)
    void marksInARowAreReadOnce() {
        QueryTerms terms = new QueryTerms(LocalDate.EPOCH, new ArrayList<>());
        List<Clause> words = terms.plain("a" + ".".repeat(1_000_000) + "b" + ".".repeat(1_000_000), Optional::empty);

        assertThat(words).containsExactly(word("a" + ".".repeat(199)));
        assertThat(QueryScanner.scan("x" + ")".repeat(1_000_000))).hasSize(1_000_001);
        assertThat(QueryScanner.scan("O(n) f(x))")).hasSize(3);
    }

    private Clause clause(String text) {
        return parser.parse(text).clause();
    }

    private static Clause word(String text) {
        return new Word(text);
    }

    private static Clause category(String code) {
        return new InCategory(new Category(code));
    }

    private static Clause not(Clause clause) {
        return new Not(clause);
    }

    private static Clause all(Clause... clauses) {
        return new AllOf(List.of(clauses));
    }
}
