package dev.paperboy.digest;

import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.digest.Edition.Part;
import dev.paperboy.digest.Refusals.Refusal;
import dev.paperboy.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of an edition that the platform does not take: when it is tried again, and who hears of it. */
final class Setbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Setbacks.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 5;

    private final Editions editions;
    private final Subscriptions subscriptions;
    private final Refusals refusals;

    Setbacks(Editions editions, Subscriptions subscriptions, Refusals refusals) {
        this.editions = editions;
        this.subscriptions = subscriptions;
        this.refusals = refusals;
    }

    /** Waits for a while, the longer the oftener. */
    void postpone(Edition edition, Part part, ChatException trouble, Instant now) {
        Instant nextTry = now.plus(pause(edition, trouble));
        LOG.warn("{} waits until {}: {}", edition.deliveryKey(part), nextTry, trouble.getMessage());
        editions.postpone(edition.key(), nextTry);
        noteError(edition, "The post of " + edition.date() + " is held up, and I keep trying.");
    }

    /** Waits until the channel may be open again; of the first refusal in a row hears who asked for it. */
    void refused(Recipient recipient, Edition edition, Part part, ChatSurface surface, Instant now) {
        Refusal refusal = Refusal.after(refusals.of(recipient.id()), now);
        LOG.warn("{} is refused, and waits until {}", edition.deliveryKey(part), refusal.nextTry());
        refusals.note(recipient.id(), refusal);
        editions.postpone(edition.key(), refusal.nextTry());
        noteError(
                edition,
                "The post of " + edition.date()
                        + " was refused: I need the right to write in this channel. I try again by myself, at least once"
                        + " an hour.");
        // Who refuses to be written to cannot be told so.
        if (refusal.times() == 1
                && recipient.channel().person().isEmpty()
                && !recipient.madeBy().isForgotten()) {
            tell(recipient, edition, surface);
        }
    }

    /** Nobody waits for this message, and where it does not get through /papers status says the same. */
    private static void tell(Recipient recipient, Edition edition, ChatSurface surface) {
        Notice notice = Notice.problem(
                "I may not post in a channel where you asked me to: my post of " + edition.date() + " was refused.",
                "Let me view the channel and write in it, or invite me again. All settings are kept, and I try again by"
                        + " myself, at least once an hour.");
        try {
            surface.tell(recipient.madeBy(), notice, recipient.channel());
        } catch (ChatException trouble) {
            LOG.info(
                    "{} could not be told that {} refuses posts: {}", recipient.madeBy(), recipient.channel(), trouble);
        }
    }

    /**
     * An edition whose parts are all settled.
     *
     * @param inDoubt of a part that may be missing: a sentence on what would have helped, possibly empty
     */
    void over(Edition edition, Optional<String> inDoubt) {
        editions.close(edition.key(), Edition.State.DONE);
        refusals.forget(edition.subscription());
        subscriptions.noteError(
                edition.subscription(),
                inDoubt.map(remedy -> "A paper of " + edition.date()
                        + " may be missing: I lost sight of the post, and did not repeat it lest it stand here twice."
                        + remedy));
    }

    private void noteError(Edition edition, String error) {
        subscriptions.noteError(edition.subscription(), Optional.of(error));
    }

    private static Duration pause(Edition edition, ChatException trouble) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(edition.attempts(), DOUBLINGS));
        Duration ours = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return Stream.concat(trouble.retryAfter().stream(), Stream.of(ours))
                .max(Duration::compareTo)
                .orElse(ours);
    }
}
