package dev.paperboy.store;

import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.UserRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.SqlStatement;

/** Channels and people in the columns that several tables share. */
final class Refs {

    /** What {@link #bind(SqlStatement, UserRef)} binds, as a condition. */
    static final String OF_ACCOUNT = " platform = :platform and space = :space and user_id = :user";

    private Refs() {}

    /** Binds {@code :platform}, {@code :space} and {@code :channel}. */
    static <S extends SqlStatement<S>> S bind(S statement, ChannelRef channel) {
        return statement
                .bind("platform", channel.platform().name())
                .bind("space", channel.space())
                .bind("channel", channel.id());
    }

    /** Binds {@code :platform}, {@code :space} and {@code :user}. */
    static <S extends SqlStatement<S>> S bind(S statement, UserRef account) {
        return statement
                .bind("platform", account.platform().name())
                .bind("space", account.space())
                .bind("user", account.id());
    }

    /** Reads {@code platform}, {@code space} and {@code user_id}. */
    static UserRef account(ResultSet row) throws SQLException {
        return new UserRef(
                Platform.valueOf(row.getString("platform")), row.getString("space"), row.getString("user_id"));
    }

    /** Reads {@code user_platform}, {@code user_space} and {@code user_id}. */
    static UserRef user(ResultSet row) throws SQLException {
        return new UserRef(
                Platform.valueOf(row.getString("user_platform")),
                row.getString("user_space"),
                row.getString("user_id"));
    }

    /** Reads {@code platform}, {@code space} and {@code channel_id}. */
    static ChannelRef channel(ResultSet row) throws SQLException {
        return new ChannelRef(
                Platform.valueOf(row.getString("platform")), row.getString("space"), row.getString("channel_id"));
    }
}
