package dev.paperboy.index;

import dev.paperboy.command.Texts;

/**
 * Something the reader of an answer should know about how the query was understood.
 *
 * @param subject the part of the query it is about, in short
 * @param meant what is taken for it; empty where nothing is
 */
public record QueryNote(Kind kind, String subject, String meant) {

    private static final int SHOWN = 40;

    /** What happened. */
    public enum Kind {
        UNBALANCED_QUOTE,
        UNBALANCED_PARENTHESIS,
        UNKNOWN_FIELD,
        EMPTY_FIELD,
        UNREADABLE_VALUE,
        COMMON_WORDS_IGNORED,
        ONLY_NAMED_PAPER,
        NO_SUCH_PHRASE,
        CORRECTED,
        ALSO_SEARCHED,
        DID_YOU_MEAN,
        NEAREST_IN_MEANING,
        CUT_SHORT
    }

    public QueryNote {
        subject = Texts.cut(subject, SHOWN);
        meant = Texts.cut(meant, SHOWN);
    }

    public QueryNote(Kind kind, String subject) {
        this(kind, subject, "");
    }

    /** Whether it came of the papers that there are, and not of how the query was written. */
    boolean isOfPapers() {
        return switch (kind) {
            case CORRECTED, ALSO_SEARCHED, DID_YOU_MEAN, NEAREST_IN_MEANING -> true;
            default -> false;
        };
    }

    /** The note as one plain sentence for people. */
    public String sentence() {
        return switch (kind) {
            case UNBALANCED_QUOTE -> "A quotation mark without its partner was ignored.";
            case UNBALANCED_PARENTHESIS -> "A parenthesis without its partner was ignored.";
            case UNKNOWN_FIELD -> unknownField();
            case EMPTY_FIELD -> emptyField();
            case UNREADABLE_VALUE -> unreadableValue();
            case COMMON_WORDS_IGNORED -> subject + " holds only very common words and was left out.";
            case ONLY_NAMED_PAPER -> "The query names a paper by its id, so the other words were not searched.";
            case NO_SUCH_PHRASE -> "No paper holds " + subject + " word for word, so its words were searched.";
            case CORRECTED -> "No paper holds “" + subject + "”, so I searched for “" + meant + "”.";
            case ALSO_SEARCHED -> "Few papers hold “" + subject + "”, so I searched for “" + meant + "” too.";
            case DID_YOU_MEAN -> "Few papers hold “" + subject + "”. Did you mean “" + meant + "”?";
            case NEAREST_IN_MEANING -> "No paper holds these words; these come nearest in meaning.";
            case CUT_SHORT -> "The query was very long: only its beginning was searched.";
        };
    }

    /** Whether something of the query was left out, so that the answer may not be the one that was asked for. */
    boolean isLoss() {
        return switch (kind) {
            case EMPTY_FIELD, UNREADABLE_VALUE, COMMON_WORDS_IGNORED -> true;
            case UNBALANCED_QUOTE,
                    UNBALANCED_PARENTHESIS,
                    UNKNOWN_FIELD,
                    ONLY_NAMED_PAPER,
                    NO_SUCH_PHRASE,
                    CORRECTED,
                    ALSO_SEARCHED,
                    DID_YOU_MEAN,
                    NEAREST_IN_MEANING,
                    CUT_SHORT -> false;
        };
    }

    private String unknownField() {
        String name = subject.endsWith(":") ? subject.substring(0, subject.length() - 1) : subject;
        return QueryField.meant(name)
                .map(field -> "There is no field " + subject + " – did you mean " + field.word()
                        + ":? It was searched as words.")
                .orElse("There is no field " + subject
                        + " so it was searched as words; fields are author, title, abstract, cat,"
                        + " year, since, until, has, id and sort.");
    }

    private String emptyField() {
        return QueryField.before(subject)
                .map(field -> subject + " needs " + field.needs() + " after it, such as " + field.example() + ".")
                .orElse(subject + " needs something after it.");
    }

    private String unreadableValue() {
        return subject + " could not be read and was left out"
                + QueryField.before(subject)
                        .map(field -> ": write " + field.example() + ".")
                        .orElse(".");
    }
}
