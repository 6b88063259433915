package dev.paperboy.index.lucene;

import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.Query;

/**
 * What a query needs of a document, without its score: sets of documents can be calculated with, term by term. Terms are
 * the numbers of a {@link Vocabulary}.
 */
sealed interface Need {

    /** Holds a term. */
    record Held(int term) implements Need {}

    /**
     * Holds terms side by side.
     *
     * @param terms at least two
     * @param offsets where each stands, seen from the first
     */
    record Phrase(List<Integer> terms, List<Integer> offsets) implements Need {

        public Phrase {
            terms = List.copyOf(terms);
            offsets = List.copyOf(offsets);
        }
    }

    /**
     * Holds terms close together, in any order.
     *
     * @param terms at least two, all different
     * @param width how many positions in a row hold them all, at most
     */
    record Near(List<Integer> terms, int width) implements Need {

        public Near {
            terms = List.copyOf(terms);
        }
    }

    /** All of it; of nothing, every document. */
    record All(List<Need> needs) implements Need {

        static final All NOTHING = new All(List.of());

        /** The cheap ones first, so that few documents are left for the others. */
        public All {
            needs = needs.stream().sorted(Comparator.comparingInt(Need::effort)).toList();
        }
    }

    /** At least one of it; of nothing, no document. */
    record Any(List<Need> needs) implements Need {

        static final Any NOTHING = new Any(List.of());

        public Any {
            needs = List.copyOf(needs);
        }
    }

    /** None of it. */
    record Not(Need need) implements Need {}

    /**
     * What only Lucene can tell.
     *
     * @param first what a document must have for it to be worth asking
     */
    record Asked(Query query, Need first) implements Need {}

    private static int effort(Need need) {
        return switch (need) {
            case Held _ -> 0;
            case All _, Any _, Not _ -> 1;
            case Phrase _, Near _ -> 2;
            case Asked _ -> 3;
        };
    }
}
