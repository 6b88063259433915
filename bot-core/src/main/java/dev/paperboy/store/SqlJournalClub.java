package dev.paperboy.store;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.Weekdays;
import dev.paperboy.community.JournalClub;
import dev.paperboy.library.ReadingState;
import dev.paperboy.library.SavedEntry;
import dev.paperboy.paper.PaperId;
import dev.paperboy.subscription.Timetable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Journal clubs in SQL. Wishes are counted from the standing reactions and the members' lists whenever they are asked for. */
final class SqlJournalClub implements JournalClub {

    private static final String OF_CHANNEL = " platform = :platform and space = :space and channel_id = :channel";

    private static final Comparator<Wish> MOST_WANTED = Comparator.comparingInt(Wish::people)
            .reversed()
            .thenComparing(Wish::since)
            .thenComparing(wish -> wish.paper().value());

    private final Database database;

    SqlJournalClub(Database database) {
        this.database = database;
    }

    private record Member(UserRef account, String name) {}

    /** Who wants which paper since when, each person once. */
    private static final class Wanted {
        private final Map<PaperId, Map<UserRef, Instant>> since = new HashMap<>();

        void by(UserRef person, PaperId paper, Instant at) {
            since.computeIfAbsent(paper, _ -> new HashMap<>())
                    .merge(person, at, (one, other) -> one.isBefore(other) ? one : other);
        }

        void noMoreBy(UserRef person, PaperId paper) {
            Optional.ofNullable(since.get(paper)).ifPresent(people -> people.remove(person));
        }

        List<Wish> wishes(Map<UserRef, String> names, Set<PaperId> chosen) {
            return since.entrySet().stream()
                    .filter(each -> !each.getValue().isEmpty() && !chosen.contains(each.getKey()))
                    .map(each -> wish(each.getKey(), each.getValue(), names))
                    .sorted(MOST_WANTED)
                    .toList();
        }

        private static Wish wish(PaperId paper, Map<UserRef, Instant> people, Map<UserRef, String> names) {
            List<String> named = names.entrySet().stream()
                    .filter(member -> people.containsKey(member.getKey()))
                    .map(Map.Entry::getValue)
                    .filter(name -> !name.isBlank())
                    .toList();
            Instant first =
                    people.values().stream().min(Comparator.naturalOrder()).orElseThrow();
            return new Wish(paper, people.size(), named, first);
        }
    }

    @Override
    public List<Wish> wishes(ChannelRef channel) {
        return database.with(handle -> {
            Map<UserRef, UserRef> persons = SqlAccounts.persons(handle);
            Wanted wanted = new Wanted();
            for (Meanings.Meant meant : Meanings.in(handle, channel)) {
                UserRef person = persons.getOrDefault(meant.account(), meant.account());
                meant.meaning().saved().forEach(paper -> wanted.by(person, paper, meant.at()));
            }
            Set<PaperId> shown = shown(handle, channel);
            Map<UserRef, String> names = new LinkedHashMap<>();
            for (Member member : members(handle, channel)) {
                UserRef person = persons.getOrDefault(member.account(), member.account());
                names.putIfAbsent(person, member.name());
                SqlReadingLists.entries(handle, SqlAccounts.of(handle, member.account())).stream()
                        .filter(entry -> shown.contains(entry.paper()))
                        .forEach(entry -> count(wanted, person, entry));
            }
            return wanted.wishes(names, chosen(handle, channel));
        });
    }

    private static void count(Wanted wanted, UserRef member, SavedEntry entry) {
        if (entry.state() == ReadingState.TO_READ || entry.state() == ReadingState.READING) {
            wanted.by(member, entry.paper(), entry.savedAt());
        } else {
            wanted.noMoreBy(member, entry.paper());
        }
    }

    private static Set<PaperId> shown(Handle handle, ChannelRef channel) {
        Set<PaperId> shown = new HashSet<>();
        for (String table : List.of("message_paper", "digest_paper")) {
            Refs.bind(handle.createQuery("select distinct paper_id from " + table + " where" + OF_CHANNEL), channel)
                    .mapTo(String.class)
                    .forEach(paper -> shown.add(new PaperId(paper)));
        }
        return shown;
    }

