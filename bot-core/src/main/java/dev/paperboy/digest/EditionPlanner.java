package dev.paperboy.digest;

import dev.paperboy.digest.Edition.Item;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Topic;
import dev.paperboy.trending.Trending;
import dev.paperboy.trending.TrendingPaper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Decides what an edition brings: what trends now, fits the topic, and was never posted in the channel. */
public final class EditionPlanner {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final int QUOTED = 80;

    private final Trending trending;
    private final PaperIndex index;
    private final QueryParser parser;
    private final PostedPapers posted;

    public EditionPlanner(Trending trending, PaperIndex index, QueryParser parser, PostedPapers posted) {
        this.trending = trending;
        this.index = index;
        this.parser = parser;
        this.posted = posted;
    }

    /** What a subscription's edition of a day says; empty for a quiet day that is to be silent. */
    List<Item> items(Subscription subscription, LocalDate date, Instant now) {
        Map<PaperId, TrendingPaper> hot = new LinkedHashMap<>();
        trending.at(now, Trending.WEEK).forEach(paper -> hot.put(paper.paper(), paper));
        PaperQuery topic = parser.parse(subscription.topic().text());
        Set<PaperId> fitting = index.matching(topic, hot.keySet());
        List<Item> papers = fresh(subscription, inOrder(hot, fitting));
        if (!papers.isEmpty()) {
            return papers;
        }
        return switch (subscription.quietDay()) {
            case SILENT -> List.of();
            case SAY -> List.of(quiet(subscription.topic(), hot.size(), fitting.size(), date));
        };
    }

    private static List<TrendingPaper> inOrder(Map<PaperId, TrendingPaper> hot, Set<PaperId> fitting) {
        return hot.values().stream()
                .filter(paper -> fitting.contains(paper.paper()))
                .toList();
    }

    private List<Item> fresh(Subscription subscription, List<TrendingPaper> ranked) {
        Map<PaperId, Paper> known =
                index.findAll(ranked.stream().map(TrendingPaper::paper).toList());
        // By the index's own id: a paper seen under its DOI is the same paper.
        Map<PaperId, String> reasons = new LinkedHashMap<>();
        for (TrendingPaper paper : ranked) {
            Paper found = known.get(paper.paper());
            if (found != null && !found.withdrawn()) {
                reasons.putIfAbsent(found.id(), paper.receipt().reason());
            }
        }
        Collection<PaperId> before = posted.postedIn(subscription.channel(), reasons.keySet());
        List<Item> items = new ArrayList<>();
        reasons.forEach((paper, why) -> {
            if (!before.contains(paper) && items.size() < subscription.count()) {
                items.add(new Item.OnePaper(paper, why));
            }
        });
        return items;
    }

    private Item quiet(Topic topic, int hot, int fitting, LocalDate date) {
        return new Item.QuietNote(why(topic, hot, fitting), (weekend(date) + newestVotes()).strip());
    }

    private static String why(Topic topic, int hot, int fitting) {
        if (hot == 0) {
            return "No papers today: no votes have come in during the last days.";
        }
        if (fitting == 0) {
            return "No papers today: none of the %d that trend fits “%s”.".formatted(hot, shortened(topic.text()));
        }
        return topic.isEverything()
                ? "No new papers today: all that trend have been posted here already."
                : "No new papers today: all that trend and fit “%s” have been posted here already."
                        .formatted(shortened(topic.text()));
    }

    private static String weekend(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY, SUNDAY, MONDAY -> "arXiv announces nothing at weekends. ";
            default -> "";
        };
    }

    private String newestVotes() {
        return trending.newestObservation()
                .map(at -> "The newest votes I have seen are of "
                        + at.atZone(ZoneOffset.UTC).format(MOMENT) + " UTC.")
                .orElse("I have not seen any votes yet.");
    }

    private static String shortened(String topic) {
        int end = topic.offsetByCodePoints(0, Math.min(QUOTED, topic.codePointCount(0, topic.length())));
        return end == topic.length() ? topic : topic.substring(0, end) + "…";
    }
}
