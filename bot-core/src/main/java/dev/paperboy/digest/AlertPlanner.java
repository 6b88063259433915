package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Content.PaperList;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import dev.paperboy.digest.Alerts.Waiting;
import dev.paperboy.digest.Edition.Item;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.subscription.Watch;
import dev.paperboy.subscription.Watches;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers the alerts of a channel into an edition. Papers come in by the hundred within minutes; whoever watches is told
 * of them together. The key of such an edition is the channel's and the number of its first alert, so that whatever breaks
 * off leaves one edition.
 */
public final class AlertPlanner {

    /** How long nothing more must have come in. */
    private static final Duration QUIET = Duration.ofMinutes(2);

    /** How long an alert waits for others at most. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** How long a paper that was announced may take to be known; one that takes longer was refused by the index. */
    private static final Duration KNOWN_WITHIN = Duration.ofDays(1);

    private final Alerts alerts;
    private final Watches watches;
    private final Editions editions;
    private final PostedPapers posted;
    private final PaperIndex index;

    public AlertPlanner(Alerts alerts, Watches watches, Editions editions, PostedPapers posted, PaperIndex index) {
        this.alerts = alerts;
        this.watches = watches;
        this.editions = editions;
        this.posted = posted;
        this.index = index;
    }

    /** The channels that are to be told something now. */
    Set<ChannelRef> due(Set<Platform> platforms, Instant now) {
        return alerts.ripe(platforms, now.minus(QUIET), now.minus(LONGEST_WAIT));
    }

    /** Who gets a channel's alerts; empty if nobody does any more. */
    Optional<Recipient> recipient(ChannelRef channel) {
        Optional<UserRef> asker = channel.person()
                .or(() -> watches.in(channel).stream().map(Watch::madeBy).findFirst());
        return asker.map(person -> Recipient.ofWatches(channel, person));
    }

    /** Plans what a channel is to be told now. */
    void plan(ChannelRef channel, Instant now) {
        List<Waiting> waiting = alerts.waiting(channel);
        Map<PaperId, Paper> known =
                index.findAll(waiting.stream().map(one -> one.alert().paper()).toList());
        List<Waiting> lost = waiting.stream()
                .filter(one -> !known.containsKey(one.alert().paper()))
                .filter(one -> one.alert().at().plus(KNOWN_WITHIN).isBefore(now))
                .toList();
        List<Waiting> ready = waiting.stream()
                .filter(one -> known.containsKey(one.alert().paper()))
                .toList();
        Set<Waiting> old = old(channel, ready, known);
        List<Waiting> told = ready.stream().filter(one -> !old.contains(one)).toList();
        if (!told.isEmpty()) {
            told = keep(channel, told, now);
        }
        alerts.settle(Stream.of(lost, old, told).flatMap(some -> some.stream()).toList());
    }

    /** Those that the channel has had, perhaps by its schedule; news of a paper are news all the same. */
    private Set<Waiting> old(ChannelRef channel, List<Waiting> ready, Map<PaperId, Paper> known) {
        Set<PaperId> before = posted.postedIn(
                channel, known.values().stream().flatMap(AlertPlanner::ids).toList());
        return ready.stream()
                .filter(one -> one.alert().cause().equals(Alert.Cause.NEW))
                .filter(one -> Optional.ofNullable(known.get(one.alert().paper())).stream()
                        .flatMap(AlertPlanner::ids)
                        .anyMatch(before::contains))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<PaperId> ids(Paper paper) {
        return Stream.concat(Stream.of(paper.id()), paper.links().doi().flatMap(PaperId::doi).stream());
    }

    /** @return those for which there is an edition now */
    private List<Waiting> keep(ChannelRef channel, List<Waiting> told, Instant now) {
        String recipient = Watch.subscriptionOf(channel);
        Edition edition = Edition.planned(
                recipient + "@" + told.getFirst().number(),
                recipient,
                channel,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                items(channel, told),
                now);
        if (editions.plan(edition)) {
            return told;
        }
        // Planned before, and broken off before they were settled; what came since is for the next.
        Set<PaperId> planned = editions.find(edition.key()).stream()
                .flatMap(standing -> standing.parts().stream())
                .flatMap(part -> part.papers().stream())
                .collect(Collectors.toSet());
        return told.stream()
                .filter(one -> planned.contains(one.alert().paper()))
                .toList();
    }

    private static List<Item> items(ChannelRef channel, List<Waiting> told) {
        List<Alert> all = told.stream().map(Waiting::alert).toList();
        List<Alert> arrived = of(all, Alert.Cause.NEW);
        List<Alert> fetched = of(all, Alert.Cause.SUBMITTED);
        List<Alert> reminders =
                all.stream().filter(alert -> alert.cause().isNudge()).toList();
        List<Alert> news = new ArrayList<>(all);
        news.removeAll(arrived);
        news.removeAll(fetched);
        news.removeAll(reminders);
        List<Item> items = new ArrayList<>();
        addTo(items, arrived, newHeading(channel, arrived.size()), "", false);
        addTo(items, fetched, "What you handed in is here now", "", false);
        // The one kind of message that nobody asked for.
        addTo(items, news, "News of what you saved", "", true);
        addTo(items, reminders, "Still to read on your list", "/papers saved nudge:off ends these reminders.", false);
        return items;
    }

    private static List<Alert> of(List<Alert> alerts, Alert.Cause cause) {
        return alerts.stream().filter(alert -> alert.cause().equals(cause)).toList();
    }

    private static void addTo(List<Item> items, List<Alert> told, String heading, String note, boolean quiet) {
        if (!told.isEmpty()) {
            items.add(item(told, heading, note, quiet));
        }
    }

    private static String newHeading(ChannelRef channel, int papers) {
        String what = papers == 1 ? "New paper" : "%,d new papers".formatted(papers);
        return what + (channel.person().isPresent() ? " that you watch for" : " that this channel watches for");
    }

    private static Item item(List<Alert> told, String heading, String note, boolean quiet) {
        Map<PaperId, String> why = new LinkedHashMap<>();
        told.forEach(alert -> why.merge(alert.paper(), alert.why(), (one, other) -> one + " · " + other));
        int more = why.size() - PaperList.MAX_CARDS;
        return new Item.Alert(
                heading,
                why.entrySet().stream()
                        .limit(PaperList.MAX_CARDS)
                        .map(one -> new Item.OnePaper(one.getKey(), one.getValue()))
                        .toList(),
                more > 0 ? "%,d more came in; /papers search with sort:new finds them.".formatted(more) : note,
                quiet);
    }
}
