package dev.paperboy.digest;

import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Whereabouts;
import dev.paperboy.digest.Edition.Claim;
import dev.paperboy.digest.Edition.Part;
import dev.paperboy.digest.Edition.PartState;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a planned edition to its channel, part by part. Each part is claimed before it is sent and noted before the next
 * is claimed; one that was claimed and not noted is asked for before it is sent again.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Editions editions;
    private final Claims claims;
    private final PostedPapers posted;
    private final PaperIndex index;
    private final DigestWriter writer;
    private final Setbacks setbacks;
    /** Posts that stand and could not be noted yet: only the note is tried again. */
    private final Map<String, MessageRef> unnoted = new ConcurrentHashMap<>();

    Delivery(
            Editions editions,
            Claims claims,
            PostedPapers posted,
            PaperIndex index,
            DigestWriter writer,
            Setbacks setbacks) {
        this.editions = editions;
        this.claims = claims;
        this.posted = posted;
        this.index = index;
        this.writer = writer;
        this.setbacks = setbacks;
    }

    /** Sends what is still open of an edition, as far as the platform takes it. */
    void deliver(Recipient recipient, Edition edition, ChatSurface surface, Instant now) {
        new Round(recipient, edition, surface, now).run();
    }

    /**
     * Ends an edition whose day has passed. What may stand is asked for, so that reactions under it count; where there is
     * no answer it counts as posted, for the next edition must not bring it once more.
     *
     * @param surface empty if its platform is absent
     */
    void abandon(Edition edition, Optional<ChatSurface> surface) {
        recordWhatWasSent(edition, surface);
        for (Part part : edition.parts()) {
            if (part.state() == PartState.SENDING) {
                part.papers().forEach(paper -> posted.assume(edition.channel(), paper));
                surface.ifPresent(present -> recordIfItStands(edition, part, present));
            }
        }
        editions.close(edition.key(), Edition.State.ABANDONED);
    }

    private void recordIfItStands(Edition edition, Part part, ChatSurface surface) {
        Instant since = part.claim().map(Claim::since).orElse(edition.plannedAt());
        try {
            if (surface.find(edition.channel(), edition.deliveryKey(part), since)
                    instanceof Whereabouts.Found(MessageRef message)) {
                recordLate(message, part, Optional.of(surface));
            }
        } catch (ChatException trouble) {
            LOG.info("whether {} stands is left open: {}", edition.deliveryKey(part), trouble.getMessage());
        }
    }

    /** A crash may have come after a part was noted as sent and before its papers were. */
    private void recordWhatWasSent(Edition edition, Optional<ChatSurface> surface) {
        for (Part part : edition.parts()) {
            part.message()
                    .filter(message ->
                            !part.papers().isEmpty() && posted.at(message).isEmpty())
                    .ifPresent(message -> recordLate(message, part, surface));
        }
    }

    /** It may have stood for long, and people may have reacted to what we did not know yet. */
    private void recordLate(MessageRef message, Part part, Optional<ChatSurface> surface) {
        record(message, part);
        surface.ifPresent(present -> present.readReactions(message));
    }

    private void record(MessageRef message, Part part) {
        if (!part.papers().isEmpty()) {
            posted.record(message, part.papers(), PostedPapers.Occasion.DIGEST);
        }
    }

    /** One attempt to bring an edition to its end. */
    private final class Round {

        private final Recipient recipient;
        private final Edition edition;
        private final ChatSurface surface;
        private final Instant now;
        private Optional<String> inDoubt = Optional.empty();

        Round(Recipient recipient, Edition edition, ChatSurface surface, Instant now) {
            this.recipient = recipient;
            this.edition = edition;
            this.surface = surface;
            this.now = now;
        }

        void run() {
            recordWhatWasSent(edition, Optional.of(surface));
            if (edition.parts().stream().anyMatch(part -> part.state() == PartState.UNCLEAR)) {
                inDoubt = Optional.of("");
            }
            Map<PaperId, Paper> papers = index.findAll(edition.parts().stream()
                    .flatMap(part -> part.papers().stream())
                    .toList());
            for (Part part : edition.parts()) {
                if (part.isOpen() && !settle(part, papers)) {
                    return;
                }
            }
            setbacks.over(edition, inDoubt);
        }

        /** Settles a part; false if the rest has to wait. */
        private boolean settle(Part part, Map<PaperId, Paper> papers) {
            Optional<Content> content = writer.write(edition, part, papers);
            if (content.isEmpty()) {
                LOG.warn("{} is left out: the index does not know its paper any more", edition.deliveryKey(part));
                editions.dropped(edition.key(), part.number());
                return true;
            }
            Optional<Claim> claim = claims.take(edition, part);
            if (claim.isEmpty()) {
                LOG.info("{} is in other hands", edition.deliveryKey(part));
                return false;
            }
            try {
                return send(part, content.get(), claim.get());
            } catch (ChatException trouble) {
                return goesOnAfter(trouble, part, claim.get());
            }
        }

        private boolean send(Part part, Content content, Claim claim) {
            MessageRef standing = unnoted.get(edition.deliveryKey(part));
            if (standing != null) {
                note(part, standing);
                return true;
            }
            if (part.state() == PartState.UNSENT) {
                // The claim was taken a moment ago, and is the fence.
                note(part, post(part, content));
                return true;
            }
            return switch (surface.find(edition.channel(), edition.deliveryKey(part), claim.since())) {
                case Whereabouts.Found(MessageRef message) -> {
                    LOG.info("{} stands already", edition.deliveryKey(part));
                    note(part, message);
                    yield true;
                }
                case Whereabouts.Nowhere() -> sendAgain(part, content, claim);
                case Whereabouts.CannotTell(String remedy) -> {
                    leaveUnclear(part, remedy);
                    yield true;
                }
            };
        }

        /** Asking took its time; meanwhile another process may have lost patience and taken over. */
        private boolean sendAgain(Part part, Content content, Claim claim) {
            if (claims.confirm(edition, part, claim).isEmpty()) {
                LOG.info("{} has come into other hands", edition.deliveryKey(part));
                return false;
            }
            note(part, post(part, content));
            return true;
        }

        private MessageRef post(Part part, Content content) {
            String key = edition.deliveryKey(part);
            MessageRef message = part.isQuiet()
                    ? surface.postQuietly(edition.channel(), content, key)
                    : surface.post(edition.channel(), content, key);
            unnoted.put(key, message);
            return message;
        }

        private void note(Part part, MessageRef message) {
            editions.sent(edition.key(), part.number(), message);
            if (part.state() == PartState.UNSENT) {
                record(message, part);
            } else {
                recordLate(message, part, Optional.of(surface));
            }
            unnoted.remove(edition.deliveryKey(part));
        }

        private void leaveUnclear(Part part, String remedy) {
            LOG.warn(
                    "{} may stand or not, and is not sent again; I could look if {}",
                    edition.deliveryKey(part),
                    remedy);
            part.papers().forEach(paper -> posted.assume(edition.channel(), paper));
            editions.unclear(edition.key(), part.number());
            inDoubt = Optional.of(" Next time I can look for myself if " + remedy + ".");
        }

        private boolean goesOnAfter(ChatException trouble, Part part, Claim claim) {
            if (part.state() == PartState.UNSENT && didNothing(trouble)) {
                editions.release(edition.key(), part.number(), claim);
            }
            return switch (trouble.kind()) {
                case UNAVAILABLE, RATE_LIMITED, UNKNOWN -> {
                    setbacks.postpone(edition, part, trouble, now);
                    yield false;
                }
                case REFUSED -> {
                    setbacks.refused(recipient, edition, part, surface, now);
                    yield false;
                }
                case MALFORMED -> {
                    LOG.error("{} is left out: the platform does not take it", edition.deliveryKey(part), trouble);
                    editions.dropped(edition.key(), part.number());
                    yield true;
                }
            };
        }

        private static boolean didNothing(ChatException trouble) {
            return switch (trouble.kind()) {
                case UNAVAILABLE, RATE_LIMITED, REFUSED, MALFORMED -> true;
                case UNKNOWN -> false;
            };
        }
    }
}
