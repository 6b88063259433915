package dev.paperboy.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.paperboy.chat.RequestKeys;
import dev.paperboy.command.FileTrouble;
import dev.paperboy.community.Departures;
import dev.paperboy.community.JournalClub;
import dev.paperboy.community.Submissions;
import dev.paperboy.digest.Alerts;
import dev.paperboy.digest.Editions;
import dev.paperboy.digest.PostedPapers;
import dev.paperboy.digest.Refusals;
import dev.paperboy.feed.Cursors;
import dev.paperboy.feed.Observations;
import dev.paperboy.library.Impressions;
import dev.paperboy.library.Nudges;
import dev.paperboy.library.ReadingLists;
import dev.paperboy.person.Accounts;
import dev.paperboy.person.PersonalData;
import dev.paperboy.reaction.StandingReactions;
import dev.paperboy.schedule.Leases;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.Watches;
import dev.paperboy.trending.Votes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/**
 * The open database with a repository for each port. What a repository acknowledged outlives {@code kill -9}; its
 * methods may be called from any thread and throw {@link StoreException}.
 */
public final class Store implements AutoCloseable {

    private final Vendor vendor;
    private final HikariDataSource source;
    private final Database database;

    private Store(Vendor vendor, HikariDataSource source) {
        this.vendor = vendor;
        this.source = source;
        this.database = new Database(vendor, source);
    }

    /**
     * Opens a store, made if need be, and brings its schema up to date.
     *
     * @throws StoreException if it cannot be opened; one that a newer version wrote is refused unchanged
     */
    public static Store open(StoreUrl url) {
        return switch (url) {
            case StoreUrl.Sqlite(Path file) -> open(file);
            case StoreUrl.Postgres postgres -> open(new Postgres(postgres));
        };
    }

    /** Opens an SQLite file, as {@link #open(StoreUrl)} does. */
    public static Store open(Path file) {
        return open(new Sqlite(file));
    }

    private static Store open(Vendor vendor) {
        try (AutoCloseable _ = vendor.lockForOpening()) {
            return opened(vendor);
        } catch (StoreException known) {
            throw known;
        } catch (IOException notThere) {
            throw new StoreException(
                    StoreException.Kind.UNAVAILABLE,
                    vendor.name() + " cannot be made: " + FileTrouble.of(notThere) + ". Choose another folder.",
                    notThere);
        } catch (Exception trouble) {
            throw vendor.explained(trouble);
        }
    }

    private static Store opened(Vendor vendor) {
        HikariDataSource source = null;
        try {
            source = new HikariDataSource(vendor.pool());
            new Schema(vendor, source).migrate();
            return new Store(vendor, source);
        } catch (RuntimeException trouble) {
            if (source != null) {
                source.close();
            }
            throw trouble instanceof StoreException known ? known : vendor.explained(trouble);
        }
    }

    /** Whether several instances may work with it at once. */
    public boolean isShared() {
        return vendor.isShared();
    }

    /** For libraries that keep tables of their own; closed with this store. */
    public DataSource dataSource() {
        return source;
    }

    public Observations observations() {
        return new SqlObservations(database);
    }

    public Cursors cursors() {
        return new SqlCursors(database);
    }

    public ReadingLists readingLists() {
        return new SqlReadingLists(database);
    }

    public Nudges nudges() {
        return new SqlNudges(database);
    }

    public Impressions impressions() {
        return new SqlImpressions(database);
    }

    public Subscriptions subscriptions() {
        return new SqlSubscriptions(database);
    }

    public Watches watches() {
        return new SqlWatches(database);
    }

    public Alerts alerts() {
        return new SqlAlerts(database);
    }

    public Editions editions() {
        return new SqlEditions(database);
    }

    public Refusals refusals() {
        return new SqlRefusals(database);
    }

    public PostedPapers postedPapers() {
        return new SqlPostedPapers(database);
    }

    public StandingReactions standingReactions() {
        return new SqlStandingReactions(database);
    }

    public Submissions submissions() {
        return new SqlSubmissions(database);
    }

    public JournalClub journalClub() {
        return new SqlJournalClub(database);
    }

    public Departures departures() {
        return new SqlDepartures(database);
    }

    public Votes votes() {
        return new SqlVotes(database);
    }

    public Accounts accounts() {
        return new SqlAccounts(database);
    }

    public PersonalData personalData() {
        return new SqlPersonalData(database);
    }

    public RequestKeys requestKeys() {
        return new SqlRequestKeys(database);
    }

    /** @param clock the instances' that share the store must agree on the time to some seconds */
    public Leases leases(InstantSource clock) {
        return new SqlLeases(database, clock);
    }

    /** What SQLite finds wrong with its file, up to a hundred lines; empty if it is sound. Reads all of it. */
    public List<String> damage() {
        if (isShared()) {
            throw new IllegalStateException("only a file can be looked through");
        }
        return database.with(handle -> handle.createQuery("pragma integrity_check").mapTo(String.class).stream()
                .filter(line -> !line.equals("ok"))
                .toList());
    }

    @Override
    public void close() {
        source.close();
    }
}
