package dev.paperboy.config;

import dev.paperboy.community.SubmissionJob;
import dev.paperboy.community.Submissions;
import dev.paperboy.feed.Arrivals;
import dev.paperboy.feed.Cursors;
import dev.paperboy.feed.FeedBudget;
import dev.paperboy.feed.FeedJob;
import dev.paperboy.feed.LostPapers;
import dev.paperboy.feed.Observations;
import dev.paperboy.feed.OnDemand;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Category;
import dev.paperboy.schedule.Cadence;
import dev.paperboy.schedule.Job;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.PassingTime;
import dev.paperboy.source.SourceClient;
import dev.paperboy.source.arxiv.ArxivApi;
import dev.paperboy.source.arxiv.ArxivCategories;
import dev.paperboy.source.arxiv.ArxivOai;
import dev.paperboy.source.huggingface.DailyPapers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The jobs that carry papers and counts in, one for each source that is switched on. */
final class Feeds {

    /** Hugging Face allows 500 requests in five minutes; a tenth of it does. */
    private static final Duration HUGGING_FACE_PACE = Duration.ofSeconds(6);

    /** Papers of the search API in one answer, about half a megabyte. */
    private static final int API_PAGE = 200;

    private static final String NOBODY = "contact not set";

    /** How soon a submission whose paper could not be had is tried again. */
    private static final Duration SUBMISSIONS = Duration.ofMinutes(5);

    private final Settings.Sources settings;
    private final PaperIndex index;
    private final Observations observations;
    private final Cursors cursors;
    private final Arrivals arrivals;
    private final LostPapers lost;
    private final InstantSource clock;
    private final Teardown teardown;
    private final Optional<SourceClient> arxivClient;
    private final OnDemand onDemand;

    /**
     * The feeds of one index.
     *
     * @param cursors where this index stands; another instance's index stands elsewhere
     * @param arrivals told of every paper that comes in
     */
    Feeds(
            Settings.Sources settings,
            PaperIndex index,
            Observations observations,
            Cursors cursors,
            Arrivals arrivals,
            LostPapers lost,
            InstantSource clock,
            Teardown teardown) {
        this.settings = settings;
        this.index = index;
        this.observations = observations;
        this.cursors = cursors;
        this.arrivals = arrivals;
        this.lost = lost;
        this.clock = clock;
        this.teardown = teardown;
        this.arxivClient = settings.arxiv().enabled() ? Optional.of(client(ArxivApi.DISTANCE)) : Optional.empty();
        this.onDemand = teardown.add(new OnDemand(
                index,
                arxivClient.map(client -> new ArxivApi(client, settings.arxiv().apiUrl())),
                arrivals));
    }

    /** Brings single papers into this index. */
    OnDemand onDemand() {
        return onDemand;
    }

    /** Fetches the papers of submissions into this index. */
    Job submissions(Submissions submissions, SubmissionJob.Audience audience) {
        SubmissionJob job = new SubmissionJob(submissions, onDemand, audience);
        return new Job("submissions", Cadence.every(SUBMISSIONS), job::run);
    }

    List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        arxivClient.ifPresent(client -> arxiv(client, settings.arxiv())
                .forEach(source -> jobs.add(job(source, settings.arxiv().every()))));
        if (settings.huggingface().enabled()) {
            jobs.add(job(
                    huggingFace(settings.huggingface()), settings.huggingface().every()));
        }
        return jobs;
    }

    /** All that is asked of arXiv shares one client, for its pace counts everything together. */
    private List<PaperSource> arxiv(SourceClient client, Settings.Sources.Arxiv arxiv) {
        List<PaperSource> sources = new ArrayList<>();
        arxiv.sets()
                .forEach(set ->
                        sources.add(new ArxivOai(client, arxiv.url(), Optional.of(set), arxiv.lookBack(), clock)));
        if (!arxiv.categories().isEmpty()) {
            ArxivApi api = new ArxivApi(client, arxiv.apiUrl());
            List<Category> categories =
                    arxiv.categories().stream().map(Category::new).toList();
            sources.add(new ArxivCategories(api, categories, API_PAGE, arxiv.lookBack(), clock));
        }
        return sources;
    }

    private PaperSource huggingFace(Settings.Sources.HuggingFace lists) {
        return new DailyPapers(client(HUGGING_FACE_PACE), lists.url(), lists.days(), lists.every(), clock);
    }

    private SourceClient client(Duration pace) {
        String agent =
                SourceClient.userAgent(Release.version(), settings.contact().orElse(NOBODY));
        return teardown.add(SourceClient.every(pace, agent, InstantSource.system()));
    }

    private Job job(PaperSource source, Duration every) {
        FeedJob feed =
                new FeedJob(source, index, observations, cursors, arrivals, FeedBudget.DEFAULT, PassingTime.REAL);
        return new Job("feed " + source.name(), Cadence.every(every), _ -> lost.runWith(feed));
    }
}
