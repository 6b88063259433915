package dev.paperboy.config;

import dev.paperboy.chat.ChatSurface;
import dev.paperboy.community.DepartureJob;
import dev.paperboy.digest.AlertPlanner;
import dev.paperboy.digest.DigestJob;
import dev.paperboy.digest.DigestWriter;
import dev.paperboy.digest.EditionPlanner;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.library.PaperButtons;
import dev.paperboy.schedule.Cadence;
import dev.paperboy.schedule.Clockwork;
import dev.paperboy.schedule.Job;
import dev.paperboy.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** What Paperboy says unasked: the jobs that post, on all platforms together or on one that is leased. */
final class Posts {

    /** How late a scheduled post may be at most, and how often the store is asked for it. */
    private static final Duration DIGEST_TICK = Duration.ofSeconds(2);

    private static final Duration DEPARTURES = Duration.ofHours(1);

    private final Store store;
    private final PaperIndex index;
    private final EditionPlanner planner;
    private final String instance;
    private final InstantSource clock;

    /** @param instance tells apart the processes that share the store, for what each has begun to post */
    Posts(Store store, PaperIndex index, EditionPlanner planner, String instance, InstantSource clock) {
        this.instance = instance;
        this.store = store;
        this.index = index;
        this.planner = planner;
        this.clock = clock;
    }

    /** The jobs for platforms that every instance reaches. */
    List<Job> of(List<ChatSurface> surfaces, Teardown teardown) {
        return surfaces.isEmpty() ? List.of() : jobs("", surfaces, teardown);
    }

    /**
     * Starts the jobs for a platform that this instance alone reaches now. All its holders go by the same name: what the
     * last one had begun when it died is free at once, since it does not reach the platform any more.
     *
     * @return what ends them
     */
    AutoCloseable startOn(ChatSurface surface) {
        Teardown parts = new Teardown();
        String platform = surface.platform().name().toLowerCase(Locale.ROOT);
        List<Job> jobs = jobs(" " + platform, List.of(surface), parts);
        parts.add(new Clockwork(store.dataSource(), platform, clock, jobs)).start();
        return parts;
    }

    private List<Job> jobs(String where, List<ChatSurface> surfaces, Teardown teardown) {
        DigestJob digest = teardown.add(new DigestJob(
                surfaces,
                store.subscriptions(),
                store.editions(),
                store.refusals(),
                store.postedPapers(),
                index,
                planner,
                new AlertPlanner(store.alerts(), store.watches(), store.editions(), store.postedPapers(), index),
                new DigestWriter(PaperButtons::trending),
                instance,
                clock));
        DepartureJob departures = new DepartureJob(surfaces, store.departures());
        return List.of(
                new Job("digest" + where, Cadence.every(DIGEST_TICK), digest::tick),
                new Job("departures" + where, Cadence.every(DEPARTURES), departures::run));
    }
}
