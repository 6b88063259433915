package dev.paperboy.chat;

import dev.paperboy.chat.Content.Choices;
import dev.paperboy.chat.Content.Document;
import dev.paperboy.chat.Content.Help;
import dev.paperboy.chat.Content.Meeting;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.command.Request;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.paper.Author;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Popularity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One of every content, as usual, at its longest and at its most hostile, for tests of the renderers. */
public final class SampleContents {

    /** Text that would ping, format, link or break out on one platform or the other. */
    public static final String HOSTILE =
            "@everyone @here <!channel> <!here> <@123456789012345678> <#1> <@&2> **b** *b* __u__ _i_ ~s~ ~~s~~ ||x|| "
                    + "`c` ```\nblock``` [a](http://evil.example) <http://evil.example|x> <script>alert(1)</script> > q # h "
                    + "- l :smile: $\\alpha$ & &amp; \u202Eabc";

    public static final Paper USUAL = new Paper(
            new PaperId("1706.03762"),
            "Attention Is All You Need",
            "An own paragraph for tests that stands where an abstract would stand.",
            "",
            List.of(
                    new Author("Ashish Vaswani"),
                    new Author("Noam Shazeer"),
                    new Author("Niki Parmar"),
                    new Author("Jakob Uszkoreit")),
            List.of(new Category("cs.CL"), new Category("cs.LG")),
            Optional.of(Instant.parse("2017-06-12T17:57:34Z")),
            Optional.empty(),
            5,
            new Links(
                    Optional.of(URI.create("https://github.com/tensorflow/tensor2tensor")),
                    Optional.empty(),
                    Optional.empty()),
            new Popularity(128, 4, 900),
            false);

    public static final Paper LONGEST = new Paper(
            new PaperId("2404.01234"),
            "Words of a long title ".repeat(40),
            "A long abstract goes on and on. ".repeat(400),
            "A summary. ".repeat(30),
            IntStream.range(0, 3300)
                    .mapToObj(i -> new Author("Author With A Rather Long Name Number " + i))
                    .toList(),
            IntStream.range(0, 12)
                    .mapToObj(i -> new Category("cond-mat.mtrl-sci"))
                    .toList(),
            Optional.of(Instant.parse("2024-04-01T00:00:00Z")),
            Optional.of(Instant.parse("2026-04-01T00:00:00Z")),
            99,
            Links.NONE,
            new Popularity(1_000_000, 1_000_000, 1_000_000),
            true);

    public static final Paper HOSTILE_PAPER = new Paper(
            new PaperId("2404.04321"),
            HOSTILE,
            HOSTILE,
            "",
            List.of(new Author(HOSTILE)),
            List.of(new Category("cs.CR")),
            Optional.empty(),
            Optional.empty(),
            0,
            Links.NONE,
            Popularity.NONE,
            false);

    public static final Paper BARE = Paper.of(PaperId.ofTitle("Known by title alone"), "Known by title alone");

    private SampleContents() {}

