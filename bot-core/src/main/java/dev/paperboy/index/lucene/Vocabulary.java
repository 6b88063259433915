package dev.paperboy.index.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.index.Term;

/** Terms by number, from 0; a number is never given to another term. */
final class Vocabulary {

    private final Map<Term, Integer> numbers = new HashMap<>();
    private final List<Term> terms = new ArrayList<>();
    private final Set<String> fields = new HashSet<>();

    /** The number of a term, new or known. */
    int number(Term term) {
        return numbers.computeIfAbsent(term, unknown -> {
            terms.add(unknown);
            fields.add(unknown.field());
            return terms.size() - 1;
        });
    }

    /** The number of a term, if it has one. */
    OptionalInt find(Term term) {
        Integer number = numbers.get(term);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    Term term(int number) {
        return terms.get(number);
    }

    /** The fields of all terms. */
    Set<String> fields() {
        return Set.copyOf(fields);
    }

    int size() {
        return terms.size();
    }
}
