package dev.paperboy.slack;

import dev.paperboy.chat.Bot;
import dev.paperboy.chat.LaterTries;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Catches up with the reactions that nobody was here to hear of. A channel whose history the app may read is read in
 * pages of two hundred messages; the posts of the others one by one, at Slack's pace of a call a second or so. What a
 * reading changes is read once more: another process may have taken note of something newer between Slack's answer and
 * our note.
 */
final class SlackCatchUp {
    private static final Logger log = LoggerFactory.getLogger(SlackCatchUp.class);

    /** How many posts are read again: those of some months. */
    private static final int POSTS = 5_000;

    /** How many of them one by one, which takes some twenty minutes. */
    private static final int SINGLY = 1_000;

    /** How often the same is read until it changes nothing. */
    private static final int MOST_READINGS = 4;

    private final Bot bot;
    private final ExecutorService queue = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("slack-reactions-again").factory());
    private final LaterTries tries = new LaterTries("slack-reactions-again");
    private final AtomicInteger round = new AtomicInteger();
    /** Reactions under them wait, so that what was read before them is not taken note of after them. */
    private final Set<MessageRef> beingRead = ConcurrentHashMap.newKeySet();

    SlackCatchUp(Bot bot) {
        this.bot = bot;
    }

    /** Whether a reaction under a message has to wait, lest what is just being read undoes it. */
    boolean isReading(MessageRef message) {
        return beingRead.contains(message);
    }

    /** Reads the reactions under one post in the background. */
    void read(SlackReactionReader reader, MessageRef post) {
        run("the reactions under " + post, () -> readNow(reader, post), _ -> {});
    }

    /** Reads the reactions under the latest posts; a newer call takes the place of one still at work. */
    void readAgain(SlackReactionReader reader) {
        int mine = round.incrementAndGet();
        run("the list of latest posts", () -> new Round(mine, reader).begin(), _ -> {});
    }

    /** Tries nothing more. */
    void finish() {
        tries.close();
        queue.shutdownNow();
    }

    /** Puts a task to the end of the queue, so that nobody there waits for more than the task before. */
    private void run(String what, Runnable task, Consumer<Throwable> givenUp) {
        var _ = tries.run(task, queue).whenComplete((_, failure) -> {
            if (failure != null && !queue.isShutdown()) {
                report(what, failure);
                givenUp.accept(failure);
            }
        });
    }

    private static void report(String what, Throwable failure) {
        if (LaterTries.refusal(failure).isPresent()) {
            log.debug("{}: gone, or closed to us: {}", what, failure.toString());
        } else {
            log.warn("{}: left to the next connection", what, failure);
        }
    }

    private void readNow(SlackReactionReader reader, MessageRef post) {
        var _ = untilItStands(List.of(post), asking -> {
            var standing = reader.read(post, asking);
            return new Noted<>(standing, bot.onReactionsRead(post, standing));
        });
    }

    /** An answer of Slack's, and whether our note of it changed anything. */
    private record Noted<T>(T answer, boolean changed) {}

    /**
     * Asks Slack and notes the answer, again while that changes something; reactions under the posts wait meanwhile.
     *
     * @param reading is told what to run when Slack is asked
     */
    private <T> T untilItStands(Collection<MessageRef> posts, Function<Runnable, Noted<T>> reading) {
        try {
            Noted<T> noted = reading.apply(() -> beingRead.addAll(posts));
            for (int time = 1; noted.changed() && time < MOST_READINGS; time++) {
                noted = reading.apply(() -> {});
            }
            return noted.answer();
        } finally {
            posts.forEach(beingRead::remove);
        }
    }

    /** One reading of all that is to be read; lives in the queue. */
    private final class Round {
        private final int number;
        private final SlackReactionReader reader;
        private final List<MessageRef> left = new ArrayList<>();
        private int stretchesLeft;

        Round(int number, SlackReactionReader reader) {
            this.number = number;
            this.reader = reader;
        }

        private boolean isOvertaken() {
            return round.get() != number;
        }

        void begin() {
            List<SlackStretch> stretches = SlackStretch.of(bot.latestPosts(Platform.SLACK, POSTS));
            stretchesLeft = stretches.size();
            stretches.forEach(this::readOn);
        }

        private void readOn(SlackStretch stretch) {
            run("the reactions in " + stretch.channel(), () -> readPage(stretch), _ -> end(stretch));
        }

        private void readPage(SlackStretch stretch) {
            if (!isOvertaken()) {
                boolean more = stretch.turn(pageThatStands(stretch));
                if (more) {
                    readOn(stretch);
                } else {
                    end(stretch);
                }
            }
        }

        private SlackReactionReader.Page pageThatStands(SlackStretch stretch) {
            return untilItStands(stretch.unread(), asking -> {
                SlackReactionReader.Page page = stretch.read(reader, asking);
                return new Noted<>(page, note(stretch, page));
            });
        }

        private boolean note(SlackStretch stretch, SlackReactionReader.Page page) {
            boolean changed = false;
            for (var under : stretch.standingOn(page).entrySet()) {
                changed |= bot.onReactionsRead(under.getKey(), under.getValue());
            }
            return changed;
        }

        /** What no page showed, because it is closed to us or goes back too far, is read post by post. */
        private void end(SlackStretch stretch) {
            left.addAll(stretch.unread());
            stretchesLeft--;
            if (stretchesLeft == 0) {
                left.sort(Comparator.comparing(MessageRef::id).reversed());
                readSingly(new ArrayDeque<>(left.subList(0, Math.min(SINGLY, left.size()))));
            }
        }

        private void readSingly(Deque<MessageRef> posts) {
            MessageRef post = posts.poll();
            if (post != null && !isOvertaken()) {
                run("the reactions under " + post, () -> readNow(reader, post), failure -> {
                    if (isOfChannel(failure)) {
                        posts.removeIf(other -> other.channel().equals(post.channel()));
                    }
                });
                run("the next post", () -> readSingly(posts), _ -> {});
            }
        }
    }

    /** Whether the whole channel is closed to us. */
    private static boolean isOfChannel(Throwable failure) {
        return LaterTries.refusal(failure)
                .filter(refusal -> !SlackTroubles.codeOf(refusal).equals("message_not_found"))
                .isPresent();
    }
}
