package dev.paperboy.community;

import dev.paperboy.community.Submission.State;
import dev.paperboy.feed.OnDemand;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the papers of submissions: those that could not be had when they were handed in, and those that came into
 * another instance's index alone.
 */
public final class SubmissionJob {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionJob.class);

    /** What is older than this no digest brings any more. */
    public static final Duration RECENT = Duration.ofDays(14);

    private final Submissions submissions;
    private final OnDemand papers;
    private final Consumer<Submission> arrived;

    /**
     * The job.
     *
     * @param arrived told of each whose paper had been waited for, before that is noted; perhaps twice
     */
    public SubmissionJob(Submissions submissions, OnDemand papers, Consumer<Submission> arrived) {
        this.submissions = submissions;
        this.papers = papers;
        this.arrived = arrived;
    }

    /** Fetches what is missing; what cannot be had now is left to the next time. */
    public void run(Instant now) {
        for (Submission submission : submissions.since(now.minus(RECENT))) {
            switch (papers.bring(submission.paper())) {
                case OnDemand.Known _ -> {
                    if (submission.state() == State.WAITING) {
                        arrived.accept(submission);
                        submissions.ready(submission);
                    }
                }
                case OnDemand.Nowhere(String why) -> {
                    if (submission.state() == State.WAITING) {
                        LOG.warn("the submission of {} is dropped: {}", submission.paper(), why);
                        submissions.remove(submission.server(), submission.paper());
                    }
                }
                case OnDemand.NotNow _ -> {
                    return; // the others would have to wait as long
                }
            }
        }
    }
}
