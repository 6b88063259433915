package dev.paperboy.digest;

import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.digest.Edition.Part;
import dev.paperboy.digest.Edition.PartState;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a planned edition to its channel, part by part, each noted before the next is sent. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 5;

    private final Editions editions;
    private final PostedPapers posted;
    private final Subscriptions subscriptions;
    private final PaperIndex index;
    private final DigestWriter writer;
    /** Posts that stand and could not be noted yet: only the note is tried again. */
    private final Map<String, MessageRef> unnoted = new ConcurrentHashMap<>();

    Delivery(
            Editions editions,
            PostedPapers posted,
            Subscriptions subscriptions,
            PaperIndex index,
            DigestWriter writer) {
        this.editions = editions;
        this.posted = posted;
        this.subscriptions = subscriptions;
        this.index = index;
        this.writer = writer;
    }

    /** Sends what is still unsent of an edition, as far as the platform takes it. */
    void deliver(Edition edition, ChatSurface surface, Instant now) {
        rememberWhatWasSent(edition);
        Map<PaperId, Paper> papers = index.findAll(
                edition.parts().stream().flatMap(part -> paper(part).stream()).toList());
        for (Part part : edition.parts()) {
            if (part.state() == PartState.UNSENT && !send(edition, part, papers, surface, now)) {
                return;
            }
        }
        editions.close(edition.key(), Edition.State.DONE);
        subscriptions.noteError(edition.subscription(), Optional.empty());
    }

    /** A crash may have come after a part was noted as sent and before its paper was. */
    private void rememberWhatWasSent(Edition edition) {
        for (Part part : edition.parts()) {
            part.message().ifPresent(message -> record(message, part));
        }
    }

    /** Whether to go on with the next part. */
    private boolean send(Edition edition, Part part, Map<PaperId, Paper> papers, ChatSurface surface, Instant now) {
        Optional<Content> content = writer.write(edition, part, papers);
        if (content.isEmpty()) {
            LOG.warn("{} is left out: the index does not know its paper any more", edition.deliveryKey(part));
            editions.dropped(edition.key(), part.number());
            return true;
        }
        try {
            MessageRef message = post(edition, part, content.get(), surface);
            note(edition, part, message);
            return true;
        } catch (ChatException trouble) {
            return goesOnAfter(trouble, edition, part, now);
        }
    }

    private MessageRef post(Edition edition, Part part, Content content, ChatSurface surface) {
        String key = edition.deliveryKey(part);
        MessageRef standing = unnoted.get(key);
        if (standing != null) {
            return standing;
        }
        MessageRef message = surface.post(edition.channel(), content, key);
        unnoted.put(key, message);
        return message;
    }

    private void note(Edition edition, Part part, MessageRef message) {
        editions.sent(edition.key(), part.number(), message);
        record(message, part);
        unnoted.remove(edition.deliveryKey(part));
    }

    private boolean goesOnAfter(ChatException trouble, Edition edition, Part part, Instant now) {
        return switch (trouble.kind()) {
            case UNAVAILABLE, RATE_LIMITED -> {
                Instant nextTry = now.plus(pause(edition, trouble));
                LOG.warn("{} waits until {}: {}", edition.deliveryKey(part), nextTry, trouble.getMessage());
                editions.postpone(edition.key(), nextTry);
                subscriptions.noteError(
                        edition.subscription(),
                        Optional.of("The post of " + edition.date() + " is held up, and I keep trying."));
                yield false;
            }
            case UNKNOWN -> {
                LOG.warn("{} may have arrived or not, and is not sent again", edition.deliveryKey(part), trouble);
                paper(part).ifPresent(paper -> posted.assume(edition.channel(), paper));
                editions.unclear(edition.key(), part.number());
                yield true;
            }
            case REFUSED -> {
                LOG.warn("{} is refused: {}", edition.deliveryKey(part), trouble.getMessage());
                editions.close(edition.key(), Edition.State.ABANDONED);
                subscriptions.noteError(
                        edition.subscription(),
                        Optional.of("The post of " + edition.date()
                                + " was refused: I need the right to write in this channel."));
                yield false;
            }
            case MALFORMED -> {
                LOG.error("{} is left out: the platform does not take it", edition.deliveryKey(part), trouble);
                editions.dropped(edition.key(), part.number());
                yield true;
            }
        };
    }

    private static Duration pause(Edition edition, ChatException trouble) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(edition.attempts(), DOUBLINGS));
        Duration ours = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return Stream.concat(trouble.retryAfter().stream(), Stream.of(ours))
                .max(Duration::compareTo)
                .orElse(ours);
    }

    private void record(MessageRef message, Part part) {
        paper(part).ifPresent(paper -> posted.record(message, List.of(paper), PostedPapers.Occasion.DIGEST));
    }

    private static Optional<PaperId> paper(Part part) {
        return part.item() instanceof Edition.Item.OnePaper one ? Optional.of(one.paper()) : Optional.empty();
    }
}
