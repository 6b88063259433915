package dev.paperboy.community;

import dev.paperboy.community.Submission.State;
import dev.paperboy.feed.OnDemand;
import java.time.Duration;
import java.time.Instant;
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

    /** Told what becomes of submissions that had waited, before that is noted; perhaps twice. */
    public interface Audience {

        /** Its paper is here. */
        void arrived(Submission late);

        /**
         * There is no such paper.
         *
         * @param why a clause for people
         */
        void nowhere(Submission lost, String why);
    }

    private final Submissions submissions;
    private final OnDemand papers;
    private final Audience audience;

    public SubmissionJob(Submissions submissions, OnDemand papers, Audience audience) {
        this.submissions = submissions;
        this.papers = papers;
        this.audience = audience;
    }

    /** Fetches what is missing; what cannot be had now is left to the next time. */
    public void run(Instant now) {
        for (Submission submission : submissions.since(now.minus(RECENT))) {
            switch (papers.bring(submission.paper())) {
                case OnDemand.Known _ -> {
                    if (submission.state() == State.WAITING) {
                        audience.arrived(submission);
                        submissions.ready(submission);
                    }
                }
                case OnDemand.Nowhere(String why) -> {
                    if (submission.state() == State.WAITING) {
                        LOG.warn("the submission of {} is dropped: {}", submission.paper(), why);
                        audience.nowhere(submission, why);
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
