package dev.paperboy.store;

import dev.paperboy.chat.Server;
import dev.paperboy.chat.UserRef;
import dev.paperboy.paper.PaperId;
import dev.paperboy.reaction.ReactionMeaning;
import dev.paperboy.trending.Support;
import dev.paperboy.trending.Votes;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

    private record Ballot(PaperId paper, UserRef person) {}

    @Override
    public Map<PaperId, Support> in(Server server, Instant until) {
        Map<UserRef, UserRef> persons = database.with(SqlAccounts::persons);
        Set<Ballot> own = submitted(server, persons);
        Map<PaperId, Tally> tallies = new HashMap<>();
        database.with(handle -> Meanings.in(handle, server, until)).forEach(meant -> {
            UserRef person = persons.getOrDefault(meant.account(), meant.account());
            switch (meant.meaning()) {
                case ReactionMeaning.Vote(PaperId paper) -> {
                    if (!own.contains(new Ballot(paper, person))) {
                        tally(tallies, paper).vote(person, meant.at());
                    }
                }
                case ReactionMeaning.Save(List<PaperId> saved) ->
                    saved.forEach(paper -> tally(tallies, paper).save(person, meant.at()));
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
