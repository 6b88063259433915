package dev.paperboy.store;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.community.Submission;
import dev.paperboy.community.Submission.State;
import dev.paperboy.community.Submissions;
import dev.paperboy.paper.PaperId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Submissions in SQL. */
final class SqlSubmissions implements Submissions {

    private static final String COLUMNS = """
            select platform, space, channel_id, paper_id, user_platform, user_space, user_id, user_name, reason,
                submitted_at, state
            from submission""";

    private final Database database;

    SqlSubmissions(Database database) {
        this.database = database;
    }

    @Override
    public boolean submit(Submission submission) {
        return database.write(handle -> Refs.bind(handle.createUpdate("""
                        insert into submission (platform, space, channel_id, paper_id, user_platform, user_space,
                            user_id, user_name, reason, submitted_at, state)
                        values (:platform, :space, :channel, :paper, :userPlatform, :userSpace, :user, :name, :reason,
                            :at, :state)
                        on conflict (platform, space, paper_id) do update
                        set channel_id = excluded.channel_id, user_platform = excluded.user_platform,
                            user_space = excluded.user_space, user_id = excluded.user_id,
                            user_name = excluded.user_name, reason = excluded.reason,
                            submitted_at = excluded.submitted_at, state = excluded.state
                        where submission.state = 'REMOVED'"""), submission.channel())
                        .bind("paper", submission.paper().value())
                        .bind("userPlatform", submission.by().platform().name())
                        .bind("userSpace", submission.by().space())
                        .bind("user", submission.by().id())
                        .bind("name", submission.name())
                        .bind("reason", submission.reason())
                        .bind("at", submission.at().toEpochMilli())
                        .bind("state", submission.state().name())
                        .execute()
                > 0);
    }

    @Override
    public Optional<Submission> find(Server server, PaperId paper) {
        return database.with(handle -> handle.createQuery(COLUMNS
                        + " where platform = :platform and space = :space and paper_id = :paper and state <> 'REMOVED'")
                .bind("platform", server.platform().name())
                .bind("space", server.id())
                .bind("paper", paper.value())
                .map((row, context) -> submission(row))
                .findOne());
    }

    @Override
    public void ready(Submission submission) {
        database.write(handle -> change(handle, submission.server(), submission.paper(), State.READY));
    }

    @Override
    public boolean remove(Server server, PaperId paper) {
        return database.write(handle -> change(handle, server, paper, State.REMOVED)) > 0;
    }

    private static int change(Handle handle, Server server, PaperId paper, State state) {
        return handle.createUpdate("""
                        update submission set state = :state
                        where platform = :platform and space = :space and paper_id = :paper
                        and state <> 'REMOVED' and state <> :state""")
                .bind("state", state.name())
                .bind("platform", server.platform().name())
                .bind("space", server.id())
                .bind("paper", paper.value())
                .execute();
    }

    @Override
    public List<Submission> in(ChannelRef channel, Instant since) {
        return database.with(handle -> Refs.bind(handle.createQuery(COLUMNS + """
                         where platform = :platform and space = :space and channel_id = :channel
                        and submitted_at >= :since and state = 'READY' order by submitted_at, paper_id"""), channel)
                .bind("since", since.toEpochMilli())
                .map((row, context) -> submission(row))
                .list());
    }

    @Override
    public List<Submission> since(Instant instant) {
        return database.with(handle -> handle.createQuery(COLUMNS
                        + " where submitted_at >= :since and state <> 'REMOVED' order by submitted_at, paper_id")
                .bind("since", instant.toEpochMilli())
                .map((row, context) -> submission(row))
                .list());
    }

    @Override
    public int countBy(UserRef person, Instant since) {
        return database.with(handle -> handle.createQuery("""
                        select count(*) from submission
                        where user_platform = :platform and user_space = :space and user_id = :user
                        and submitted_at >= :since""")
                .bind("platform", person.platform().name())
                .bind("space", person.space())
                .bind("user", person.id())
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one());
    }

    /** All of a person, those that were removed too. */
    static List<Submission> by(Handle handle, UserRef person) {
        return handle.createQuery(
                        COLUMNS + " where user_platform = :platform and user_space = :space and user_id = :user")
                .bind("platform", person.platform().name())
                .bind("space", person.space())
                .bind("user", person.id())
                .map((row, context) -> submission(row))
                .list();
    }

    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                Refs.channel(row),
                new PaperId(row.getString("paper_id")),
                Refs.user(row),
                row.getString("user_name"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("submitted_at")),
                State.valueOf(row.getString("state")));
    }
}
