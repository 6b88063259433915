package dev.paperboy.index.lucene;

import dev.paperboy.index.Clause;
import dev.paperboy.index.Clause.AllOf;
import dev.paperboy.index.Clause.AnyOf;
import dev.paperboy.index.Clause.Field;
import dev.paperboy.index.Clause.InField;
import dev.paperboy.index.Clause.Not;
import dev.paperboy.index.Clause.Phrase;
import dev.paperboy.index.Clause.Word;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryNote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a query once more where papers don't hold its words: with what was most likely meant, and says so. */
final class Respelling {

    /** Longer questions have words enough. */
    private static final int MAX_WORDS = 12;

    private static final List<String> ANYWHERE = List.of(Fields.WORD, Fields.AUTHOR);

    private final Spelling spelling;
    private final PaperQuery query;
    private final List<QueryNote> notes = new ArrayList<>();
    /** All words that are asked for, as corrected so far. */
    private final List<String> words;

    Respelling(Spelling spelling, PaperQuery query) {
        this.spelling = spelling;
        this.query = query;
        this.words = new ArrayList<>(Analyzers.terms(Analyzers.PLAIN, query.words()));
    }

    /** The query as it was meant; the same if all its words are known. */
    PaperQuery query() throws IOException {
        if (words.isEmpty() || words.size() > MAX_WORDS) {
            return query;
        }
        Clause meant = respelled(query.clause());
        return notes.isEmpty() ? query : query.meant(meant, notes);
    }

    private Clause respelled(Clause clause) throws IOException {
        return switch (clause) {
            case Word word -> word(word);
            case Phrase phrase -> new Phrase(known(phrase.text(), List.of(Fields.WORD)));
            case InField in -> new InField(in.field(), known(in.text(), List.of(field(in.field()))), in.phrase());
            case AllOf all -> new AllOf(respelled(all.clauses()));
            case AnyOf any -> new AnyOf(respelled(any.clauses()));
            case Not _, Clause.InCategory _, Clause.Published _, Clause.Has _, Clause.Named _ -> clause;
        };
    }

    private List<Clause> respelled(List<Clause> clauses) throws IOException {
        List<Clause> meant = new ArrayList<>();
        for (Clause each : clauses) {
            Clause one = respelled(each);
            // A word and what may have been meant by it are plain words beside the others.
            if (each instanceof Word && one instanceof AllOf both) {
                meant.addAll(both.clauses());
            } else {
                meant.add(one);
            }
        }
        return meant;
    }

    private Clause word(Word word) throws IOException {
        Optional<String> typed = single(word.text());
        if (typed.isEmpty() || !spelling.isSuspicious(typed.get(), ANYWHERE)) {
            return word;
        }
        List<String> others = others(typed.get());
        int beside = spelling.beside(typed.get(), others);
        // To look for other words costs more than all the rest of a search; here is no doubt.
        if (!others.isEmpty() && beside == others.size()) {
            return word;
        }
        Optional<Spelling.Meant> meant = spelling.meant(typed.get(), ANYWHERE, others);
        return meant.isEmpty() ? word : doubted(word, typed.get(), beside, meant.get());
    }

    private Clause doubted(Word word, String typed, int beside, Spelling.Meant meant) throws IOException {
        if (spelling.papers(typed, ANYWHERE) == 0) {
            return new Word(corrected(typed, word.text(), meant.word()));
        }
        if (meant.beside() > beside) {
            notes.add(new QueryNote(QueryNote.Kind.ALSO_SEARCHED, word.text(), meant.word()));
            return new AllOf(List.of(word, new Word(meant.word())));
        }
        notes.add(new QueryNote(QueryNote.Kind.DID_YOU_MEAN, word.text(), meant.word()));
        return word;
    }

    /** A text whose words all stand in a field, as far as such words can be found. */
    private String known(String text, List<String> fields) throws IOException {
        List<String> said = new ArrayList<>();
        for (String each : text.split(" ")) {
            Optional<String> typed = single(each);
            boolean unknown = typed.isPresent()
                    && spelling.isSuspicious(typed.get(), fields)
                    && spelling.papers(typed.get(), fields) == 0;
            Optional<Spelling.Meant> meant =
                    unknown ? spelling.meant(typed.get(), fields, others(typed.get())) : Optional.empty();
            said.add(
                    meant.isPresent()
                            ? corrected(typed.orElseThrow(), each, meant.get().word())
                            : each);
        }
        return String.join(" ", said);
    }

    private String corrected(String typed, String written, String meant) {
        notes.add(new QueryNote(QueryNote.Kind.CORRECTED, written, meant));
        words.replaceAll(word -> word.equals(typed) ? meant : word);
        return meant;
    }

    private List<String> others(String word) {
        return words.stream().filter(other -> !other.equals(word)).distinct().toList();
    }

    /** The one term of a word; what falls apart into several is no misspelt word. */
    private static Optional<String> single(String word) {
        List<String> terms = Analyzers.terms(Analyzers.PLAIN, word);
        return Stream.of(terms)
                .filter(all -> all.size() == 1)
                .map(List::getFirst)
                .findFirst();
    }

    private static String field(Field field) {
        return switch (field) {
            case AUTHOR -> Fields.AUTHOR;
            case TITLE -> Fields.COMPLETE;
            case ABSTRACT -> Fields.WORD;
        };
    }
}
