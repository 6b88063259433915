package dev.paperboy.config.chaos;

import dev.paperboy.config.chaos.Town.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Holds what the stand-ins show against what a calendar gives; knows nothing of the bots' own records. */
final class Judge {

    private final Consumer<String> finding;
    private int editions;
    private int lost;
    private int doubled;
    private int saves;
    private int savesLost;

    /** @param finding hears of each thing that is wrong, in a sentence */
    Judge(Consumer<String> finding) {
        this.finding = finding;
    }

    Verdict verdict(int rounds) {
        return new Verdict(editions, lost, doubled, saves, savesLost, rounds);
    }

    /** Whether a channel has all of the post that was due at an instant. */
    static boolean isComplete(Rota rota, Instant due) {
        return papersFrom(rota.town().posts(rota.room()), due).size() >= rota.count();
    }

    private static Set<String> papersFrom(List<Post> posts, Instant from) {
        Set<String> papers = new HashSet<>();
        posts.stream().filter(post -> !post.at().isBefore(from)).forEach(post -> papers.addAll(post.papers()));
        return papers;
    }

    /** A channel's posts, from the first promise to an instant. */
    void judge(Rota rota, Instant now) {
        List<Instant> dues = rota.dueUntil(now);
        List<Post> posts = new ArrayList<>(rota.town().posts(rota.room()));
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < dues.size(); at++) {
            Instant end = at + 1 < dues.size() ? dues.get(at + 1) : Instant.MAX;
            List<Post> edition =
                    posts.stream().filter(post -> post.at().isBefore(end)).toList();
            posts.removeAll(edition);
            judge(rota, dues.get(at), edition, seen);
        }
        doubled += posts.size();
    }

    private void judge(Rota rota, Instant due, List<Post> edition, Set<String> seen) {
        editions++;
        Set<String> fresh = new HashSet<>();
        edition.forEach(post -> fresh.addAll(post.papers()));
        fresh.removeAll(seen);
        if (fresh.size() < rota.count()) {
            lost++;
            finding.accept(
                    "lost: %s has %d of %d papers of %s".formatted(rota.name(), fresh.size(), rota.count(), due));
        }
        if (edition.size() > rota.count()) {
            doubled += edition.size() - rota.count();
            finding.accept("doubled: %s has %d messages for %d papers of %s: %s"
                    .formatted(rota.name(), edition.size(), rota.count(), due, edition));
        }
        edition.stream()
                .filter(post -> post.papers().stream().anyMatch(seen::contains))
                .forEach(again -> {
                    doubled++;
                    finding.accept("doubled: %s has a paper once more: %s".formatted(rota.name(), again));
                });
        seen.addAll(fresh);
    }

    /** What reactions say a person keeps. */
    static Set<String> kept(Town town, List<String> rooms, String person) {
        Set<String> kept = new HashSet<>();
        rooms.stream()
                .flatMap(room -> town.posts(room).stream())
                .filter(post -> post.savers().contains(person))
                .forEach(post -> kept.addAll(post.papers()));
        return kept;
    }

    /** A person's list against their reactions. */
    void judgeSaves(Town town, String person, Set<String> kept, Set<String> saved) {
        saves += kept.size();
        report(town, person, "is missing on the list", minus(kept, saved));
        report(town, person, "is on the list without a reaction", minus(saved, kept));
    }

    private void report(Town town, String person, String what, Set<String> papers) {
        savesLost += papers.size();
        papers.forEach(paper -> finding.accept("saves: %s %s of %s on %s".formatted(paper, what, person, town.name())));
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> left = new HashSet<>(all);
        left.removeAll(without);
        return left;
    }
}
