package dev.paperboy.config.sandbox;

import dev.paperboy.config.RunningBot;
import dev.paperboy.feed.FeedBudget;
import dev.paperboy.feed.FeedJob;
import dev.paperboy.feed.FeedReport;
import dev.paperboy.source.BackOff;
import dev.paperboy.source.Pacing;
import dev.paperboy.source.PassingTime;
import dev.paperboy.source.SourceClient;
import dev.paperboy.source.Timeouts;
import dev.paperboy.source.huggingface.DailyPapers;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries once to add today's papers from Hugging Face; without network the sandbox goes on with what it has. */
final class LivePapers {

    private static final Logger LOG = LoggerFactory.getLogger(LivePapers.class);
    private static final int DAYS = 3;
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(4), Duration.ofSeconds(10));
    private static final BackOff ONCE =
            new BackOff(1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
    private static final FeedBudget LITTLE = new FeedBudget(DAYS + 1, Duration.ofSeconds(30));

    private final InstantSource today;

    /** @param today real time, whatever the sandbox's clock says */
    LivePapers(InstantSource today) {
        this.today = today;
    }

    /** Fetches; blocks for half a minute at most. */
    Stage.Live fetch(RunningBot bot) {
        String agent = SourceClient.userAgent("sandbox", "a demonstration on one machine");
        Pacing pacing = new Pacing(DailyPapers.DISTANCE, PassingTime.REAL);
        try (SourceClient client = new SourceClient(agent, SHORT, pacing, ONCE, PassingTime.REAL, today)) {
            DailyPapers source = new DailyPapers(client, DailyPapers.BASE, DAYS, AGAIN, today);
            FeedReport report = new FeedJob(
                            source,
                            bot.index(),
                            bot.store().observations(),
                            bot.store().cursors(),
                            bot.arrivals(),
                            LITTLE,
                            PassingTime.REAL)
                    .run();
            return report.trouble().isPresent() ? Stage.Live.UNREACHABLE : Stage.Live.ready(seenLately(bot));
        } catch (RuntimeException broken) {
            LOG.info("no live papers: {}", broken.getMessage());
            return Stage.Live.UNREACHABLE;
        }
    }

    /** Counted in the store, as a start soon after another fetches nothing again. */
    private int seenLately(RunningBot bot) {
        var now = today.instant();
        return bot.store()
                .observations()
                .seenBetween(now.minus(Duration.ofDays(DAYS)), now)
                .size();
    }
}
