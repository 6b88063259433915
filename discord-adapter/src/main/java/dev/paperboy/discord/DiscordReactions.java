package dev.paperboy.discord;

import dev.paperboy.chat.Bot;
import dev.paperboy.chat.ChatSurface;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.LaterTries;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.UserRef;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.JDA;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reactions, one after the other in Discord's order. Those of a gap, which Discord tells nobody, are read again below
 * the latest posts; each post is read and taken note of in its turn, so that what happens meanwhile comes after it.
 */
final class DiscordReactions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordReactions.class);

    /** How many posts are read again: those of some weeks. It takes a while, and nobody waits for it. */
    private static final int POSTS = 5_000;

    /** Between two posts that are read, of two requests each: most of what Discord allows is left to others. */
    private static final Duration APART = Duration.ofMillis(100);

    /**
     * When a post is read that somebody reacted to before we had noted what it shows; one that is noted later is read
     * then.
     */
    private static final List<Duration> SOON =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), ChatSurface.LONGEST_POST);

    /** For one request, during which no reaction is taken note of. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** For what was accepted before the end. */
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final Bot bot;
    private final LaterTries tries = new LaterTries("discord-reactions");
    private final Retry atOnce;
    private final AtomicInteger round = new AtomicInteger();
    private final ExecutorService inOrder = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("discord-reactions").factory());

    DiscordReactions(Bot bot) {
        this(bot, PAUSES);
    }

    /** @param pauses how long to wait before each further attempt to take note of a reaction */
    DiscordReactions(Bot bot, List<Duration> pauses) {
        this.bot = bot;
        this.atOnce = Retry.of(
                "reaction",
                RetryConfig.custom()
                        .maxAttempts(1 + pauses.size())
                        .intervalFunction(attempt -> pauses.get(attempt - 1).toMillis())
                        .build());
    }

    /**
     * Takes note of a reaction.
     *
     * @param underOurs whether we know that the message is ours; people see a post a moment before we have noted it, and
     *     then all reactions under it are read a little later
     */
    void take(JDA jda, ReactionChange change, boolean underOurs) {
        execute(() -> keep("reaction " + change, () -> {
            if (underOurs && !bot.knows(change.message())) {
                SOON.forEach(pause -> later(pause, () -> read(jda, change.message())));
            } else {
                bot.onReaction(change);
            }
        }));
    }

    /** Reads the reactions under one post, in its turn. */
    void read(JDA jda, MessageRef post) {
        read(reader(jda), post);
    }

    private static Reader reader(JDA jda) {
        return new Reader(new DiscordRest(jda), jda.getSelfUser().getId());
    }

    private void read(Reader reader, MessageRef post) {
        var _ = tries.run(() -> readNow(reader, post), this::execute).whenComplete((_, failure) -> {
            if (failure != null) {
                report(post, failure);
            }
        });
    }

    private static void report(MessageRef post, Throwable failure) {
        if (LaterTries.refusal(failure).isPresent()) {
            LOG.debug("{} or its channel is gone, and with it the reactions: {}", post, failure.toString());
        } else {
            LOG.warn("the reactions under {} are left to the next start", post, failure);
        }
    }

    private void readNow(Reader reader, MessageRef post) {
        Map<Emoji, Set<UserRef>> standing;
        try {
            standing = reader.read(post);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        } catch (ExecutionException | TimeoutException | RuntimeException failure) {
            throw DiscordErrors.of("read the reactions under " + post, failure);
        }
        bot.onReactionsRead(post, standing);
    }

    /** Reads the reactions under the latest posts; a newer call takes the place of one still at work. */
    void readAgain(JDA jda) {
        int mine = round.incrementAndGet();
        Reader reader = reader(jda);
        execute(() -> keep("list of latest posts", () -> {
            Iterator<MessageRef> posts =
                    bot.latestPosts(Platform.DISCORD, POSTS).iterator();
            execute(() -> next(mine, reader, posts));
        }));
    }

    /** Reads below one post and goes to the end of the queue with the rest, so that nobody waits for more than one. */
    private void next(int mine, Reader reader, Iterator<MessageRef> posts) {
        if (round.get() == mine && posts.hasNext()) {
            read(reader, posts.next());
            later(APART, () -> next(mine, reader, posts));
        }
    }

    /** Reads what stands under a post, for a bot whose own reactions do not count. */
    private record Reader(DiscordRest rest, String self) {

        Map<Emoji, Set<UserRef>> read(MessageRef post)
                throws InterruptedException, ExecutionException, TimeoutException {
            Map<Emoji, Set<UserRef>> standing = new EnumMap<>(Emoji.class);
            String channel = post.channel().id();
            for (String written : DiscordRest.await(rest.emojis(channel, post.id()), PATIENCE)) {
                Optional<Emoji> emoji = DiscordEmoji.read(written);
                if (emoji.isPresent()) {
                    Set<UserRef> users = standing.computeIfAbsent(emoji.get(), unseen -> new HashSet<>());
                    rest.reactors(channel, post.id(), written, PATIENCE).stream()
                            .filter(user -> !user.equals(self))
                            .map(user -> new UserRef(Platform.DISCORD, "", user))
                            .forEach(users::add);
                }
            }
            return standing;
        }
    }

    /** Does something that may fail and may be done twice, until it succeeds or patience ends; all else waits. */
    private void keep(String what, Runnable deed) {
        try {
            atOnce.executeRunnable(deed);
        } catch (RuntimeException failure) {
            LOG.error("{} is left undone until the next connection", what, failure);
        }
    }

    private void later(Duration pause, Runnable task) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, this::execute)
                .execute(task);
    }

    private void execute(Runnable task) {
        try {
            inOrder.execute(task);
        } catch (RejectedExecutionException closed) {
            LOG.debug("a reaction came after the end; the next start reads it");
        }
    }

    /** Takes nothing more, ends reading again, and finishes what was accepted, within bounds. */
    @Override
    public void close() {
        round.incrementAndGet();
        tries.close();
        inOrder.shutdown();
        try {
            if (!inOrder.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "{} reactions are left to the next start",
                        inOrder.shutdownNow().size());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            inOrder.shutdownNow();
        }
    }
}
