package dev.paperboy.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The one way by which the repositories reach SQL; turns the library's exceptions into {@link StoreException}. */
final class Database {

    private final Vendor vendor;
    private final Jdbi jdbi;
    /**
     * First come, first served, where only one can write at a time: SQLite itself lets those who wait look again now and
     * then, and on a slow disk somebody may find it taken until patience ends.
     */
    private final ReentrantLock turn = new ReentrantLock(true);

    Database(Vendor vendor, DataSource source) {
        this.vendor = vendor;
        this.jdbi = Jdbi.create(source);
    }

    /** Runs statements that change nothing. */
    <T> T with(HandleCallback<T, RuntimeException> work) {
        return explained(() -> jdbi.withHandle(work));
    }

    /** Runs a single statement that changes something, committed when this returns. */
    <T> T write(HandleCallback<T, RuntimeException> work) {
        return inTurn(() -> jdbi.withHandle(work));
    }

    /** Runs several statements as one: all are committed when this returns, or none. */
    <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        return inTurn(() -> jdbi.inTransaction(work));
    }

    /** Leaves nothing of deleted rows behind in what is ours on the disk. */
    void scrub() {
        write(handle -> {
            vendor.scrub(handle);
            return null;
        });
    }

    private <T> T inTurn(Supplier<T> work) {
        if (vendor.isShared()) {
            return explained(work);
        }
        turn.lock();
        try {
            return explained(work);
        } finally {
            turn.unlock();
        }
    }

    private <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException trouble) {
            throw vendor.explained(trouble);
        }
    }

    /** The same for who inserts into a table with a sequence: whoever sees a number has seen all that are lower. */
    <T> T inSequence(String table, HandleCallback<T, RuntimeException> work) {
        return inTransaction(handle -> {
            vendor.lockingWritersOf(table).ifPresent(handle::execute);
            return work.withHandle(handle);
        });
    }
}