    private static List<Member> members(Handle handle, ChannelRef channel) {
        return Refs.bind(
                        handle.createQuery("select * from club_member where" + OF_CHANNEL
                                + " order by joined_at, user_platform, user_space, user_id"),
                        channel)
                .map((row, context) -> new Member(Refs.user(row), row.getString("user_name")))
                .list();
    }

    private static Set<PaperId> chosen(Handle handle, ChannelRef channel) {
        return Refs.bind(handle.createQuery("select paper_id from club_pick where" + OF_CHANNEL), channel)
                .mapTo(String.class)
                .map(PaperId::new)
                .set();
    }

    @Override
    public boolean pick(Pick pick) {
        Optional<Timetable> timetable = pick.timetable();
        return database.write(handle -> Refs.bind(handle.createUpdate("""
                                insert into club_pick
                                    (platform, space, channel_id, paper_id, picked_at, local_time, zone, days)
                                values (:platform, :space, :channel, :paper, :at, :time, :zone, :days)
                                on conflict (platform, space, channel_id, paper_id) do nothing"""), pick.channel())
                        .bind("paper", pick.paper().value())
                        .bind("at", pick.at().toEpochMilli())
                        .bind(
                                "time",
                                timetable.map(each -> each.time().toString()).orElse(""))
                        .bind("zone", timetable.map(each -> each.zone().getId()).orElse(""))
                        .bind(
                                "days",
                                timetable
                                        .map(each -> Weekdays.write(each.days()))
                                        .orElse(""))
                        .execute())
                == 1;
    }

    @Override
    public Optional<Pick> latest(ChannelRef channel) {
        return database.with(handle -> Refs.bind(
                        handle.createQuery("select * from club_pick where" + OF_CHANNEL
                                + " order by picked_at desc, paper_id limit 1"),
                        channel)
                .map((row, context) -> pick(row))
                .findOne());
    }

    private static Pick pick(ResultSet row) throws SQLException {
        String days = row.getString("days");
        Optional<Timetable> timetable = days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Timetable(
                        LocalTime.parse(row.getString("local_time")),
                        ZoneId.of(row.getString("zone")),
                        Weekdays.read(days).orElseThrow()));
        return new Pick(
                Refs.channel(row),
                new PaperId(row.getString("paper_id")),
                Instant.ofEpochMilli(row.getLong("picked_at")),
                timetable);
    }

    @Override
    public void unpick(ChannelRef channel, PaperId paper) {
        database.write(handle -> Refs.bind(
                        handle.createUpdate("delete from club_pick where paper_id = :paper and" + OF_CHANNEL), channel)
                .bind("paper", paper.value())
                .execute());
    }

    @Override
    public void join(ChannelRef channel, UserRef member, String name, Instant at) {
        database.write(handle -> bind(handle.createUpdate("""
                        insert into club_member (platform, space, channel_id, user_platform, user_space, user_id,
                            user_name, joined_at)
                        values (:platform, :space, :channel, :userPlatform, :userSpace, :user, :name, :at)
                        on conflict (platform, space, channel_id, user_platform, user_space, user_id) do update
                        set user_name = excluded.user_name"""), channel, member)
                .bind("name", name)
                .bind("at", at.toEpochMilli())
                .execute());
    }

    @Override
    public boolean leave(ChannelRef channel, UserRef member) {
        return database.write(handle -> bind(
                                handle.createUpdate("delete from club_member where user_platform = :userPlatform"
                                        + " and user_space = :userSpace and user_id = :user and" + OF_CHANNEL),
                                channel,
                                member)
                        .execute())
                == 1;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ChannelRef channel, UserRef member) {
        return Refs.bind(statement, channel)
                .bind("userPlatform", member.platform().name())
                .bind("userSpace", member.space())
                .bind("user", member.id());
    }
}
