package dev.paperboy.store;

import dev.paperboy.feed.Cursors;
import java.util.Optional;

/** Cursors in SQL. */
final class SqlCursors implements Cursors {

    private final Database database;

    SqlCursors(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> of(String source) {
        return database.with(handle -> handle.createQuery("select position from source_cursor where source = :source")
                .bind("source", source)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void save(String source, String cursor) {
        database.write(handle -> handle.createUpdate("""
                        insert into source_cursor (source, position) values (:source, :position)
                        on conflict (source) do update set position = excluded.position""")
                .bind("source", source)
                .bind("position", cursor)
                .execute());
    }
}
