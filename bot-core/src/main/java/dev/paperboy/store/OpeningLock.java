package dev.paperboy.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one at a time, of all threads and programs, open a file and bring its schema up to date. SQLite's own lock does
 * not do: who switches a new file to WAL while another reads it is refused at once, without waiting.
 */
final class OpeningLock implements AutoCloseable {

    /** A file lock holds for the whole process, so its threads need one of their own. */
    private static final ReentrantLock HERE = new ReentrantLock();

    private final FileChannel channel;
    private final FileLock lock;

    private OpeningLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits for its turn. */
    static OpeningLock of(Path file) throws IOException {
        HERE.lock();
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            return new OpeningLock(channel, channel.lock());
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            HERE.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        } finally {
            HERE.unlock();
        }
    }
}
