package dev.paperboy.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.paperboy.chat.Bot;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.UserRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes each reaction once and in its order, on threads of its own. Slack delivers an event up to four times over six
 * minutes, so a late repeat of "added" can come after "removed"; only what is newer than the last change of the same
 * reaction counts. What is not done within two seconds is left for Slack to repeat.
 */
final class SlackReactions {
    private static final Logger log = LoggerFactory.getLogger(SlackReactions.class);
    /** Longer than Slack's retries take: at once, after one minute and after five more. */
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private static final int MOST = 50_000;
    /** Slack waits three seconds for an acknowledgement. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    /** A message of ours this old is known, or will never be. */
    private static final Duration YOUNG = Duration.ofMinutes(10);
    /** So often is Slack to repeat a reaction under a message that is not known yet: at once, and after a minute. */
    private static final int REPEATS_FOR_THE_UNKNOWN = 2;

    /** More would only wait for the store together. */
    private static final int THREADS = 4;

    private static final int WAITING = 200;

    private static final Duration LONGEST_FINISH = Duration.ofSeconds(10);

    /**
     * A reaction as Slack tells of it.
     *
     * @param eventId the same when Slack repeats the event
     * @param eventTs when somebody reacted, by Slack's clock
     * @param underOurs whether the message is the bot's own
     */
    record Event(
            String eventId,
            String eventTs,
            UserRef user,
            MessageRef message,
            boolean underOurs,
            String emoji,
            boolean added) {}

    private record Place(UserRef user, MessageRef message, Emoji emoji) {}

    /** What became of one try. */
    private enum Outcome {
        DONE,
        /** The bot is still to be told which papers this message shows. */
        MESSAGE_UNKNOWN,
        NOT_IN_TIME
    }

    private final Bot bot;
    private final Ticker ticker = Ticker.systemTicker();
    private final Duration patience;
    private final Cache<String, Boolean> recentEvents = cache();
    private final Cache<Place, String> lastChange = cache();
    private final Cache<String, Integer> refused = cache();
    private final ThreadPoolExecutor workers;
    private final Predicate<MessageRef> beingRead;

    SlackReactions(Bot bot, Predicate<MessageRef> beingRead) {
        this(bot, beingRead, PATIENCE);
    }

    /**
     * Takes reactions.
     *
     * @param beingRead whether reactions under a message have to wait, lest what is just being read undoes them
     * @param patience how long each may take
     */
    SlackReactions(Bot bot, Predicate<MessageRef> beingRead, Duration patience) {
        this.bot = bot;
        this.beingRead = beingRead;
        this.patience = patience;
        this.workers = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                // Not virtual: a store that is locked would hold their carriers, and with them everybody's.
                Thread.ofPlatform().daemon().name("slack-reaction-", 0).factory());
        workers.allowCoreThreadTimeOut(true);
    }

    /**
     * Has the bot take note, unless this event or a newer one of the same reaction was taken already.
     *
     * @return whether it is settled and may be acknowledged; if not, Slack is to send it again
     */
    boolean take(Event event) {
        Optional<Emoji> emoji = SlackEmoji.read(event.emoji());
        if (emoji.isEmpty() || recentEvents.getIfPresent(event.eventId()) != null) {
            return true;
        }
        ReactionChange change = new ReactionChange(event.user(), event.message(), emoji.get(), event.added());
        long deadline = ticker.read() + patience.toNanos();
        Outcome outcome = tryBy(deadline, event, change);
        if (outcome == Outcome.MESSAGE_UNKNOWN) {
            outcome = tryUntilKnown(deadline, event, change);
        }
        return outcome == Outcome.DONE;
    }

    private Outcome tryUntilKnown(long deadline, Event event, ReactionChange change) {
        Outcome outcome = Outcome.MESSAGE_UNKNOWN;
        while (outcome == Outcome.MESSAGE_UNKNOWN && deadline - ticker.read() > BETWEEN_LOOKS.toNanos() * 2) {
            outcome = sleep(BETWEEN_LOOKS) ? tryBy(deadline, event, change) : Outcome.NOT_IN_TIME;
        }
        if (outcome != Outcome.DONE) {
            refused.asMap().merge(event.eventId(), 1, Integer::sum);
        }
        return outcome;
    }

    /** Whether the time passed in peace. */
    private static boolean sleep(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome tryBy(long deadline, Event event, ReactionChange change) {
        try {
            Future<Outcome> work = workers.submit((Callable<Outcome>) () -> settle(event, change));
            return await(work, deadline);
        } catch (RejectedExecutionException e) {
            log.warn("too many reactions at once, or none any more; Slack will repeat this one");
            return Outcome.NOT_IN_TIME;
        }
    }

    private Outcome await(Future<Outcome> work, long deadline) {
        try {
            return work.get(deadline - ticker.read(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Once begun it goes on, and when it comes again it is done; the others would only be in each other's way.
            work.cancel(false);
            log.warn("a reaction was not kept within {} s; Slack will repeat it", patience.toSeconds());
        } catch (ExecutionException e) {
            log.error("a reaction could not be kept; Slack will repeat it", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Outcome.NOT_IN_TIME;
    }

    private Outcome settle(Event event, ReactionChange change) {
        if (beingRead.test(event.message()) || (mayBecomeKnown(event) && !bot.knows(event.message()))) {
            return Outcome.MESSAGE_UNKNOWN;
        }
        lastChange.asMap().compute(new Place(event.user(), event.message(), change.emoji()), (same, last) -> {
            if (last != null && isNewer(last, event.eventTs())) {
                return last;
            }
            bot.onReaction(change);
            return event.eventTs();
        });
        recentEvents.put(event.eventId(), true);
        return Outcome.DONE;
    }

    /**
     * People see a message before Slack has told us its time stamp, let alone before we have noted its papers. A message
     * of ours without papers never becomes known, so this does not go on for ever.
     */
    private boolean mayBecomeKnown(Event event) {
        return event.underOurs()
                && isYoung(event)
                && refused.asMap().getOrDefault(event.eventId(), 0) < REPEATS_FOR_THE_UNKNOWN;
    }

    private static boolean isYoung(Event event) {
        BigDecimal age = new BigDecimal(event.eventTs())
                .subtract(new BigDecimal(event.message().id()));
        return age.compareTo(BigDecimal.valueOf(YOUNG.toSeconds())) < 0;
    }

    /** How many events were repeats. */
    CacheStats stats() {
        return recentEvents.stats();
    }

    /** Lets what has begun end; called once nothing new can come in. */
    void finish() {
        SlackInbound.finish(workers, LONGEST_FINISH);
    }

    /** Time stamps have ten digits before the point and six behind, so they compare as text. */
    private static boolean isNewer(String last, String eventTs) {
        return last.compareTo(eventTs) > 0;
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST)
                .recordStats()
                .build();
    }
}
