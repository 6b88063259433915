package dev.paperboy.config.chaos;

import dev.paperboy.discord.sandbox.DiscordFault;
import dev.paperboy.discord.sandbox.DiscordSandbox;
import dev.paperboy.discord.sandbox.FaultOrder;
import dev.paperboy.discord.sandbox.SandboxMessage;
import dev.paperboy.discord.sandbox.SandboxReply;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Discord's stand-in. */
final class DiscordTown implements Town {

    private static final String ADMIN = "ada";
    private static final String BOOKMARK = "🔖";
    private static final String POSTING = "POST /channels/";

    private final DiscordSandbox discord;

    DiscordTown(InstantSource clock) {
        this.discord = new DiscordSandbox(clock).start();
    }

    @Override
    public String name() {
        return "Discord";
    }

    @Override
    public List<String> open(int rooms) {
        return IntStream.range(0, rooms)
                .mapToObj(number -> discord.addChannel("chaos-" + number).id())
                .toList();
    }

    @Override
    public Map<String, String> address() {
        return Map.of(
                "PAPERBOY_DISCORD_TOKEN", discord.botToken(),
                "PAPERBOY_DISCORD_REST_URL", discord.restUrl(),
                "PAPERBOY_DISCORD_GATEWAY_URL", discord.gatewayUrl());
    }

    @Override
    public boolean isVisited() {
        return discord.online() && !discord.commands().isEmpty();
    }

    @Override
    public void onChange(Runnable listener) {
        discord.onChange(channel -> listener.run());
    }

    @Override
    public String schedule(String room, String options) {
        Map<String, String> given = Stream.of(options.split(" "))
                .map(option -> option.split(":", 2))
                .collect(java.util.stream.Collectors.toMap(half -> half[0], half -> half[1]));
        SandboxReply reply = Answers.await(
                discord.command(ADMIN, room, "papers schedule", given).reply());
        return reply.ok() ? "" : reply.text();
    }

    @Override
    public List<Post> posts(String room) {
        return discord.messages(room).stream()
                .filter(message -> message.author().equals(discord.botId()) && !message.ephemeral())
                .map(DiscordTown::post)
                .toList();
    }

    private static Post post(SandboxMessage message) {
        String stamp = message.payload().path("timestamp").asString("");
        return new Post(
                message.id(),
                OffsetDateTime.parse(stamp).toInstant(),
                Town.papersIn(message.payload().toString()),
                Set.copyOf(message.reactions().getOrDefault(BOOKMARK, List.of())));
    }

    @Override
    public List<String> people() {
        return discord.users().stream()
                .filter(user -> !user.bot())
                .map(user -> user.id())
                .toList();
    }

    @Override
    public void react(String person, String room, String post, boolean keep) {
        var _ = keep ? discord.react(person, room, post, BOOKMARK) : discord.unreact(person, room, post, BOOKMARK);
    }

    @Override
    public Set<String> saved(String person) {
        Set<String> saved = new HashSet<>();
        for (int page = 1, found = -1; found < saved.size(); page++) {
            found = saved.size();
            SandboxReply reply = Answers.await(discord.command(person, anyRoom(), "papers saved", Map.of("page", page))
                    .reply());
            saved.addAll(Town.papersIn(reply.payload().toString()));
        }
        return saved;
    }

    private String anyRoom() {
        return discord.channels().getFirst().id();
    }

    @Override
    public void suffer(Trouble trouble, String room) {
        switch (trouble) {
            case NONE -> {}
            case CUT -> discord.inject(DiscordFault.DISCONNECT.once());
            case FAILED_AFTER -> discord.inject(posting(DiscordFault.HTTP_5XX_AFTER, 2));
            case LOST_REPLY -> discord.inject(posting(DiscordFault.LOST_REPLY, 2));
            case LATE -> discord.inject(posting(DiscordFault.DELAY_AFTER, 2).lasting(Duration.ofSeconds(3)));
            case NO_RIGHT -> discord.inject(DiscordFault.REVOKE_SEND.once().in(room));
            case NEW_SESSION -> discord.inject(DiscordFault.INVALID_SESSION.once());
            case FAILED_BEFORE -> discord.inject(posting(DiscordFault.HTTP_5XX_BEFORE, 2));
            case TOO_MANY -> discord.inject(posting(DiscordFault.HTTP_429, 2));
            case SILENT -> discord.inject(DiscordFault.GATEWAY_SILENCE.once().lasting(Duration.ofSeconds(5)));
        }
    }

    private static FaultOrder posting(DiscordFault fault, int times) {
        return fault.once().on(POSTING).times(times);
    }

    @Override
    public void calm() {
        discord.clearFaults();
    }

    @Override
    public void readmit(String room) {
        discord.inject(DiscordFault.RESTORE_SEND.once().in(room));
    }

    @Override
    public void close() {
        discord.close();
    }
}
