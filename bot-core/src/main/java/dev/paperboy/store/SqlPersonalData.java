package dev.paperboy.store;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.UserRef;
import dev.paperboy.community.Submission;
import dev.paperboy.person.Holding;
import dev.paperboy.person.PersonalData;
import dev.paperboy.subscription.Watch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** What the tables keep about people. A table that comes to hold such gets a line here, or its test fails. */
final class SqlPersonalData implements PersonalData {

    private static final String OF_USER = " where" + Refs.OF_ACCOUNT;

    private static final String BY_USER =
            " where user_platform = :platform and user_space = :space and user_id = :user";

    private static final String MADE =
            " made_by_platform = :platform and made_by_space = :space and made_by_id = :user";

    /** What stands in the conversation with a person, which no other takes part in. */
    private static final String TOLD = " platform = :platform and space = :space and channel_id = :conversation";

    /** What one kind is called, and where it stands. */
    private record Kind(String name, String one, String many, String query) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "reading_list",
                    "paper on your reading list",
                    "papers on your reading list",
                    """
                    select paper_id as paper, saved_at, reading_state as state, remark from saved_paper""" + OF_USER + " and removed_at is null order by saved_at, seq"),
            new Kind(
                    "taken_off_the_list",
                    "paper that you took off it",
                    "papers that you took off it",
                    """
                    select paper_id as paper, saved_at, reading_state as state, remark, removed_at from saved_paper""" + OF_USER + " and removed_at is not null order by saved_at, seq"),
            new Kind(
                    "notes_off",
                    "wish to hear nothing new of saved papers",
                    "wishes to hear nothing new of saved papers",
                    "select 'yes' as notes_off from reader_without_notes" + OF_USER),
            new Kind(
                    "recommended",
                    "paper recommended to you",
                    "papers recommended to you",
                    "select paper_id as paper, shown_at from impression" + OF_USER + " order by shown_at, paper_id"),
            new Kind("reminders", "weekly reminder", "weekly reminders", "select next_at from nudge" + OF_USER),
            new Kind(
                    "links",
                    "link with other accounts",
                    "links with other accounts",
                    "select linked_at from linked_account" + OF_USER),
            new Kind(
                    "link_codes",
                    "code for linking",
                    "codes for linking",
                    "select made_at, user_name as name from link_code" + OF_USER),
            new Kind(
                    "wrong_codes",
                    "wrong code",
                    "wrong codes",
                    "select tried_at from link_try" + OF_USER + " order by seq"),
            new Kind(
                    "reactions",
                    "reaction",
                    "reactions",
                    """
                    select platform, space as server, channel_id as channel, message_id as message, emoji, noted_at
                    from standing_reaction""" + BY_USER + " order by noted_at, channel_id, message_id, emoji"),
            new Kind("submissions", "submission", "submissions", """
                    select platform, space as server, channel_id as channel, paper_id as paper, user_name as name,
                        reason, submitted_at, state
                    from submission""" + BY_USER + " order by submitted_at, paper_id"),
            new Kind(
                    "journal_clubs",
                    "journal club that you are in",
                    "journal clubs that you are in",
                    """
                    select platform, space as server, channel_id as channel, user_name as name, joined_at
                    from club_member""" + BY_USER + " order by joined_at, channel_id"),
            new Kind("schedules", "schedule that you set", "schedules that you set", """
                    select platform, space as server, channel_id as channel, local_time as time, zone, days,
                        paper_count as count, topic
                    from subscription where""" + MADE + " order by id"),
            new Kind("watches", "watch", "watches", """
                    select platform, space as server, channel_id as channel, topic, made_at from watch where""" + MADE + " order by seq"),
            new Kind("alerts", "paper found for you", "papers found for you", """
                    select paper_id as paper, cause, why, noted_at from alert where""" + TOLD + " order by seq"),
            new Kind(
                    "messages",
                    "message to you",
                    "messages to you",
                    """
                    select e.local_day as day, p.body as text, p.hint, p.state, p.message_channel as channel,
                        p.message_id as message
                    from edition e join edition_part p on p.edition_key = e.edition_key
                    where""" + TOLD + " order by e.planned_at, e.edition_key, p.part_number"),
            new Kind(
                    "papers_in_messages",
                    "paper in them",
                    "papers in them",
                    """
                    select a.paper_id as paper, a.why from edition e
                    join edition_alert_paper a on a.edition_key = e.edition_key
                    where""" + TOLD + " order by e.planned_at, e.edition_key, a.part_number, a.place"));

    private static final List<String> WIPING = List.of(
            "delete from edition where" + TOLD,
            "delete from digest_paper where" + TOLD,
            "delete from alert where" + TOLD,
            "delete from watch where" + TOLD,
            "delete from refusal where subscription = :watches",
            // What a channel shares stays as it is; nobody is told any more when it does not work.
            "update watch set made_by_id = '' where" + MADE,
            "update subscription set made_by_id = '' where" + MADE,
            "delete from saved_paper" + OF_USER,
            "delete from nudge" + OF_USER,
            "delete from impression" + OF_USER,
            "delete from linked_account" + OF_USER,
            "delete from link_code" + OF_USER,
            "delete from link_try" + OF_USER,
            "delete from reader_without_notes" + OF_USER,
            "delete from submission" + BY_USER,
            "delete from club_member" + BY_USER);

    /**
     * What long buttons of private answers ask, notes among it. It says of nobody whose it is, so all goes; whoever
     * clicks such a button is asked to write the command.
     */
    private static final String WIPING_REQUESTS = """
            delete from request_key where request like 'mark %' or request like 'saved %'
                or request like 'export %' or request like 'foryou %' or request like 'watch %' or request like 'unwatch %'""";

    private final Database database;

    SqlPersonalData(Database database) {
        this.database = database;
    }

    @Override
    public List<Holding> of(UserRef person) {
        return database.with(handle -> KINDS.stream()
                .map(kind -> holding(handle, kind, person))
                .filter(holding -> !holding.rows().isEmpty())
                .toList());
    }

    private static Holding holding(Handle handle, Kind kind, UserRef person) {
        List<Map<String, Object>> rows = bind(handle.createQuery(kind.query()), person)
                .mapToMap()
                .map(SqlPersonalData::readable)
                .list();
        return new Holding(kind.name(), kind.one(), kind.many(), rows);
    }

    /** Without what is not there, and with times that people can read. */
    private static Map<String, Object> readable(Map<String, Object> row) {
        Map<String, Object> readable = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            if (value instanceof Number at && name.endsWith("_at")) {
                readable.put(name, Instant.ofEpochMilli(at.longValue()).toString());
            } else if (value != null && !value.equals("")) {
                readable.put(name, value);
            }
        });
        return readable;
    }

    @Override
    public void forget(List<UserRef> accounts) {
        database.inTransaction(handle -> {
            accounts.forEach(account -> forget(handle, account));
            handle.execute(WIPING_REQUESTS);
            return null;
        });
        database.scrub();
    }

    private static void forget(Handle handle, UserRef person) {
        unsign(handle, person);
        wipeMessages(handle, person);
        SqlStandingReactions.forget(handle, person);
        WIPING.forEach(sql -> bind(handle.createUpdate(sql), person).execute());
    }

    /** What is noted of messages that only this person sees, wherever the platform keeps their conversation. */
    private static void wipeMessages(Handle handle, UserRef person) {
        for (String table : List.of("standing_reaction", "message_paper", "digest_paper")) {
            String sql = """
                    delete from %1$s where platform = :platform and exists (
                        select 1 from edition e join edition_part p on p.edition_key = e.edition_key
                        where e.platform = :platform and e.space = :space and e.channel_id = :conversation
                            and p.message_space = %1$s.space and p.message_channel = %1$s.channel_id)""".formatted(table);
            bind(handle.createUpdate(sql), person).execute();
        }
    }

    /** Takes the name off the papers that they handed in and that are posted, or about to be. */
    private static void unsign(Handle handle, UserRef person) {
        for (Submission submission : SqlSubmissions.by(handle, person)) {
            Refs.bind(handle.createUpdate("""
                            update edition_part set body = :unsigned || substr(body, :behind)
                            where paper_id = :paper and substr(body, 1, :length) = :said and exists (
                                select 1 from edition e where e.edition_key = edition_part.edition_key
                                    and e.platform = :platform and e.space = :space and e.channel_id = :channel)"""), submission.channel())
                    .bind("paper", submission.paper().value())
                    .bind("said", submission.said())
                    .bind("unsigned", submission.unsigned().said())
                    .bind("length", submission.said().length())
                    .bind("behind", submission.said().length() + 1)
                    .execute();
        }
    }

    private static <S extends SqlStatement<S>> S bind(S statement, UserRef person) {
        ChannelRef conversation = ChannelRef.with(person);
        return Refs.bind(statement, person)
                .bind("conversation", conversation.id())
                .bind("watches", Watch.subscriptionOf(conversation));
    }
}
