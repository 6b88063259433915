package dev.paperboy.bench;

import dev.paperboy.paper.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One way of embedding papers, and how long it has taken so far. */
final class Way {

    private static final double NANOS = 1e9;

    private final String name;
    private final Work work;
    private final List<Double> secondsEach = new ArrayList<>();
    private double seconds;
    private int papers;

    /** Embeds papers, all of them or a number of its own, and says how many. */
    interface Work {
        int embed(List<Paper> papers) throws Exception;
    }

    Way(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    int embed(List<Paper> some) throws Exception {
        long begin = System.nanoTime();
        int embedded = work.embed(some);
        double taken = (System.nanoTime() - begin) / NANOS;
        seconds += taken;
        papers += embedded;
        secondsEach.add(taken / Math.max(1, embedded));
        return embedded;
    }

    /** Papers a second. */
    double rate() {
        return papers / seconds;
    }

    /** A row with the papers, the rate, this rate as a share of another's, and the least and most of that in any step. */
    String[] row(Way other) {
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < secondsEach.size(); i++) {
            shares.add(100 * other.secondsEach.get(i) / secondsEach.get(i));
        }
        shares.sort(null);
        return new String[] {
            name,
            String.valueOf(papers),
            String.format(Locale.ENGLISH, "%.1f", rate()),
            String.format(Locale.ENGLISH, "%.1f %%", 100 * rate() / other.rate()),
            String.format(Locale.ENGLISH, "%.1f to %.1f %%", shares.getFirst(), shares.getLast())
        };
    }

    static Table table() {
        return new Table("", "papers", "a second", "of bare", "in steps");
    }
}
