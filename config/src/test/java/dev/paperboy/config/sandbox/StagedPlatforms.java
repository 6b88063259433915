package dev.paperboy.config.sandbox;

import dev.paperboy.command.CommandLine;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.discord.sandbox.DiscordSandbox;
import dev.paperboy.slack.sandbox.SlackSandbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Both stand-ins on a stage without a bot, for tests of the control API alone. */
final class StagedPlatforms implements Stage, AutoCloseable {

    static final Instant START = Instant.parse("2026-04-23T08:00:00Z");

    final List<Instant> moves = new ArrayList<>();
    int restarts;

    private final SandboxClock clock = new SandboxClock(InstantSource.fixed(START));
    private final List<Desk> desks;

    StagedPlatforms() {
        CommandLine commandLine = new CommandLine(SampleCommands.CATALOGUE);
        desks = List.of(
                new DiscordDesk(new DiscordSandbox(clock).start(), commandLine),
                new SlackDesk(new SlackSandbox(clock).start(0), commandLine));
    }

    @Override
    public List<Desk> desks() {
        return desks;
    }

    @Override
    public SandboxClock clock() {
        return clock;
    }

    @Override
    public Optional<Instant> nextPosting() {
        return Optional.empty();
    }

    @Override
    public Live live() {
        return Live.OFF;
    }

    @Override
    public void moveClock(Instant target) {
        moves.add(target);
        clock.set(target);
    }

    @Override
    public Outcome react(Desk desk, Person person, Room room, Seen message, String emoji, boolean remove) {
        return desk.react(person, room, message.id(), emoji, remove);
    }

    @Override
    public void restartBot() {
        restarts++;
    }

    @Override
    public void close() {
        desks.forEach(Desk::close);
    }
}
