package dev.paperboy.community;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.community.Submission.State;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Submissions, remembered as long as the process lives. */
public final class InMemorySubmissions implements Submissions {

    private record Key(Server server, PaperId paper) {}

    private final Map<Key, Submission> all = new HashMap<>();

    private static Key key(Submission submission) {
        return new Key(submission.server(), submission.paper());
    }

    @Override
    public synchronized boolean submit(Submission submission) {
        if (find(submission.server(), submission.paper()).isPresent()) {
            return false;
        }
        all.put(key(submission), submission);
        return true;
    }

    @Override
    public synchronized Optional<Submission> find(Server server, PaperId paper) {
        return Optional.ofNullable(all.get(new Key(server, paper))).filter(one -> one.state() != State.REMOVED);
    }

    @Override
    public synchronized void ready(Submission submission) {
        find(submission.server(), submission.paper()).ifPresent(one -> all.put(key(one), one.in(State.READY)));
    }

    @Override
    public synchronized boolean remove(Server server, PaperId paper) {
        Optional<Submission> found = find(server, paper);
        found.ifPresent(one -> all.put(key(one), one.in(State.REMOVED)));
        return found.isPresent();
    }

    @Override
    public synchronized List<Submission> in(ChannelRef channel, Instant since) {
        return ordered(since)
                .filter(one -> one.state() == State.READY && one.channel().equals(channel))
                .toList();
    }

    @Override
    public synchronized List<Submission> since(Instant instant) {
        return ordered(instant).filter(one -> one.state() != State.REMOVED).toList();
    }

    private Stream<Submission> ordered(Instant since) {
        return all.values().stream()
                .filter(one -> !one.at().isBefore(since))
                .sorted(Comparator.comparing(Submission::at)
                        .thenComparing(one -> one.paper().value()));
    }

    @Override
    public synchronized int countBy(UserRef person, Instant since) {
        return (int) ordered(since).filter(one -> one.by().equals(person)).count();
    }
}
