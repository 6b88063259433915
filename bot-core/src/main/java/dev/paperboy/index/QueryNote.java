package dev.paperboy.index;

import dev.paperboy.command.Texts;

/**
 * Something the reader of an answer should know about how the query was understood.
 *
 * @param subject the part of the query it is about, in short
 */
public record QueryNote(Kind kind, String subject) {

    private static final int SHOWN = 40;

    /** What happened. */
    public enum Kind {
        UNBALANCED_QUOTE,
        UNBALANCED_PARENTHESIS,
        UNKNOWN_FIELD,
        UNREADABLE_VALUE,
        COMMON_WORDS_IGNORED,
        ONLY_NAMED_PAPER,
        CUT_SHORT
    }

    public QueryNote {
        subject = Texts.cut(subject, SHOWN);
    }

    /** The note as one plain sentence for people. */
    public String sentence() {
        return switch (kind) {
            case UNBALANCED_QUOTE -> "A quotation mark without its partner was ignored.";
            case UNBALANCED_PARENTHESIS -> "A parenthesis without its partner was ignored.";
            case UNKNOWN_FIELD ->
                "There is no field " + subject
                        + " so it was searched as words; fields are author, title, abstract, cat,"
                        + " year, since, until, has, id and sort.";
            case UNREADABLE_VALUE -> subject + " could not be read and was left out.";
            case COMMON_WORDS_IGNORED -> subject + " holds only very common words and was left out.";
            case ONLY_NAMED_PAPER -> "The query names a paper by its id, so the other words were not searched.";
            case CUT_SHORT -> "The query was very long: only its beginning was searched.";
        };
    }
}
