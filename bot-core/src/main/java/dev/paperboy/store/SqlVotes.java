package dev.paperboy.store;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import dev.paperboy.reaction.ReactionMeaning;
import dev.paperboy.trending.Support;
import dev.paperboy.trending.Votes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Votes in SQL: counted from the standing reactions, so that they are never anything else than what people see. */
final class SqlVotes implements Votes {

    private final Database database;

    SqlVotes(Database database) {
        this.database = database;
    }

    private record Row(MessageRef message, PaperId paper, Emoji emoji, UserRef user, Instant at) {}

    /** One reaction, and what its message shows. */
    private record Reacted(MessageRef message, Emoji emoji, UserRef user) {}

    private record Ballot(PaperId paper, UserRef person) {}

    @Override
    public Map<PaperId, Support> in(Server server, Instant until) {
        Map<Reacted, List<Row>> reactions = new LinkedHashMap<>();
        rows(server, until)
                .forEach(row -> reactions
                        .computeIfAbsent(new Reacted(row.message(), row.emoji(), row.user()), _ -> new ArrayList<>())
                        .add(row));
        Map<UserRef, UserRef> persons = database.with(SqlAccounts::persons);
        Set<Ballot> own = submitted(server, persons);
        Map<PaperId, Tally> tallies = new HashMap<>();
        reactions.forEach((reacted, rows) -> {
            Instant at = rows.getFirst().at();
            UserRef person = persons.getOrDefault(reacted.user(), reacted.user());
            List<PaperId> papers = rows.stream().map(Row::paper).toList();
            switch (ReactionMeaning.of(reacted.emoji(), papers)) {
                case ReactionMeaning.Vote(PaperId paper) -> {
                    if (!own.contains(new Ballot(paper, person))) {
                        tally(tallies, paper).vote(person, at);
                    }
                }
                case ReactionMeaning.Save(List<PaperId> saved) ->
                    saved.forEach(paper -> tally(tallies, paper).save(person, at));
                case ReactionMeaning.Nothing _ -> {
                    // nothing to count
                }
            }
        });
        Map<PaperId, Support> support = new HashMap<>();
        tallies.forEach((paper, tally) -> support.put(paper, tally.support()));
        return support;
    }

    private static Tally tally(Map<PaperId, Tally> tallies, PaperId paper) {
        return tallies.computeIfAbsent(paper, _ -> new Tally());
    }

    /** Who spoke for one paper. */
    private static final class Tally {
        private final Set<UserRef> voters = new HashSet<>();
        private final Set<UserRef> savers = new HashSet<>();
        private Instant since = Instant.MAX;

        void vote(UserRef user, Instant at) {
            voters.add(user);
            begin(at);
        }

        void save(UserRef user, Instant at) {
            savers.add(user);
            begin(at);
        }

        private void begin(Instant at) {
            since = Stream.of(since, at).min(Comparator.naturalOrder()).orElseThrow();
        }

        Support support() {
            return new Support(voters.size(), savers.size(), since);
        }
    }

    private List<Row> rows(Server server, Instant until) {
        return database.with(handle -> handle.createQuery("""
                        select r.platform, r.space, r.channel_id, r.message_id, r.emoji, r.user_platform, r.user_space,
                            r.user_id, r.noted_at, m.paper_id
                        from standing_reaction r
                        join message_paper m on m.platform = r.platform and m.space = r.space
                            and m.channel_id = r.channel_id and m.message_id = r.message_id
                        where r.platform = :platform and r.space = :space and r.noted_at <= :until
                        order by r.channel_id, r.message_id, m.place""")
                .bind("platform", server.platform().name())
                .bind("space", server.id())
                .bind("until", until.toEpochMilli())
                .map((row, context) -> row(row))
                .list());
    }

    private static Row row(ResultSet row) throws SQLException {
        ChannelRef channel = Refs.channel(row);
        return new Row(
                new MessageRef(channel, row.getString("message_id")),
                new PaperId(row.getString("paper_id")),
                Emoji.valueOf(row.getString("emoji")),
                Refs.user(row),
                Instant.ofEpochMilli(row.getLong("noted_at")));
    }

    /** Nobody's vote for what they handed in themselves counts. */
    private Set<Ballot> submitted(Server server, Map<UserRef, UserRef> persons) {
        return database.with(handle -> handle.createQuery("""
                        select paper_id, user_platform, user_space, user_id from submission
                        where platform = :platform and space = :space and state <> 'REMOVED'""")
                .bind("platform", server.platform().name())
                .bind("space", server.id())
                .map((row, context) -> {
                    UserRef account = Refs.user(row);
                    return new Ballot(new PaperId(row.getString("paper_id")), persons.getOrDefault(account, account));
                })
                .set());
    }
}
