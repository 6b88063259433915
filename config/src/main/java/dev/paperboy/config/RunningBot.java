package dev.paperboy.config;

import dev.paperboy.PaperboyBot;
import dev.paperboy.feed.Arrivals;
import dev.paperboy.index.PaperIndex;
import dev.paperboy.schedule.Clockwork;
import dev.paperboy.store.Store;
import java.util.Optional;

/** A bot at work, with those of its parts that its surroundings may use. */
public final class RunningBot implements AutoCloseable {

    private final PaperIndex index;
    private final Store store;
    private final Arrivals arrivals;
    private final Clockwork clockwork;
    private final PaperboyBot bot;
    private final Vitals vitals;
    private final Optional<HttpEndpoint> http;
    private final Teardown teardown;

    RunningBot(
            PaperIndex index,
            Store store,
            Arrivals arrivals,
            Clockwork clockwork,
            PaperboyBot bot,
            Vitals vitals,
            Optional<HttpEndpoint> http,
            Teardown teardown) {
        this.index = index;
        this.store = store;
        this.arrivals = arrivals;
        this.clockwork = clockwork;
        this.bot = bot;
        this.vitals = vitals;
        this.http = http;
        this.teardown = teardown;
    }

    public PaperIndex index() {
        return index;
    }

    public Store store() {
        return store;
    }

    /** Who is told of papers that come in. */
    public Arrivals arrivals() {
        return arrivals;
    }

    public Clockwork clockwork() {
        return clockwork;
    }

    /** The commands and how flat text is read. */
    public PaperboyBot bot() {
        return bot;
    }

    public Vitals vitals() {
        return vitals;
    }

    /** The port of the HTTP endpoint, if there is one. */
    public Optional<Integer> httpPort() {
        return http.map(HttpEndpoint::port);
    }

    /** Takes nothing more in, lets running answers and posts end, and closes index and store. */
    @Override
    public void close() {
        teardown.close();
    }
}
