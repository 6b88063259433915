package dev.paperboy.index.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a damaged index right before it is opened for writing: sound segments are taken over as they are, the others paper
 * by paper, and the damaged folder is set aside.
 *
 * <p>A kill at any moment loses nothing. The new index grows in a workshop beside the old one, which stays in its place
 * until the new one is whole; whoever opens next finishes a swap that was begun, and begins anew what was not whole.
 */
final class Mending {

    private static final Logger LOG = LoggerFactory.getLogger(Mending.class);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path index;
    private final Path workshop;
    private final Path half;
    private final Path whole;
    private final Path copies;
    private final String now;

    /** @param now what the set-aside folder is named by */
    Mending(Path index, Instant now) {
        this.index = index.toAbsolutePath();
        this.workshop = workshop(this.index);
        this.half = workshop.resolve("half");
        this.whole = workshop.resolve("whole");
        this.copies = workshop.resolve("copies");
        this.now = STAMP.format(now);
    }

    /** Where a damaged index is rebuilt; it is there only while that is being done. */
    static Path workshop(Path index) {
        return index.resolveSibling(index.getFileName() + ".mending");
    }

    /** Folders of damaged indexes that were set aside, by name and so by time. */
    static List<Path> setAside(Path index) throws IOException {
        Path folder = index.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> beside = Files.list(folder)) {
            return beside.filter(path -> path.getFileName().toString().startsWith(asidePrefix(index)))
                    .sorted()
                    .toList();
        }
    }

    private static String asidePrefix(Path index) {
        return index.getFileName() + ".damaged-";
    }

    /** Finishes what was begun, looks at every byte, and rebuilds what is damaged. */
    void run() throws IOException {
        if (Files.isDirectory(workshop)) {
            alone(this::finish);
        }
        if (!Files.isDirectory(index)) {
            return;
        }
        try (Directory folder = FSDirectory.open(index)) {
            if (Damage.hasFiles(folder)) {
                check(folder);
            }
        }
    }

    private void check(Directory folder) throws IOException {
        // Takes the lock of writers: whoever writes keeps the index sound, and is not to be disturbed.
        try (CheckIndex checker = new CheckIndex(folder)) {
            Segments segments = Segments.of(folder, checker);
            if (segments.areSound()) {
                return;
            }
            IndexFolder.refuseFuture(index, folder, segments.trouble());
            LOG.error(
                    "the index in {} is damaged ({}): it is rebuilt from all that can still be read",
                    index,
                    Damage.told(segments.trouble()));
            alone(() -> {
                rebuild(folder, segments);
                finish();
            });
        }
    }

    /** Something that no two processes do at a time. */
    private interface Work {
        void run() throws IOException;
    }

    private void alone(Work work) throws IOException {
        Files.createDirectories(workshop);
        try (Directory place = FSDirectory.open(workshop);
                Lock _ = place.obtainLock("mending.lock")) {
            work.run();
        }
    }

    private void rebuild(Directory folder, Segments segments) throws IOException {
        delete(half);
        delete(whole);
        try (Directory into = FSDirectory.open(half);
                Directory copied = FSDirectory.open(copies)) {
            takeOver(folder, segments, into);
            Rescue rescue = new Rescue(new FootedDirectory(folder, copied), segments);
            rescue.into(new IndexFolder(half), now);
        } catch (IOException | RuntimeException failed) {
            // What fails for want of room must not take up room.
            delete(half);
            delete(copies);
            throw failed;
        }
        Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
        IOUtils.fsync(workshop, true);
    }

    /** Sound segments as they are, byte by byte. */
    private static void takeOver(Directory folder, Segments segments, Directory into) throws IOException {
        Optional<SegmentInfos> commit = segments.commit();
        if (commit.isPresent()) {
            SegmentInfos mended = commit.get().clone();
            mended.clear();
            for (SegmentCommitInfo sound : segments.sound()) {
                for (String file : sound.files()) {
                    into.copyFrom(folder, file, file, IOContext.READONCE);
                }
                mended.add(sound.clone());
                into.sync(sound.files());
            }
            mended.changed();
            mended.commit(into);
        }
    }

    /** Puts the new index, if it is whole, in the place of the old one. */
    private void finish() throws IOException {
        if (Files.isDirectory(whole)) {
            if (Files.isDirectory(index)) {
                Path aside = aside();
                Files.move(index, aside, StandardCopyOption.ATOMIC_MOVE);
                LOG.warn("the damaged index was set aside to {}; delete it once no paper is missing", aside);
            }
            Files.move(whole, index, StandardCopyOption.ATOMIC_MOVE);
            IOUtils.fsync(index.resolveSibling("."), true);
        }
        delete(workshop);
    }

    private Path aside() {
        String name = asidePrefix(index) + now;
        Path free = index.resolveSibling(name);
        for (int n = 2; Files.exists(free); n++) {
            free = index.resolveSibling(name + "-" + n);
        }
        return free;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
