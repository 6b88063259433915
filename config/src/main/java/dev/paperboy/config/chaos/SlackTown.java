package dev.paperboy.config.chaos;

import dev.paperboy.slack.sandbox.FaultOrder;
import dev.paperboy.slack.sandbox.SandboxMessage;
import dev.paperboy.slack.sandbox.SandboxReply;
import dev.paperboy.slack.sandbox.SlackFault;
import dev.paperboy.slack.sandbox.SlackSandbox;
import dev.paperboy.slack.sandbox.SlackUser;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Slack's stand-in, with the right to read what was posted: without it nobody can tell what became of a post. */
final class SlackTown implements Town {

    private static final String ADMIN = "ada";
    private static final String BOOKMARK = "bookmark";
    private static final String POSTING = "chat.postMessage";

    private final SlackSandbox slack;

    SlackTown(InstantSource clock) {
        this.slack = new SlackSandbox(clock);
        slack.start(0);
        slack.grantHistory();
    }

    @Override
    public String name() {
        return "Slack";
    }

    @Override
    public List<String> open(int rooms) {
        return IntStream.range(0, rooms)
                .mapToObj(number -> slack.addChannel("chaos-" + number).id())
                .toList();
    }

    @Override
    public Map<String, String> address() {
        return Map.of(
                "PAPERBOY_SLACK_BOT_TOKEN", slack.botToken(),
                "PAPERBOY_SLACK_APP_TOKEN", slack.appToken(),
                "PAPERBOY_SLACK_API_URL", slack.apiUrl().toString());
    }

    @Override
    public boolean isVisited() {
        return slack.connections() > 0;
    }

    @Override
    public void onChange(Runnable listener) {
        slack.onChange(channel -> listener.run());
    }

    @Override
    public String schedule(String room, String options) {
        SandboxReply reply = Answers.await(slack.command(ADMIN, room, "/papers", "schedule " + options));
        return reply.ok() ? "" : reply.text();
    }

    @Override
    public List<Post> posts(String room) {
        return slack.messages(room).stream()
                .filter(message -> message.author().equals(slack.botUserId()))
                .map(SlackTown::post)
                .toList();
    }

    private static Post post(SandboxMessage message) {
        return new Post(
                message.id(),
                Instant.ofEpochMilli(
                        new BigDecimal(message.id()).movePointRight(3).longValue()),
                Town.papersIn(message.payload()),
                Set.copyOf(message.reactions().getOrDefault(BOOKMARK, List.of())));
    }

    @Override
    public List<String> people() {
        return slack.users().stream().map(SlackUser::id).toList();
    }

    @Override
    public void react(String person, String room, String post, boolean keep) {
        var _ = keep ? slack.react(person, room, post, BOOKMARK) : slack.unreact(person, room, post, BOOKMARK);
    }

    @Override
    public Set<String> saved(String person) {
        Set<String> saved = new HashSet<>();
        String room = slack.channels().getFirst().id();
        for (int page = 1, found = -1; found < saved.size(); page++) {
            found = saved.size();
            SandboxReply reply = Answers.await(slack.command(person, room, "/papers", "saved page:" + page));
            saved.addAll(Town.papersIn(reply.payload()));
        }
        return saved;
    }

    @Override
    public void suffer(Trouble trouble, String room) {
        switch (trouble) {
            case NONE -> {}
            case CUT -> slack.inject(FaultOrder.once(SlackFault.SOCKET_CUT));
            case FAILED_AFTER -> slack.inject(posting(SlackFault.SERVER_ERROR_AFTER, 2));
            case LOST_REPLY -> slack.inject(posting(SlackFault.LOST_REPLY, 2));
            case LATE -> slack.inject(new FaultOrder(SlackFault.DELAY, POSTING, 2, Duration.ofSeconds(3)));
            case NO_RIGHT -> slack.kick(room);
            case NEW_SESSION -> slack.inject(FaultOrder.once(SlackFault.SOCKET_GOING_AWAY));
            case FAILED_BEFORE -> slack.inject(posting(SlackFault.SERVER_ERROR_BEFORE, 2));
            case TOO_MANY -> slack.inject(posting(SlackFault.RATE_LIMITED, 2));
            case SILENT -> slack.inject(FaultOrder.once(SlackFault.SOCKET_HALF_OPEN));
        }
    }

    private static FaultOrder posting(SlackFault fault, int times) {
        return new FaultOrder(fault, POSTING, times, Duration.ofSeconds(1));
    }

    @Override
    public void calm() {
        slack.clearFaults();
    }

    @Override
    public void readmit(String room) {
        slack.invite(room);
    }

    @Override
    public void close() {
        slack.close();
    }
}
