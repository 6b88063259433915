package dev.paperboy.digest;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.community.Submission;
import dev.paperboy.community.SubmissionJob;
import dev.paperboy.community.Submissions;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.trending.Support;
import dev.paperboy.trending.Trending;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What members handed in for a channel. */
final class HandedIn {

    private final Submissions submissions;
    private final Trending trending;
    private final PaperIndex index;

    HandedIn(Submissions submissions, Trending trending, PaperIndex index) {
        this.submissions = submissions;
        this.trending = trending;
        this.index = index;
    }

    private record Wanted(Candidate candidate, int votes) {}

    /** Those of the last days that can be posted: most votes first, then in the order in which they came. */
    List<Candidate> in(ChannelRef channel, Instant now) {
        List<Submission> recent = submissions.in(channel, now.minus(SubmissionJob.RECENT));
        Map<PaperId, Paper> known =
                index.findAll(recent.stream().map(Submission::paper).toList());
        return recent.stream()
                .flatMap(one ->
                        Optional.ofNullable(known.get(one.paper())).stream().flatMap(paper -> wanted(one, paper, now)))
                .sorted(Comparator.comparingInt(Wanted::votes).reversed())
                .map(Wanted::candidate)
                .toList();
    }

    private Stream<Wanted> wanted(Submission submission, Paper paper, Instant now) {
        if (paper.withdrawn()) {
            return Stream.empty();
        }
        Optional<Support> support = trending.support(submission.server(), paper.id(), now);
        String said = support.map(Support::said).map(words -> " · " + words).orElse("");
        return Stream.of(new Wanted(
                new Candidate(paper, submission.said() + said),
                support.map(Support::votes).orElse(0)));
    }
}
