package dev.paperboy.index;

import dev.paperboy.command.Texts;
import dev.paperboy.paper.Category;
import dev.paperboy.paper.PaperId;

/**
 * One line of autocomplete.
 *
 * @param kind what is suggested
 * @param label what the person sees, at most {@value #MAX_LENGTH} characters
 * @param query what to search for if it is chosen, at most {@value #MAX_LENGTH} characters
 */
public record Suggestion(Kind kind, String label, String query) {

    /** Discord's bound for both the name and the value of a choice, in characters. */
    public static final int MAX_LENGTH = 100;

    /** What is suggested. */
    public enum Kind {
        TITLE,
        AUTHOR,
        CATEGORY
    }

    public Suggestion {
        if (label.length() > MAX_LENGTH || query.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a suggestion is longer than " + MAX_LENGTH + " characters");
        }
    }

    /** A paper by its title; choosing it finds exactly that paper if its id fits, else searches the title's words. */
    public static Suggestion title(PaperId id, String title) {
        String query = id.isArxiv() ? id.value() : "id:" + id.value();
        return new Suggestion(
                Kind.TITLE,
                Texts.cut(title, MAX_LENGTH),
                query.length() <= MAX_LENGTH ? query : Texts.cut(title, MAX_LENGTH));
    }

    /** A person by name. */
    public static Suggestion author(String name) {
        String query = "author:\"" + name.replace("\"", "") + '"';
        return new Suggestion(
                Kind.AUTHOR,
                Texts.cut(name, MAX_LENGTH),
                query.length() <= MAX_LENGTH ? query : Texts.cut(name, MAX_LENGTH));
    }

    /** A category by its code. */
    public static Suggestion category(Category category) {
        return new Suggestion(Kind.CATEGORY, category.code(), "cat:" + category.code());
    }
}
