package dev.paperboy.slack.sandbox;

import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A strict loopback stand-in of Slack with one small workspace, "Paperboy Lab". Bots connect to {@link #apiUrl()} as
 * they would to {@code https://slack.com/api/}; people act through the methods of this class.
 *
 * <p>Users and channels are named by id or by name. Nothing listens before {@link #start}. Message time stamps follow
 * the given clock; deadlines (3 s acknowledgement, 30 min and five uses of a response URL, retries after 1 and 5 min)
 * follow the ticker and scheduler. What people do ends with the first visible answer to it, as {@link SandboxReply}
 * tells; how an answer is recognised is written at {@link Interactions}.
 */
public final class SlackSandbox implements AutoCloseable {
    /** Code of the violation that something was delivered and not acknowledged in time. */
    public static final String NO_ACK = "no_ack";

    private static final long LONGEST_REQUEST = 2_000_000;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    /** Others at every start, as other programs of this machine can reach the stand-in too. */
    private final Credentials credentials = new Credentials(
            "xoxb-sandbox-" + UUID.randomUUID(), "xapp-1-sandbox-" + UUID.randomUUID(), "sandbox-" + UUID.randomUUID());

    private final InstantSource clock;
    private final Ticker ticker;
    private final Faults faults = new Faults();
    private final WireLog log = new WireLog();
    private final Wire wire = new Wire();
    private final RateGuard rates;
    private final Scopes scopes = new Scopes();
    private final World world;
    private final Interactions interactions;
    private final WebApi api;
    private final ResponseUrls responses;
    private final SocketLinks links;
    private final Dispatcher dispatcher;
    private final People people;

    private final HistoryMethods history;
    private final FileMethods files;
    private @Nullable Javalin server;
    private @Nullable HttpDelivery http;

    /** A stand-in that keeps real deadlines. */
    public SlackSandbox(InstantSource clock) {
        this(clock, Ticker.systemTicker(), Scheduler.systemScheduler());
    }

    public SlackSandbox(InstantSource clock, Ticker ticker, Scheduler scheduler) {
        this.clock = clock;
        this.ticker = ticker;
        MessageClock stamps = new MessageClock(clock);
        FaultGate gate = new FaultGate(faults, log, wire, clock, ticker);
        rates = new RateGuard(ticker);
        world = new World(stamps);
        interactions = new Interactions(ticker);
        links = new SocketLinks(clock, ticker, scheduler, executor, faults, log, wire);
        api = new WebApi(credentials, gate, faults, log, rates, scopes);
        api.addAuth(links::issueTicket);
        new ChatMethods(world, interactions, faults, log).addTo(api.methods());
        new PeopleMethods(world, scopes).addTo(api.methods());
        history = new HistoryMethods(world, scopes);
        history.addTo(api.methods());
        ViewMethods views = new ViewMethods(world, interactions);
        views.addTo(api.methods());
        files = new FileMethods(world, interactions, gate, credentials, scopes, this::base);
        files.addTo(api.methods());
        responses = new ResponseUrls(world, interactions, gate, log);
        dispatcher = new Dispatcher(links, scheduler, executor, log);
        Payloads payloads = new Payloads(clock, stamps);
        people = new People(
                world,
                interactions,
                responses,
                views,
                files,
                payloads,
                dispatcher,
                faults,
                log,
                scopes,
                asked -> base() + "/response/" + asked.responseToken);
    }

    /** Listens on 127.0.0.1 at this port, or at a free one for 0. */
    public SlackSandbox start(int port) {
        server = Javalin.create(config -> configure(config, port)).start();
        return this;
    }

    private void configure(JavalinConfig config, int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LONGEST_REQUEST;
        config.jetty.addConnector((jetty, settings) -> wire.listen(jetty, settings, port));
        config.routes.post("/api/{method}", api::handle);
        config.routes.get("/api/{method}", api::handle);
        config.routes.post("/response/{token}", responses::handle);
        config.routes.post(FileMethods.UPLOADS, files::upload);
        config.routes.get(FileMethods.FILES, files::open);
        config.routes.get(FileMethods.PRIVATE, files::download);
        links.addTo(config.routes);
    }

    // What a bot needs to know.

    /** Base address of the Web API, with a trailing slash. */
    public URI apiUrl() {
        return URI.create(base() + "/api/");
    }

    public String botToken() {
        return credentials.botToken();
    }

    public String appToken() {
        return credentials.appToken();
    }

    public String signingSecret() {
        return credentials.signingSecret();
    }

    public String teamId() {
        return World.TEAM;
    }

    public String botUserId() {
        return World.BOT_USER;
    }

    /** People only; the bot is not among them. */
    public List<SlackUser> users() {
        return world.users().stream().filter(user -> !user.bot()).toList();
    }

    public List<SlackChannel> channels() {
        return world.channels();
    }

    /** Opens another public channel, in which everybody and the bot is. */
    public SlackChannel addChannel(String name) {
        return world.open(name);
    }

    /** Sends commands, clicks and events over the WebSockets that the bot opens. This is so from the start. */
    public void deliverBySocket() {
        dispatcher.use(links);
    }

    /** Sends commands, clicks and events as signed HTTP to this address. */
    public void deliverTo(URI requestUrl) {
        HttpDelivery delivery = new HttpDelivery(requestUrl, credentials.signingSecret(), clock, ticker, faults, log);
        closeHttp();
        http = delivery;
        dispatcher.use(delivery);
    }

    /** Sends {@code url_verification}; whether the app gave the challenge back. */
    public CompletableFuture<Boolean> verifyRequestUrl() {
        String challenge = "challenge-" + interactions.hashCode();
        ObjectNode payload = Json.object().put("token", "deprecated").put("challenge", challenge);
        payload.put("type", "url_verification");
        Envelope envelope = Envelope.first(Envelope.Kind.URL_VERIFICATION, "url_verification", payload);
        return dispatcher.once(envelope).thenApply(ack -> ack.ok() && ack.body().contains(challenge));
    }

    /** How many WebSockets are open. */
    public int connections() {
        return links.size();
    }

    // What people do.

    /** Types a slash command; {@code command} with its slash. */
    public CompletableFuture<SandboxReply> command(String user, String channel, String command, String text) {
        return people.command(user, channel, command, text);
    }

    /** Sends the window that the bot opened last in front of somebody, with a file where it asks for one. */
    public CompletableFuture<SandboxReply> submit(String user, SandboxFile file) {
        return people.submit(user, file);
    }

    /** Presses the first button with this action id, label or value; a link button ends with its acknowledgement. */
    public CompletableFuture<SandboxReply> click(String user, String channel, String message, String button) {
        return people.click(user, channel, message, button);
    }

    /** Reacts; {@code emoji} is Slack's name, with or without colons, or a common character. Ends when taken. */
    public CompletableFuture<SandboxReply> react(String user, String channel, String message, String emoji) {
        return people.react(user, channel, message, emoji, true);
    }

    public CompletableFuture<SandboxReply> unreact(String user, String channel, String message, String emoji) {
        return people.react(user, channel, message, emoji, false);
    }

    /** Opens the app's home tab; ends when the bot publishes it. */
    public CompletableFuture<SandboxReply> openHome(String user) {
        return people.openHome(user);
    }

    /** Presses a button of the home tab, named as for {@link #click}; ends when the bot publishes it anew. */
    public CompletableFuture<SandboxReply> clickHome(String user, String button) {
        return people.clickHome(user, button);
    }

    /**
     * Takes the app off the workspace: its bot token is void, and it is told by two events.
     *
     * @param tokensFirst whether {@code tokens_revoked} comes before {@code app_uninstalled}; Slack promises no order
     * @return whether both events were taken
     */
    public CompletableFuture<Boolean> uninstall(boolean tokensFirst) {
        api.uninstall();
        return people.uninstall(tokensFirst);
    }

    // What there is to see.

    /** What everybody sees in a channel, oldest first. */
    public List<SandboxMessage> messages(String channel) {
        return world.messages(idOf(channel), null);
    }

    /** What this person sees in a channel, oldest first: ephemeral messages too. */
    public List<SandboxMessage> messages(String channel, String user) {
        return world.messages(idOf(channel), world.user(user).map(SlackUser::id).orElse(null));
    }

    /** The home tab last published for a user, as JSON. */
    public Optional<String> home(String user) {
        return world.user(user).map(SlackUser::id).flatMap(world::home).map(Object::toString);
    }

    /** Calls back with a channel's id at every change in it; the listener must not block or call back in. */
    public void onChange(Consumer<String> listener) {
        world.watch(listener);
    }

    /**
     * Calls back with a line for {@link #replay} at every change of messages, reactions and memberships, before whoever
     * asked for the change is answered; so what was answered is never lost. The listener must not call back in.
     */
    public void onRecord(Consumer<String> journal) {
        world.record(journal);
    }

    public List<Exchange> exchanges() {
        return log.exchanges();
    }

    public List<Violation> violations() {
        return log.violations();
    }

    /** Throws when the bot has broken any of Slack's rules so far. */
    public void assertNoViolations() {
        assertNoViolationsBut(Set.of());
    }

    /** As {@link #assertNoViolations}, but for those with these codes, for tests that provoke them. */
    public void assertNoViolationsBut(Set<String> provoked) {
        List<Violation> found = violations().stream()
                .filter(violation -> !provoked.contains(violation.code()))
                .toList();
        if (!found.isEmpty()) {
            throw new AssertionError(found.stream()
                    .map(Violation::toString)
                    .collect(Collectors.joining("\n", "Slack's rules were broken:\n", "")));
        }
    }

    // What goes wrong, on request.

    public void inject(FaultOrder order) {
        if (order.fault().where() == SlackFault.Where.SOCKET && order.fault() != SlackFault.SOCKET_REFUSED) {
            links.strike(order.fault());
        } else {
            faults.add(order);
        }
    }

    /** Takes back the faults that have not struck yet. */
    public void clearFaults() {
        faults.clear();
    }

    /** Whether Slack's rate limits are enforced; they are not at first. */
    public void enforceRateLimits(boolean on) {
        rates.enforce(on);
    }

    /** Gives the bot exactly these scopes; at first it has all that Paperboy asks for. */
    public void grant(Set<String> scopes) {
        this.scopes.grant(scopes);
    }

    /** Gives the bot, besides what Paperboy asks for, the right to read what is written where it is. */
    public void grantHistory() {
        scopes.add(Set.of("channels:history", "groups:history", "im:history", "im:write"));
    }

    /** The bot's conversations that there are: each channel's id, and whom it is with. */
    public Map<String, SlackUser> conversations() {
        return world.conversations();
    }

    /** From now on a channel's history comes without the messages' metadata. */
    public void hideMetadata() {
        history.hideMetadata();
    }

    /** Throws the bot out of a channel, until it is invited again. */
    public void kick(String channel) {
        world.kick(idOf(channel), World.BOT_USER);
    }

    public void invite(String channel) {
        world.invite(idOf(channel), World.BOT_USER);
    }

    /** The messages, reactions, memberships and home tabs, as JSON for {@link #restore}. */
    public String snapshot() {
        return world.snapshot();
    }

    /**
     * Puts back what a snapshot holds; later messages get later time stamps.
     *
     * @throws IllegalArgumentException when it is no snapshot of this workspace
     */
    public void restore(String snapshot) {
        world.restore(snapshot);
    }

    /**
     * Makes a recorded change again, on top of the snapshot that was taken before; twice is as good as once.
     *
     * @throws IllegalArgumentException when the line is none that was recorded
     */
    public void replay(String line) {
        world.replay(line);
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
        closeHttp();
        executor.shutdownNow();
    }

    private void closeHttp() {
        if (http != null) {
            http.close();
        }
    }

    private String base() {
        return "http://127.0.0.1:" + wire.port();
    }

    private String idOf(String channel) {
        return world.channel(channel)
                .map(SlackChannel::id)
                .orElseThrow(() -> new IllegalArgumentException("no channel is called " + channel));
    }
}
