package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.UserRef;
import dev.paperboy.feed.Arrivals;
import dev.paperboy.index.Percolator;
import dev.paperboy.index.QueryParser;
import dev.paperboy.library.ReadingLists;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.subscription.Watch;
import dev.paperboy.subscription.Watches;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at what comes in for papers that somebody watches for, and for news of papers that somebody has saved. */
public final class Lookout implements Arrivals {

    /** A paper that appeared longer ago is not news, though it may be new here: an index was filled or mended. */
    private static final Duration RECENT = Duration.ofDays(14);

    /** Papers are announced some days after they are submitted; what was submitted earlier, the watcher had a chance to find. */
    private static final Duration ANNOUNCED_WITHIN = Duration.ofDays(5);

    /** Longer than any paper is recent, so that nothing forgotten is noted again. */
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private final Watches watches;
    private final Percolator percolator;
    private final QueryParser parser;
    private final ReadingLists lists;
    private final Alerts alerts;
    private final InstantSource clock;
    /** The watches that the percolator knows, by their key there. */
    private final Map<String, Watch> standing = new HashMap<>();

    public Lookout(
            Watches watches,
            Percolator percolator,
            QueryParser parser,
            ReadingLists lists,
            Alerts alerts,
            InstantSource clock) {
        this.watches = watches;
        this.percolator = percolator;
        this.parser = parser;
        this.lists = lists;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public synchronized void arrived(Collection<Arrival> batch) {
        Instant now = clock.instant();
        List<Alert> noted = new ArrayList<>(watchedFor(batch, now));
        noted.addAll(newsOfSaved(batch, now));
        if (!noted.isEmpty()) {
            alerts.note(noted);
            alerts.forget(now.minus(REMEMBERED));
        }
    }

    private List<Alert> watchedFor(Collection<Arrival> batch, Instant now) {
        Map<PaperId, Paper> fresh = new LinkedHashMap<>();
        batch.stream()
                .filter(arrival -> isFresh(arrival, now))
                .forEach(arrival -> fresh.put(arrival.now().id(), arrival.now()));
        if (fresh.isEmpty()) {
            return List.of();
        }
        learnWatches();
        Map<PaperId, Set<String>> found = percolator.percolate(fresh.values());
        return fresh.entrySet().stream()
                .flatMap(each -> alerts(each.getValue(), found.getOrDefault(each.getKey(), Set.of()), now))
                .toList();
    }

    /** Also one of which only now so much is known that a watch can fit it: a list of titles came before the paper itself. */
    private static boolean isFresh(Arrival arrival, Instant now) {
        boolean news = arrival.before()
                .map(known ->
                        known.abstractText().isEmpty() || known.categories().isEmpty())
                .orElse(true);
        return news && !arrival.now().withdrawn() && isAfter(arrival.now(), now.minus(RECENT));
    }

    private static boolean isAfter(Paper paper, Instant instant) {
        return paper.published().map(instant::isBefore).orElse(true);
    }

    /** Other instances keep watches too, so the store is asked each time. */
    private void learnWatches() {
        Map<String, Watch> all = watches.all().stream().collect(Collectors.toMap(Lookout::key, watch -> watch));
        List.copyOf(standing.keySet()).stream()
                .filter(key -> !all.containsKey(key))
                .forEach(percolator::forget);
        all.forEach((key, watch) -> {
            if (!standing.containsKey(key)) {
                percolator.register(key, parser.parse(watch.topic().text()));
            }
        });
        standing.clear();
        standing.putAll(all);
    }

    private static String key(Watch watch) {
        ChannelRef channel = watch.channel();
        return String.join(
                "\n",
                channel.platform().name(),
                channel.space(),
                channel.id(),
                watch.topic().text());
    }

    /** One for each channel, however many of its watches the paper fits. */
    private Stream<Alert> alerts(Paper paper, Set<String> keys, Instant now) {
        Map<ChannelRef, List<Watch>> byChannel = keys.stream()
                .flatMap(key -> Optional.ofNullable(standing.get(key)).stream())
                .filter(watch -> isAfter(paper, watch.madeAt().minus(ANNOUNCED_WITHIN)))
                .collect(Collectors.groupingBy(Watch::channel, LinkedHashMap::new, Collectors.toList()));
        return byChannel.entrySet().stream()
                .map(each -> new Alert(each.getKey(), paper.id(), Alert.Cause.NEW, why(each.getValue()), now));
    }

    private static String why(List<Watch> fitting) {
        String first = "Fits " + fitting.getFirst().topic().said();
        int more = fitting.size() - 1;
        return more == 0 ? first : first + " and %d more of the watches".formatted(more);
    }

    private List<Alert> newsOfSaved(Collection<Arrival> batch, Instant now) {
        Map<PaperId, List<Alert.Cause>> news = new LinkedHashMap<>();
        batch.forEach(arrival -> {
            List<Alert.Cause> causes = causes(arrival);
            if (!causes.isEmpty()) {
                news.put(arrival.now().id(), causes);
            }
        });
        if (news.isEmpty()) {
            return List.of();
        }
        List<Alert> noted = new ArrayList<>();
        lists.readersOf(news.keySet())
                .forEach((paper, readers) -> news.getOrDefault(paper, List.of())
                        .forEach(cause -> readers.forEach(reader -> noted.add(news(reader, paper, cause, now)))));
        return noted;
    }

    private static List<Alert.Cause> causes(Arrival arrival) {
        return arrival.before().stream()
                .flatMap(before -> {
                    Paper now = arrival.now();
                    boolean revised = before.version() > 0 && now.version() > before.version();
                    boolean coded = before.links().code().isEmpty()
                            && now.links().code().isPresent();
                    return Stream.concat(
                            revised ? Stream.of(Alert.Cause.version(now.version())) : Stream.empty(),
                            coded ? Stream.of(Alert.Cause.CODE) : Stream.empty());
                })
                .toList();
    }

    private static Alert news(UserRef reader, PaperId paper, Alert.Cause cause, Instant now) {
        String why = cause.equals(Alert.Cause.CODE)
                ? "There is code for it now"
                : "Version " + cause.name().substring(1) + " is out";
        return new Alert(ChannelRef.with(reader), paper, cause, why, now);
    }
}
