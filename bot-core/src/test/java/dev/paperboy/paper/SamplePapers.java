package dev.paperboy.paper;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Papers for tests: well-known ones, hostile ones, and ones in other scripts. Their abstracts are made up. */
public final class SamplePapers {

    public static final Paper ATTENTION = paper(
            "1706.03762",
            "Attention Is All You Need",
            "A sequence model built only from attention layers, called the Transformer, translates better and trains"
                    + " faster than recurrent networks.",
            "2017-06-12",
            400,
            "cs.CL cs.LG",
            "Ashish Vaswani",
            "Noam Shazeer",
            "Łukasz Kaiser");

    public static final Paper BERT4REC = paper(
                    "1904.06690",
                    "BERT4Rec: Sequential Recommendation with Bidirectional Encoder Representations from Transformer",
                    "Next items are recommended by filling masked positions of a user's history from both sides.",
                    "2019-04-14",
                    6,
                    "cs.IR cs.LG",
                    "Fei Sun",
                    "Jun Liu")
            .updatedBy(
                    linked("1904.06690", "BERT4Rec", "https://github.com/FeiSun/BERT4Rec", "10.1145/3357384.3357895"));

    public static final Paper DIFFUSION_LM = paper(
            "2205.14217",
            "Diffusion-LM Improves Controllable Text Generation",
            "Continuous diffusion over word vectors lets simple gradients steer a language model.",
            "2022-05-27",
            30,
            "cs.CL cs.AI",
            "Xiang Lisa Li",
            "Percy Liang");

    public static final Paper DIFFUSION_VISION = paper(
            "2006.11239",
            "Denoising Diffusion Probabilistic Models",
            "Images of high quality are drawn by a diffusion model that learns to undo noise.",
            "2020-06-19",
            120,
            "cs.CV stat.ML",
            "Jonathan Ho",
            "Pieter Abbeel");

    public static final Paper OLD_STYLE = paper(
            "hep-th/9901001",
            "String Duality and the Geometry of Branes",
            "Branes wrap cycles, and dual strings see the same geometry.",
            "1999-01-01",
            0,
            "hep-th",
            "Ana Müller",
            "José García-Peña");

    /** Everything that could fire, format or break in a chat. */
    public static final Paper HOSTILE = paper(
            "2601.00001",
            "@everyone <!channel> <@U123> **bold** _x_ `code` ~s~ [a](http://x) <script>alert(1)</script> ||spoiler||",
            "> quoted\n# heading\n```\nfence\n``` @here <#C1> <!subteam^S1> https://example.org/?a=1&b=2 \u202Ereversed\u202C",
            "2026-01-01",
            1,
            "cs.CR",
            "Robert'); DROP TABLE papers;--",
            "@here <!everyone>");

    public static final Paper LATEX = paper(
            "2602.00002",
            "An $\\mathcal{O}(n \\log n)$ Algorithm for $\\ell_1$-Regularised Problems & its {\\it limits}",
            "We prove a bound of $\\varepsilon^{-2}$ for Schr\\\"odinger operators.",
            "2026-02-02",
            0,
            "math.OC stat.ML",
            "Erdős Pál");

    public static final Paper CHINESE =
            paper("2603.00003", "扩散模型综述：从图像到语言", "本文综述扩散模型在语言建模中的应用。", "2026-03-03", 3, "cs.CL", "李明", "王芳");

    public static final Paper RIGHT_TO_LEFT = paper(
            "2603.00004",
            "مراجعة لنماذج اللغة الكبيرة",
            "نستعرض النماذج اللغوية الكبيرة.",
            "2026-03-04",
            2,
            "cs.CL",
            "محمد علي");

    public static final Paper EMOJI = paper(
            "2603.00005",
            "🤗 Transformers 👩‍🔬: C++ & C# Bindings for GPT‑4o",
            "Bindings 🚀 for everyone.",
            "2026-03-05",
            9,
            "cs.SE",
            "Zoë O’Connor-Łukasiewicz");

    /** Nothing but an id and a title, and that one character long. */
    public static final Paper BARE = Paper.of(new PaperId("title:s4"), "S4");

    /** A title of 1,000 characters, an abstract of 20,000 and 500 authors. */
    public static final Paper ENORMOUS = Paper.of(new PaperId("2604.00006"), "Very ".repeat(199) + "long")
            .withAbstract("All work and no play. ".repeat(900))
            .withAuthors(java.util.stream.IntStream.rangeClosed(1, 500)
                    .mapToObj(i -> new Author("Collaborator Number" + i))
                    .toList())
            .withCategories(List.of(new Category("hep-ex")))
            .withPublished(Instant.parse("2026-04-06T00:00:00Z"));

    private SamplePapers() {}

    /** All of them. */
    public static List<Paper> all() {
        return List.of(
                ATTENTION,
                BERT4REC,
                DIFFUSION_LM,
                DIFFUSION_VISION,
                OLD_STYLE,
                HOSTILE,
                LATEX,
                CHINESE,
                RIGHT_TO_LEFT,
                EMOJI,
                BARE,
                ENORMOUS);
    }

    /** A paper with the parts that most tests need. */
    public static Paper paper(
            String id, String title, String text, String day, int upvotes, String categories, String... authors) {
        return Paper.of(new PaperId(id), title)
                .withAbstract(text)
                .withPublished(Instant.parse(day + "T00:00:00Z"))
                .withPopularity(new Popularity(upvotes, 0, 0))
                .withCategories(
                        Arrays.stream(categories.split(" ")).map(Category::new).toList())
                .withAuthors(Arrays.stream(authors).map(Author::new).toList());
    }

    private static Paper linked(String id, String title, String code, String doi) {
        return new Paper(
                new PaperId(id),
                title + ": Sequential Recommendation with Bidirectional Encoder Representations from Transformer",
                "",
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                2,
                new Links(Optional.of(URI.create(code)), Optional.empty(), Optional.of(doi)),
                Popularity.NONE,
                false);
    }
}
