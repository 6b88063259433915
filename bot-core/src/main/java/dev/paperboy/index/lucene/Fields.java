package dev.paperboy.index.lucene;

/** The names of the fields that every document has; a change here is a change of {@link IndexFolder#SCHEMA}. */
final class Fields {

    /** The canonical id: an exact term, and doc values so that ids are read without the record. */
    static final String ID = "id";
    /** Other ids that lead to the paper: its DOI, in the form of an id. */
    static final String ALIAS = "alias";
    /** Title and abstract, stemmed. */
    static final String TEXT = "text";
    /** The title alone, stemmed. */
    static final String TITLE = "title";
    /** Words of several parts, and of letters and digits, in the form that all ways of writing them share. */
    static final String COMPOUND = "compound";
    /** The words of title and abstract, unstemmed, of which only the presence counts: what can be meant by a misspelt one. */
    static final String WORD = "word";
    /** The authors' names, each kept apart from the next. */
    static final String AUTHOR = "author";
    /** Each category and its archive, in lower case. */
    static final String CATEGORY = "category";
    /** When the first version appeared, in epoch seconds. */
    static final String PUBLISHED = "published";
    /** Upvotes, for sorting. */
    static final String UPVOTES = "upvotes";
    /** Features that lift the score: {@link #NOTICED}. */
    static final String FEATURE = "feature";
    /** How much a paper was noticed. */
    static final String NOTICED = "noticed";
    /** What a paper has beyond its text: {@code code}, {@code project}. */
    static final String HAS = "has";
    /** The title's words, unstemmed, for autocomplete. */
    static final String COMPLETE = "complete";
    /** The first one to three letters of the title's words, so that short beginnings are single terms. */
    static final String COMPLETE_SHORT = "complete_short";
    /** Folded names beside the names as written, for autocomplete over the dictionary of terms. */
    static final String COMPLETE_AUTHOR = "complete_author";
    /** The {@link IndexFolder#SCHEMA} that the document was written by. */
    static final String SCHEMA = "schema";
    /** The {@link Checksum} of record and vectors. */
    static final String CHECK = "check";
    /** The whole paper, see {@link StoredPaper}. */
    static final String RECORD = "record";

    private Fields() {}
}
