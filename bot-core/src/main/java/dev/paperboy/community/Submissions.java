package dev.paperboy.community;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was handed in, in each server. What a method changed is durable when it returns. */
public interface Submissions {

    /**
     * Keeps a submission, in place of a removed one.
     *
     * @return false if the paper is submitted in that server already; that submission stays as it is
     */
    boolean submit(Submission submission);

    /** The submission of a paper in a server, unless it was removed. */
    Optional<Submission> find(Server server, PaperId paper);

    /** Notes that the paper of a waiting submission is known now. */
    void ready(Submission submission);

    /**
     * Takes a submission back.
     *
     * @return whether there was one
     */
    boolean remove(Server server, PaperId paper);

    /** What was submitted in a channel since an instant and is ready, oldest first. */
    List<Submission> in(ChannelRef channel, Instant since);

    /** What was submitted anywhere since an instant, ready or waiting, oldest first. */
    List<Submission> since(Instant instant);

    /** How much a person has submitted since an instant, what was removed included. */
    int countBy(UserRef person, Instant since);
}
