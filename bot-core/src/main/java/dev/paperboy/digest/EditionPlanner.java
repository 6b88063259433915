package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Server;
import dev.paperboy.community.Submissions;
import dev.paperboy.digest.Edition.Item;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperQuery;
import dev.paperboy.index.QueryParser;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Topic;
import dev.paperboy.trending.Movement;
import dev.paperboy.trending.Trending;
import dev.paperboy.trending.TrendingPaper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what an edition brings: what members handed in for the channel, then what trends now and fits the topic;
 * nothing that was ever posted there.
 */
public final class EditionPlanner {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final int QUOTED = 80;

    private final Trending trending;
    private final PaperIndex index;
    private final QueryParser parser;
    private final PostedPapers posted;
    private final HandedIn handedIn;

    public EditionPlanner(
            Trending trending, PaperIndex index, QueryParser parser, PostedPapers posted, Submissions submissions) {
        this.trending = trending;
        this.index = index;
        this.parser = parser;
        this.posted = posted;
        this.handedIn = new HandedIn(submissions, trending, index);
    }

    /** What a subscription's edition of a day says; empty for a quiet day that is to be silent. */
    List<Item> items(Subscription subscription, LocalDate date, Instant now) {
        List<Candidate> hot = candidates(subscription, now);
        PaperQuery topic = parser.parse(subscription.topic().text());
        Set<PaperId> fitting =
                index.matching(topic, hot.stream().map(one -> one.paper().id()).collect(Collectors.toSet()));
        List<Candidate> members = fresh(subscription.channel(), handedIn.in(subscription.channel(), now))
                .limit(seats(subscription))
                .toList();
        Set<PaperId> seated = members.stream().map(one -> one.paper().id()).collect(Collectors.toSet());
        List<Candidate> others = hot.stream()
                .filter(one -> fitting.contains(one.paper().id()))
                .filter(one -> !seated.contains(one.paper().id()))
                .toList();
        List<Candidate> chosen = Stream.concat(members.stream(), fresh(subscription.channel(), others))
                .limit(subscription.count())
                .toList();
        if (!chosen.isEmpty()) {
            return chosen.stream()
                    .<Item>map(one -> new Item.OnePaper(one.paper().id(), one.why()))
                    .toList();
        }
        return switch (subscription.manners().quietDay()) {
            case SILENT -> List.of();
            case SAY -> List.of(quiet(subscription, hot.size(), fitting.size(), date));
        };
    }

    /** Best first; a paper that was seen under its DOI as well is one. */
    private List<Candidate> candidates(Subscription subscription, Instant now) {
        Optional<Server> server = subscription.channel().server();
        Duration settling = subscription.manners().settling();
        List<TrendingPaper> all = trending.at(server, now, Trending.WEEK);
        Movement movement = subscription
                .lastEdition()
                .map(day -> trending.at(server, subscription.timetable().instantOn(day), Trending.WEEK))
                .map(before -> Movement.between(before, all))
                .orElse(Movement.UNKNOWN);
        List<TrendingPaper> ranked =
                all.stream().filter(one -> one.age().compareTo(settling) >= 0).toList();
        Map<PaperId, Paper> known =
                index.findAll(ranked.stream().map(TrendingPaper::paper).toList());
        Map<PaperId, Candidate> candidates = new LinkedHashMap<>();
        for (TrendingPaper one : ranked) {
            Paper paper = known.get(one.paper());
            if (paper != null && !paper.withdrawn()) {
                candidates.putIfAbsent(paper.id(), new Candidate(paper, movement.with(one)));
            }
        }
        return List.copyOf(candidates.values());
    }

    /** Half of an edition at most, so that what trends keeps its place; the others come with the next ones. */
    private static int seats(Subscription subscription) {
        return (subscription.count() + 1) / 2;
    }

    private Stream<Candidate> fresh(ChannelRef channel, List<Candidate> candidates) {
        Set<PaperId> before = posted.postedIn(
                channel, candidates.stream().flatMap(Candidate::ids).toList());
        return candidates.stream().filter(one -> one.ids().noneMatch(before::contains));
    }

    private Item quiet(Subscription subscription, int hot, int fitting, LocalDate date) {
        return new Item.QuietNote(why(subscription, hot, fitting), (weekend(date) + newestVotes()).strip());
    }

    private static String why(Subscription subscription, int hot, int fitting) {
        Topic topic = subscription.topic();
        Duration settling = subscription.manners().settling();
        if (hot == 0 && settling.isPositive()) {
            return "No papers today: none that trends has been known for %d hours yet.".formatted(settling.toHours());
        }
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
