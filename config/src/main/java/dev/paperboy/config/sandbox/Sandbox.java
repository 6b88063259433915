package dev.paperboy.config.sandbox;

import dev.paperboy.command.CommandLine;
import dev.paperboy.config.Home;
import dev.paperboy.config.Wiring;
import dev.paperboy.discord.sandbox.DiscordSandbox;
import dev.paperboy.slack.sandbox.SlackSandbox;
import dev.paperboy.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paperboy at work on one machine: stand-ins of both platforms, the bot between them, a clock that can be moved, and a
 * page that shows it all. Two sandboxes cannot share a home folder.
 */
public final class Sandbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
    /** A week of days whose papers are known, so that each further day brings new ones. */
    private static final Duration BEFORE_THE_NEWEST = Duration.ofDays(7);

    private static final int FIRST_HOUR = 8;
    private static final String FIRST_ROOM = "papers";
    private static final String FIRST_SCHEDULE = "/papers schedule time:09:00 zone:UTC days:daily count:5";

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Home home;
    private final SandboxFiles files;
    private final SandboxClock clock;
    private final PageEvents events = new PageEvents();
    private String url = "";

    private Sandbox(Home home, InstantSource today) {
        this.home = home.create();
        this.files = new SandboxFiles(home.sandbox());
        this.clock = new SandboxClock(today);
    }

    /**
     * Opens a sandbox; when this returns, its page can be visited and the bot answers.
     *
     * @param home where its state is and will be
     * @param today real time
     */
    public static Sandbox open(Home home, InstantSource today, Options options) {
        PageServer.requireFree(options.port());
        Sandbox sandbox = new Sandbox(home, today);
        try {
            sandbox.start(options);
            return sandbox;
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    /**
     * What one can choose.
     *
     * @param port where the page is, on 127.0.0.1; 0 for a free one
     * @param offline whether not even to try to reach live sources
     * @param byMeaning whether papers are found by meaning too
     */
    public record Options(int port, boolean offline, boolean byMeaning) {}

    /** Where the page is. */
    public String url() {
        return url;
    }

    private void start(Options options) {
        add(SandboxLock.take(home.sandbox()));
        KnownObservations.copy(home, home.ofSandbox());
        boolean first = files.clock().isEmpty();
        clock.set(files.clock().orElseGet(this::beginning));
        DiscordSandbox discord = add(new DiscordSandbox(clock));
        SlackSandbox slack = add(new SlackSandbox(clock));
        remember(discord, slack);
        discord.start();
        slack.start(0);

        WorkingStage stage = add(new WorkingStage(
                clock,
                () -> Wiring.start(home.ofSandbox(), SandboxSettings.of(discord, slack, options.byMeaning()), clock)));
        new StarterPack(stage.bot().index(), stage.bot().store().observations()).fill();
        stage.refreshCounts();
        CommandLine commandLine = stage.bot().bot().commandLine();
        stage.furnish(List.of(new DiscordDesk(discord, commandLine), new SlackDesk(slack, commandLine)));
        stage.desks().forEach(this::follow);
        stage.awaitOnline();
        if (first) {
            stage.desks().forEach(Sandbox::schedule);
        }
        // A start that did not come this far is a first one again.
        add(new ClockKeeper(files, clock)).start();
        serve(stage, options.port(), commandLine);
        if (!options.offline()) {
            Thread.ofVirtual().name("sandbox-live-papers").start(() -> fetchLivePapers(stage));
        }
    }

    /** Closed after the bot, so that its last words are kept too. */
    private void remember(DiscordSandbox discord, SlackSandbox slack) {
        add(History.resume(
                files,
                new History.Stand("discord", discord::snapshot, discord::restore, discord::replay, discord::onRecord)));
        add(History.resume(
                files, new History.Stand("slack", slack::snapshot, slack::restore, slack::replay, slack::onRecord)));
    }

    /** The first morning: a week before the newest counts that the home folder or the starter pack knows. */
    private Instant beginning() {
        Instant newest;
        try (Store store = Store.open(home.ofSandbox().database())) {
            newest = store.observations().newest().orElseGet(StarterPack::newest);
        }
        return newest.minus(BEFORE_THE_NEWEST).truncatedTo(ChronoUnit.DAYS).plus(FIRST_HOUR, ChronoUnit.HOURS);
    }

    private void follow(Desk desk) {
        desk.onChange(channel -> events.channelChanged(desk.name(), channel));
    }

    private static void schedule(Desk desk) {
        Person admin = desk.people().stream().filter(Person::admin).findFirst().orElseThrow();
        Outcome outcome = desk.command(admin, desk.room(FIRST_ROOM), FIRST_SCHEDULE);
        if (!outcome.ok()) {
            throw new IllegalStateException(
                    "#" + FIRST_ROOM + " on " + desk.name() + " got no schedule: " + outcome.text());
        }
    }

    private void serve(WorkingStage stage, int port, CommandLine commandLine) {
        add(events).start();
        url = add(new PageServer(new ControlApi(stage, new Completions(commandLine), events), events))
                .start(port)
                .url();
    }

    private void fetchLivePapers(WorkingStage stage) {
        stage.live(Stage.Live.TRYING);
        stage.live(new LivePapers(clock::today).fetch(stage.bot()));
        stage.refreshCounts();
        events.stateChanged();
    }

    private <T extends AutoCloseable> T add(T part) {
        opened.push(part);
        return part;
    }

    /** Stops everything; what people saw and what time it is are kept for the next start. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("the sandbox did not close cleanly", e);
            }
        }
    }
}
