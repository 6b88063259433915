package dev.paperboy.trending;

import dev.paperboy.paper.PaperId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How papers have moved between two rankings, in words: {@code new}, {@code +3 places}, {@code -1 place}. New is also what
 * comes from so far behind that nobody has seen it there.
 */
public final class Movement {

    /** Nothing is known of the time before. */
    public static final Movement UNKNOWN = new Movement();

    /** How far down a ranking people read. */
    private static final int READ = 25;

    private final Map<PaperId, String> words = new HashMap<>();

    private Movement() {}

    /**
     * Compares two rankings; if the first is empty, nothing was known then and nothing is said.
     *
     * @param before the earlier one
     * @param now the later one
     */
    public static Movement between(List<TrendingPaper> before, List<TrendingPaper> now) {
        if (before.isEmpty()) {
            return UNKNOWN;
        }
        Movement movement = new Movement();
        Map<PaperId, Integer> ranks =
                before.stream().collect(Collectors.toMap(TrendingPaper::paper, TrendingPaper::rank));
        now.forEach(one -> movement.words.put(one.paper(), word(ranks.get(one.paper()), one.rank())));
        return movement;
    }

    private static String word(@Nullable Integer before, int now) {
        if (before == null || (before > READ && now <= READ)) {
            return "new";
        }
        int gained = before - now;
        return gained == 0
                ? ""
                : String.format(Locale.ENGLISH, "%+,d place%s", gained, Math.abs(gained) == 1 ? "" : "s");
    }

    /** A reason with the movement before it. */
    public String with(TrendingPaper one) {
        String word = words.getOrDefault(one.paper(), "");
        return word.isEmpty()
                ? one.receipt().reason()
                : word + " · " + one.receipt().reason();
    }
}