    /** Every content by a name that can serve for a golden file. */
    public static Map<String, Content> all() {
        return Map.ofEntries(
                Map.entry(
                        "card-usual",
                        card("Trending · Mon 23 Nov · 1 of 5", USUAL, "▲ 128 upvotes, 12 since yesterday")),
                Map.entry("card-longest", card("Heading ".repeat(60), LONGEST, "Because ".repeat(200))),
                Map.entry("card-hostile", card(HOSTILE, HOSTILE_PAPER, HOSTILE)),
                Map.entry("card-bare", card("", BARE, "")),
                Map.entry(
                        "meeting-usual",
                        new Meeting(
                                card("Journal club · we discuss this next", USUAL, "Wanted by Ada, Ben"),
                                Optional.of(Instant.parse("2026-12-03T15:00:00Z")))),
                Map.entry("meeting-undated", new Meeting(card("", BARE, ""), Optional.empty())),
                Map.entry(
                        "meeting-longest",
                        new Meeting(
                                card("Heading ".repeat(60), LONGEST, "Because ".repeat(200)),
                                Optional.of(Instant.parse("9999-12-31T23:59:59Z")))),
                Map.entry(
                        "meeting-hostile",
                        new Meeting(
                                card(HOSTILE, HOSTILE_PAPER, HOSTILE),
                                Optional.of(Instant.parse("1970-01-01T00:00:00Z")))),
                Map.entry(
                        "list-usual", list("3 papers for “attention”", 1, List.of(USUAL, HOSTILE_PAPER, BARE), "note")),
                Map.entry(
                        "list-longest",
                        list(
                                "Heading ".repeat(60),
                                991,
                                Stream.generate(() -> LONGEST).limit(10).toList(),
                                "note ".repeat(600))),
                Map.entry(
                        "list-excerpts",
                        excerpts(
                                List.of(USUAL, BARE),
                                new Excerpt(List.of(
                                        new Excerpt.Piece("… An own ", false),
                                        new Excerpt.Piece("paragraph for tests", true),
                                        new Excerpt.Piece(" that stands where an ", false),
                                        new Excerpt.Piece("abstract", true),
                                        new Excerpt.Piece(" would…", false))))),
                Map.entry(
                        "list-excerpts-longest",
                        excerpts(
                                Stream.generate(() -> USUAL).limit(10).toList(),
                                new Excerpt(IntStream.range(0, 400)
                                        .mapToObj(i -> new Excerpt.Piece("longish ", i % 2 > 0))
                                        .toList()))),
                Map.entry(
                        "list-excerpts-hostile",
                        excerpts(
                                List.of(HOSTILE_PAPER, USUAL),
                                new Excerpt(HOSTILE.chars()
                                        .mapToObj(Character::toString)
                                        .flatMap(each -> Stream.of(
                                                new Excerpt.Piece(each, false), new Excerpt.Piece("*" + each, true)))
                                        .toList()))),
                Map.entry(
                        "card-excerpt-hostile",
                        new PaperCard(
                                HOSTILE,
                                HOSTILE_PAPER,
                                HOSTILE,
                                Optional.of(new Excerpt(List.of(
                                        new Excerpt.Piece("# http:", false),
                                        new Excerpt.Piece("\u202E", true),
                                        new Excerpt.Piece("//evil.example 1", false),
                                        new Excerpt.Piece("\u202E", true),
                                        new Excerpt.Piece(". " + HOSTILE, false),
                                        new Excerpt.Piece(HOSTILE, true)))),
                                List.of())),
                Map.entry("list-hostile", list(HOSTILE, 1, List.of(HOSTILE_PAPER), HOSTILE)),
                Map.entry("notice-info", Notice.info("Nothing new today.", "arXiv announces nothing at weekends.")),
                Map.entry("notice-done", Notice.done("Saved.", "").offering(List.of(ask("Undo")))),
                Map.entry(
                        "notice-danger",
                        Notice.info("Delete all that I keep about you?", "It cannot be undone.")
                                .offering(List.of(
                                        ask("Export"),
                                        new Button.Danger("Delete everything", Request.of(SampleCommands.PAPER))))),
                Map.entry("notice-problem", Notice.problem(HOSTILE, HOSTILE)),
                Map.entry(
                        "notice-failure-longest",
                        Notice.failure("Text ".repeat(1000), "Hint ".repeat(1000))
                                .offering(asks(5))),
                Map.entry(
                        "document-usual",
                        new Document("Your reading list as BibTeX.", "Also as CSV.", "reading-list.bib", "@misc{x}")),
                Map.entry("document-longest", new Document("Text ".repeat(1000), "Hint ".repeat(1000), "a.csv", "1,2")),
                Map.entry("document-hostile", new Document(HOSTILE, HOSTILE, "a.md", HOSTILE)),
                Map.entry("choices-usual", new Choices("Did you mean one of these?", asks(2))),
                Map.entry("choices-longest", new Choices("Question ".repeat(600), asks(5))),
                Map.entry(
                        "help-usual",
                        new Help(
                                "Paperboy",
                                "What I can do.",
                                List.of(new Help.Entry("/papers search <query>", "Find papers about a topic")),
                                asks(1))),
                Map.entry(
                        "help-longest",
                        new Help(
                                "Title ".repeat(80),
                                "Intro ".repeat(800),
                                IntStream.range(0, 25)
                                        .mapToObj(i -> new Help.Entry(
                                                "/papers " + "usage ".repeat(60), "meaning ".repeat(100)))
                                        .toList(),
                                asks(5))));
    }

    private static Content.PaperCard card(String heading, Paper paper, String why) {
        return new PaperCard(heading, paper, why, buttons(paper));
    }

    private static Content list(String heading, int first, List<Paper> papers, String note) {
        List<PaperCard> cards = papers.stream()
                .map(paper -> new PaperCard("", paper, "▲ 12", buttons(paper)))
                .toList();
        return new PaperList(heading, first, cards, note, List.of(ask("‹ Previous"), ask("Next ›")));
    }

    private static Content excerpts(List<Paper> papers, Excerpt excerpt) {
        List<PaperCard> cards = papers.stream()
                .map(paper -> new PaperCard("", paper, "", Optional.of(excerpt), buttons(paper)))
                .toList();
        return new PaperList("Cards with excerpts", 1, cards, "", List.of());
    }

    private static List<Button> buttons(Paper paper) {
        Request request = Request.of(SampleCommands.PAPER).with(SampleCommands.ID, paper.id());
        return List.of(
                new Button.Ask("🔖 Save", request),
                new Button.Ask("Similar", request),
                new Button.Link("Open", paper.url()));
    }

    private static List<Button> asks(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> ask("Label " + i + " " + "long ".repeat(20)))
                .toList();
    }

    /** A button whose request is longer than a Discord button id. */
    private static Button ask(String label) {
        String shown = label.length() > 75 ? label.substring(0, 75) : label;
        return new Button.Ask(
                shown.strip(),
                Request.of(SampleCommands.SEARCH)
                        .with(
                                SampleCommands.QUERY,
                                (label + " query ").repeat(10).strip()));
    }
}
