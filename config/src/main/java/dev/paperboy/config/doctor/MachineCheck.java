package dev.paperboy.config.doctor;

import dev.paperboy.command.FileTrouble;
import dev.paperboy.config.BadInput;
import dev.paperboy.config.Home;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.index.PaperIndexException;
import dev.paperboy.index.lucene.LucenePaperIndex;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreException;
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

/** This machine: folder, disk, time zones, index, store. */
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
        if (!Files.isDirectory(home.index())) {
            return Finding.warn("index", "none yet; \"paperboy import FILE\" or the sources of a running bot fill it");
        }
        try (PaperIndex index = LucenePaperIndex.openReadOnly(home.index(), clock)) {
            String papers = "%,d papers".formatted(index.size());
            return index.size() == 0
                    ? Finding.warn("index", "empty; \"paperboy import FILE\" or the sources of a running bot fill it")
                    : Finding.ok("index", papers);
        } catch (PaperIndexException e) {
            return Finding.fail("index", String.valueOf(e.getMessage()));
        }
    }

    Finding store() {
        if (!Files.exists(home.database())) {
            return Finding.ok("store", "none yet; it is made when it is needed");
        }
        try (Store store = Store.open(home.database())) {
            List<String> damage = store.damage();
            return damage.isEmpty()
                    ? Finding.ok("store", home.database() + " is sound")
                    : Finding.fail(
                            "store", home.database() + " is damaged (" + damage.getFirst() + "); bring back a backup");
        } catch (StoreException e) {
            return Finding.fail("store", String.valueOf(e.getMessage()));
        }
    }
}
