package dev.paperboy.bench;

import dev.paperboy.paper.Paper;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What people watch for, made of real papers: authors (three in ten), topics as phrases (two), topics as words (three),
 * topics within a category, with an exclusion, an alternative or code (two); the same for the same papers and seed. None
 * is a category alone, of which there are too few to differ.
 */
final class Wishes {

    private final List<Paper> papers;
    private final Random chance;
    private final List<String> topics;

    Wishes(List<Paper> papers, Random chance) {
        this.papers = papers;
        this.chance = chance;
        this.topics = new Questions(papers, chance).topical(20_000);
    }

    /** Distinct texts in the query language. */
    List<String> texts(int many) {
        return Stream.generate(this::any).distinct().limit(many).toList();
    }

    private String any() {
        return switch (chance.nextInt(10)) {
            case 0, 1, 2 -> author();
            case 3, 4 -> '"' + topic() + '"';
            case 5, 6, 7 -> topic();
            case 8 -> category() + " " + topic();
            default ->
                switch (chance.nextInt(3)) {
                    case 0 -> topic() + " -survey";
                    case 1 -> '"' + topic() + "\" OR " + author();
                    default -> topic() + " has:code";
                };
        };
    }

    private String author() {
        Paper paper = paper();
        return paper.authors().isEmpty()
                ? topic()
                : "author:\""
                        + paper.authors()
                                .get(chance.nextInt(paper.authors().size()))
                                .name() + '"';
    }

    private String category() {
        Paper paper = paper();
        return paper.categories().isEmpty()
                ? "cs.LG"
                : paper.categories().getFirst().code();
    }

    private String topic() {
        return topics.get(chance.nextInt(topics.size()));
    }

    private Paper paper() {
        return papers.get(chance.nextInt(papers.size()));
    }
}
