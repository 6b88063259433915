package dev.paperboy.store;

import dev.paperboy.chat.RequestKeys;
import java.util.Optional;

/** Request keys in SQL: a key is a hash of its text, so that the same text needs no second row. */
final class SqlRequestKeys implements RequestKeys {

    /** 22 characters hold 132 bits: two texts never meet. */
    private static final int LENGTH = 22;

    private final Database database;

    SqlRequestKeys(Database database) {
        this.database = database;
    }

    @Override
    public String keyOf(String requestText) {
        String key = Hashes.sha256(requestText).substring(0, LENGTH);
        // Reading first spares the disk a commit at each rendering of a button that is known.
        if (textOf(key).isEmpty()) {
            database.write(handle -> handle.createUpdate("""
                            insert into request_key (key_text, request) values (:key, :request)
                            on conflict (key_text) do nothing""")
                    .bind("key", key)
                    .bind("request", requestText)
                    .execute());
        }
        return key;
    }

    @Override
    public Optional<String> textOf(String key) {
        return database.with(handle -> handle.createQuery("select request from request_key where key_text = :key")
                .bind("key", key)
                .mapTo(String.class)
                .findOne());
    }
}
