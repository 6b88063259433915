package dev.paperboy.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.chat.UserRef;
import dev.paperboy.person.Holding;
import dev.paperboy.person.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What each person has searched for lately, for that person alone: the last {@value #KEPT} queries of
 * {@value #PEOPLE} people, in memory and forgotten on restart. Safe for many threads at once.
 */
final class RecentSearches implements PersonalData {

    private static final int KEPT = 10;
    private static final long PEOPLE = 10_000;

    private final Cache<UserRef, List<String>> queries =
            Caffeine.newBuilder().maximumSize(PEOPLE).build();

    /** Keeps a query as a person's newest. */
    void add(UserRef person, String query) {
        queries.asMap().merge(person, List.of(query), (earlier, newest) -> {
            List<String> all = new ArrayList<>(newest);
            earlier.stream().filter(one -> !one.equalsIgnoreCase(query)).forEach(all::add);
            return List.copyOf(all.subList(0, Math.min(KEPT, all.size())));
        });
    }

    @Override
    public List<Holding> of(UserRef person) {
        List<Map<String, Object>> rows = queries.asMap().getOrDefault(person, List.of()).stream()
                .map(query -> Map.<String, Object>of("query", query))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Holding("recent_searches", "search of late", "searches of late", rows));
    }

    @Override
    public void forget(List<UserRef> accounts) {
        queries.invalidateAll(accounts);
    }

    /** A person's queries that begin with what is typed, newest first. */
    List<String> beginningWith(UserRef person, String typed) {
        String beginning = typed.stripLeading().toLowerCase(Locale.ROOT);
        return queries.asMap().getOrDefault(person, List.of()).stream()
                .filter(query -> query.toLowerCase(Locale.ROOT).startsWith(beginning))
                .toList();
    }
}
