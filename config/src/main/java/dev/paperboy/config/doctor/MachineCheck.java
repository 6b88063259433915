package dev.paperboy.config.doctor;

import dev.paperboy.command.FileTrouble;
import dev.paperboy.config.BadInput;
import dev.paperboy.config.Home;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperIndexException;
import dev.paperboy.index.lucene.LucenePaperIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.InstantSource;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** This machine: folder, disk, time zones, index. */
final class MachineCheck {

    private static final long MEGABYTE = 1L << 20;
    /** An index of 100,000 papers takes some hundred megabytes, twice that while it is merged. */
    private static final long COMFORT = 1024 * MEGABYTE;

    private static final long NEED = 100 * MEGABYTE;

    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private final Home home;
    private final InstantSource clock;

    MachineCheck(Home home, InstantSource clock) {
        this.home = home;
        this.clock = clock;
    }

    Finding folder() {
        try {
            home.create();
            Path probe = Files.createTempFile(home.folder(), "doctor", "");
            Files.delete(probe);
            return Finding.ok("home", home.folder() + " can be written to");
        } catch (BadInput e) {
            return Finding.fail("home", e.getMessage() + "; choose another folder with --home");
        } catch (IOException e) {
            return Finding.fail(
                    "home",
                    "cannot write to " + home.folder() + ": " + FileTrouble.of(e)
                            + "; choose another folder with --home");
        }
    }

    Finding disk() {
        try {
            return disk(Files.getFileStore(home.folder()).getUsableSpace());
        } catch (IOException e) {
            return Finding.fail("disk", "cannot tell how much is free at " + home.folder() + ": " + FileTrouble.of(e));
        }
    }

    static Finding disk(long free) {
        String text = "%,d MB free".formatted(free / MEGABYTE);
        if (free < NEED) {
            return Finding.fail("disk", text + "; make room, or choose another folder with --home");
        }
        return free < COMFORT
                ? Finding.warn("disk", text + "; an index of 100,000 papers may need more")
                : Finding.ok("disk", text);
    }

    /** Versions are named by year and letter, such as {@code 2026a}. */
    Finding zones() {
        String version = ZoneRulesProvider.getVersions("Europe/Berlin").lastKey();
        int year = Integer.parseInt(version.substring(0, 4));
        int now = Year.from(clock.instant().atZone(ZoneOffset.UTC)).getValue();
        return now - year > 1
                ? Finding.warn(
                        "time zones", "version " + version + " is old; a newer JDK 25 knows today's clock changes")
                : Finding.ok("time zones", "version " + version);
    }

    /** A settings file that others can read gives them its tokens; empty where there is no such file or no such right. */
    Optional<Finding> secrecy() {
        try {
            boolean open = Files.exists(home.settings())
                    && Files.getFileStore(home.settings()).supportsFileAttributeView(PosixFileAttributeView.class)
                    && Files.getPosixFilePermissions(home.settings()).stream().anyMatch(OF_OTHERS::contains);
            return open
                    ? Optional.of(
                            Finding.warn("settings", "others can read the tokens in it: chmod 600 " + home.settings()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    Finding.warn("settings", "cannot tell who may read " + home.settings() + ": " + FileTrouble.of(e)));
        }
    }

    Finding index() {
        if (!Files.isDirectory(home.index()) && !LucenePaperIndex.isBeingRebuilt(home.index())) {
            return Finding.warn("index", "none yet; \"paperboy import FILE\" or the sources of a running bot fill it");
        }
        try (LucenePaperIndex index = LucenePaperIndex.openReadOnly(home.index(), clock)) {
            Optional<String> damage = index.damage();
            if (damage.isPresent()) {
                return Finding.fail(
                        "index",
                        "damaged (" + damage.get() + "); the next start of \"paperboy run\", \"paperboy sandbox\" or"
                                + " \"paperboy import\" rebuilds it from what can be read");
            }
            return index.size() == 0
                    ? Finding.warn("index", "empty; \"paperboy import FILE\" or the sources of a running bot fill it")
                    : Finding.ok("index", papers(index));
        } catch (PaperIndexException e) {
            return Finding.fail("index", String.valueOf(e.getMessage()));
        }
    }

    private static String papers(PaperIndex index) {
        String papers = "%,d papers, every file as it was written".formatted(index.size());
        int outdated = index.outdated();
        return outdated == 0
                ? papers
                : papers + "; %,d are in the form of an older version, which a running bot renews".formatted(outdated);
    }

    /** Damaged indexes that were set aside; they take up room until somebody deletes them. */
    Optional<Finding> setAside() {
        List<Path> folders = LucenePaperIndex.setAside(home.index());
        return folders.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warn(
                        "index",
                        "it was damaged and rebuilt; what was set aside is in " + folders.getLast()
                                + (folders.size() == 1 ? "" : " and %d more".formatted(folders.size() - 1))
                                + ": delete it once no paper is missing"));
    }
}
