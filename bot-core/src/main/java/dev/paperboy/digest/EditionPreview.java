package dev.paperboy.digest;

import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.PaperCard;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.subscription.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows what a channel's next edition would bring if its hour had come. */
public final class EditionPreview {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final EditionPlanner planner;
    private final DigestWriter writer;
    private final PaperIndex index;

    public EditionPreview(EditionPlanner planner, DigestWriter writer, PaperIndex index) {
        this.planner = planner;
        this.writer = writer;
        this.index = index;
    }

    /** The next edition of a subscription, as one list. */
    public Content next(Subscription subscription, Instant now) {
        LocalDate date = subscription.nextDay(now);
        Edition edition = Edition.planned(
                subscription.id(), subscription.channel(), date, planner.items(subscription, date, now), now);
        Map<PaperId, Paper> papers = index.findAll(edition.parts().stream()
                .flatMap(part -> part.item() instanceof Edition.Item.OnePaper one
                        ? List.of(one.paper()).stream()
                        : List.<PaperId>of().stream())
                .toList());
        return shown(subscription, writer.write(edition, papers), now);
    }

    private static Content shown(Subscription subscription, List<Content> messages, Instant now) {
        String when = subscription
                .nextDue(now)
                .atZone(subscription.timetable().zone())
                .format(MOMENT);
        List<PaperCard> cards = messages.stream()
                .flatMap(message -> message instanceof PaperCard card
                        ? List.of(new PaperCard("", card.paper(), card.why(), card.buttons())).stream()
                        : List.<PaperCard>of().stream())
                .toList();
        if (!cards.isEmpty()) {
            return new Content.PaperList(
                    "Next post here, " + when,
                    1,
                    cards,
                    "As things stand now; votes until then may change it. Each comes as a message of its own.",
                    List.of());
        }
        String text = messages.stream()
                .flatMap(message -> message instanceof Content.Notice notice
                        ? List.of(notice.text()).stream()
                        : List.<String>of().stream())
                .findFirst()
                .map(note -> "I would write: " + note)
                .orElse("I would stay silent: nothing new fits.");
        return Content.Notice.info("Next post here, " + when + ". " + text, "As things stand now.");
    }
}
