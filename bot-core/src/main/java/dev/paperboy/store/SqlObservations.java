package dev.paperboy.store;

import dev.paperboy.feed.Observations;
import dev.paperboy.paper.Observation;
import dev.paperboy.paper.PaperId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Observations in SQL; the insertion number tells the recorded order. */
final class SqlObservations implements Observations {

    private static final String COLUMNS =
            "paper_id, observed_at, list_name, listed_on, upvotes, comments, github_stars";

    private final Database database;

    SqlObservations(Database database) {
        this.database = database;
    }

    @Override
    public int record(Collection<Observation> observations) {
        if (observations.isEmpty()) {
            return 0;
        }
        return database.inSequence("observation", handle -> {
            PreparedBatch batch = handle.prepareBatch("insert into observation (" + COLUMNS + ")"
                    + " values (:paper, :at, :list, :listedOn, :upvotes, :comments, :stars)"
                    + " on conflict (paper_id, observed_at, list_name) do nothing");
            observations.forEach(seen -> bind(batch, seen).add());
            return Arrays.stream(batch.execute()).sum();
        });
    }

    private static PreparedBatch bind(PreparedBatch batch, Observation seen) {
        return batch.bind("paper", seen.paper().value())
                .bind("at", seen.at().toEpochMilli())
                .bind("list", seen.list())
                .bind("listedOn", seen.listedOn().map(LocalDate::toString).orElse(null))
                .bind("upvotes", boxed(seen.upvotes()))
                .bind("comments", boxed(seen.comments()))
                .bind("stars", boxed(seen.githubStars()));
    }

    @Override
    public List<Observation> of(PaperId paper, Instant until) {
        return database.with(handle -> handle.createQuery("select " + COLUMNS + """
                         from observation
                        where paper_id = :paper and observed_at <= :until
                        order by observed_at, seq""")
                .bind("paper", paper.value())
                .bind("until", until.toEpochMilli())
                .map((row, context) -> observation(row))
                .list());
    }

    @Override
    public Map<PaperId, List<Observation>> seenBetween(Instant from, Instant until) {
        return database.with(handle -> handle.createQuery("select " + COLUMNS + """
                         from observation
                        where observed_at <= :until and paper_id in (
                            select paper_id from observation
                            where observed_at between :from and :until
                            and (upvotes is not null or github_stars is not null or listed_on is not null))
                        order by observed_at, seq""")
                .bind("from", ceilingMillis(from))
                .bind("until", until.toEpochMilli())
                .map((row, context) -> observation(row))
                .collect(Collectors.groupingBy(Observation::paper, LinkedHashMap::new, Collectors.toList())));
    }

    @Override
    public Optional<Instant> newest() {
        return database.with(handle -> handle.createQuery("select max(observed_at) from observation")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    @Override
    public long generation() {
        return database.with(handle -> handle.createQuery("select coalesce(max(seq), 0) from observation")
                .mapTo(Long.class)
                .one());
    }

    private static long ceilingMillis(Instant instant) {
        return instant.plusNanos(999_999).toEpochMilli();
    }

    private static Observation observation(ResultSet row) throws SQLException {
        return new Observation(
                new PaperId(row.getString("paper_id")),
                Instant.ofEpochMilli(row.getLong("observed_at")),
                row.getString("list_name"),
                Optional.ofNullable(row.getString("listed_on")).map(LocalDate::parse),
                count(row, "upvotes"),
                count(row, "comments"),
                count(row, "github_stars"));
    }

    private static OptionalInt count(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static @Nullable Integer boxed(OptionalInt count) {
        return count.isPresent() ? count.getAsInt() : null;
    }
}
