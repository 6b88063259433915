package dev.paperboy.slack.sandbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The interactions of the last half hour, found by response URL, by trigger, or by what the bot then did.
 *
 * <p>An interaction is answered by the first visible thing that the bot makes of it: text or blocks in the
 * acknowledgement; else a post to its response URL; else a message of the bot that carries the interaction's trigger
 * somewhere in its metadata; else the next message without metadata in the same channel (for an ephemeral one: to the
 * same user). A message with other metadata, such as a scheduled post, never answers anybody, and what somebody does in
 * the home tab is answered by publishing it alone.
 */
final class Interactions {
    static final Duration RESPONSE_URL_LIFE = Duration.ofMinutes(30);
    static final Duration TRIGGER_LIFE = Duration.ofSeconds(3);
    static final int RESPONSE_URL_USES = 5;

    private final Ticker ticker;
    private final AtomicLong sequence = new AtomicLong(1_000_000);
    private final Cache<String, Interaction> recent;
    /** Those without an answer, oldest first. */
    private final ConcurrentSkipListMap<Long, Interaction> open = new ConcurrentSkipListMap<>();

    Interactions(Ticker ticker) {
        this.ticker = ticker;
        this.recent = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(RESPONSE_URL_LIFE.multipliedBy(2))
                .build();
    }

    Interaction open(Interaction.Kind kind, String user, String channel, @Nullable Posted source) {
        long number = sequence.incrementAndGet();
        String token = UUID.randomUUID().toString().replace("-", "");
        String trigger = number + ".700." + token.substring(0, 20);
        Interaction made = new Interaction(kind, user, channel, source, trigger, token, ticker.read());
        recent.put(token, made);
        open.put(number, made);
        return made;
    }

    Optional<Interaction> byResponseToken(String token) {
        return Optional.ofNullable(recent.getIfPresent(token));
    }

    boolean isExpired(Interaction interaction, Duration life) {
        return ticker.read() - interaction.startedNanos > life.toNanos();
    }

    Optional<Interaction> byTrigger(String trigger) {
        return recent.asMap().values().stream()
                .filter(each -> each.trigger.equals(trigger))
                .findFirst();
    }

    Optional<Interaction> openHome(String user) {
        return oldest(each -> each.kind == Interaction.Kind.HOME && each.user.equals(user));
    }

    /** Which open interaction a message of the bot answers, if any. */
    Optional<Interaction> answeredBy(Posted posted) {
        JsonNode metadata = posted.message().path("metadata");
        if (!metadata.isMissingNode()) {
            return oldest(each -> each.kind != Interaction.Kind.HOME
                    && metadata.path("event_payload")
                            .valueStream()
                            .anyMatch(value -> value.asString("").equals(each.trigger)));
        }
        return oldest(each -> each.kind != Interaction.Kind.HOME
                && each.channel.equals(posted.channel())
                && (posted.ephemeralFor() == null || posted.ephemeralFor().equals(each.user)));
    }

    void answer(Interaction interaction, Posted posted, JsonNode sent) {
        answer(
                interaction,
                posted.ephemeralFor() != null,
                PlainReading.of(posted.message()),
                Json.MAPPER.writeValueAsString(sent),
                posted.ts());
    }

    void answer(Interaction asked, boolean ephemeral, String text, String sent, String messageId) {
        Interaction submission = asked.submission;
        Interaction interaction = submission == null || asked.isOpen() ? asked : submission;
        interaction.reply.complete(new SandboxReply(true, ephemeral, text, sent, millis(interaction), messageId));
    }

    /** What Slack itself tells the person when the app failed. */
    void fail(Interaction interaction, String what) {
        interaction.reply.complete(new SandboxReply(false, true, what, "", millis(interaction), ""));
    }

    private long millis(Interaction interaction) {
        return Duration.ofNanos(ticker.read() - interaction.startedNanos).toMillis();
    }

    private Optional<Interaction> oldest(Predicate<Interaction> wanted) {
        open.values().removeIf(each -> !each.isOpen() || isExpired(each, RESPONSE_URL_LIFE));
        return open.values().stream().filter(wanted).findFirst();
    }
}
