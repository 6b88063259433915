package dev.paperboy.bench;

import dev.paperboy.paper.Category;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes up readers whose interests can be told from what is known of papers. */
final class Readers {

    /** A category with fewer papers leaves too little to find, one with more is no interest of anybody's. */
    private static final int RAREST = 25;

    private static final int COMMONEST = 600;
    private static final int SAVED = 10;
    private static final int DISMISSED = 10;
    private static final int LEAST_CITED = 4;

    private Readers() {}

    /**
     * One for each paper that cites at least {@value #LEAST_CITED} others: half of those, drawn, they have saved.
     *
     * @param judgements lines of a citing paper, a cited one and a number, after a heading
     */
    static List<Reader> citing(Path judgements, Map<String, PaperId> ids, Random chance) throws IOException {
        Map<String, Set<String>> cited = new TreeMap<>();
        for (String line : Files.readAllLines(judgements).stream().skip(1).toList()) {
            String[] columns = line.split("\t");
            cited.computeIfAbsent(columns[0], _ -> new TreeSet<>()).add(columns[1]);
        }
        List<Reader> readers = new ArrayList<>();
        for (Set<String> each : cited.values()) {
            List<PaperId> papers = new ArrayList<>(
                    each.stream().filter(ids::containsKey).map(ids::get).toList());
            Collections.shuffle(papers, chance);
            if (papers.size() >= LEAST_CITED) {
                int half = papers.size() / 2;
                readers.add(new Reader(
                        papers.subList(0, half), List.of(), Set.copyOf(papers.subList(half, papers.size()))));
            }
        }
        return readers;
    }

    /**
     * Two for each category that is neither rare nor common: one who reads it, and one who reads it and the next one,
     * too. They have saved {@value #SAVED} papers and turned away {@value #DISMISSED} that share another category with
     * those.
     */
    static List<Reader> ofCategories(List<Paper> papers, Random chance) {
        Map<String, List<Paper>> byCategory = new TreeMap<>();
        papers.forEach(paper -> codes(paper)
                .forEach(code ->
                        byCategory.computeIfAbsent(code, _ -> new ArrayList<>()).add(paper)));
        byCategory.values().removeIf(each -> each.size() < RAREST || each.size() > COMMONEST);
        List<String> categories = List.copyOf(byCategory.keySet());
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            String one = categories.get(i);
            String next = categories.get((i + 1) % categories.size());
            readers.add(reader(papers, Set.of(one), byCategory, chance));
            readers.add(reader(papers, Set.of(one, next), byCategory, chance));
        }
        return readers;
    }

    private static Reader reader(
            List<Paper> papers, Set<String> interests, Map<String, List<Paper>> byCategory, Random chance) {
        List<Paper> saved = new ArrayList<>();
        for (String interest : new TreeSet<>(interests)) {
            List<Paper> fitting = new ArrayList<>(byCategory.getOrDefault(interest, List.of()));
            fitting.removeAll(saved);
            saved.addAll(drawn(fitting, SAVED / interests.size(), chance));
        }
        Set<String> around =
                saved.stream().flatMap(paper -> codes(paper).stream()).collect(Collectors.toSet());
        List<Paper> outside = papers.stream()
                .filter(paper ->
                        Collections.disjoint(codes(paper), interests) && !Collections.disjoint(codes(paper), around))
                .toList();
        List<PaperId> known = saved.stream().map(Paper::id).toList();
        return new Reader(
                known,
                drawn(outside, DISMISSED, chance).stream().map(Paper::id).toList(),
                papers.stream()
                        .filter(paper -> !Collections.disjoint(codes(paper), interests))
                        .map(Paper::id)
                        .filter(id -> !known.contains(id))
                        .collect(Collectors.toSet()));
    }

    private static List<Paper> drawn(List<Paper> papers, int most, Random chance) {
        List<Paper> shuffled = new ArrayList<>(papers);
        Collections.shuffle(shuffled, chance);
        return shuffled.subList(0, Math.min(most, shuffled.size()));
    }

    private static Set<String> codes(Paper paper) {
        return paper.categories().stream().map(Category::code).collect(Collectors.toSet());
    }
}
