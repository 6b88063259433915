package dev.paperboy.subscription;

import dev.paperboy.command.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a channel wants to read about, in the query language: words, categories, exclusions.
 *
 * @param text as it was written, in one line; empty for everything
 */
public record Topic(String text) {

    /** Every paper. */
    public static final Topic EVERYTHING = new Topic("");

    private static final Pattern AUTHOR = Pattern.compile("author:\"([^\"]+)\"");

    public Topic {
        text = text.strip().replaceAll("\\s+", " ");
    }

    /** As it is named in a sentence: an author by name, anything else in quotes. */
    public String said() {
        Matcher author = AUTHOR.matcher(text);
        return author.matches() ? "author " + author.group(1) : Texts.quote(text);
    }

    public boolean isEverything() {
        return text.isEmpty();
    }
}
