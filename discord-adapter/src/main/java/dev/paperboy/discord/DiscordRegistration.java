package dev.paperboy.discord;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the commands up if Discord holds others, and tries until they stand. Nobody waits for it. */
final class DiscordRegistration {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordRegistration.class);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final JDA jda;
    private final SlashCommandData wanted;

    DiscordRegistration(JDA jda, SlashCommandData wanted) {
        this.jda = jda;
        this.wanted = wanted;
    }

    /** @param pause before the second attempt; each further one is twice as long, up to an hour */
    void begin(Duration pause) {
        if (jda.getStatus() == JDA.Status.SHUTTING_DOWN || jda.getStatus() == JDA.Status.SHUTDOWN) {
            return;
        }
        jda.retrieveCommands().queue(present -> compare(present, pause), failure -> again(pause, failure));
    }

    private void compare(List<Command> present, Duration pause) {
        if (isRegistered(present)) {
            LOG.debug("Discord has our commands already");
            return;
        }
        jda.updateCommands()
                .addCommands(wanted)
                .queue(
                        done -> LOG.info("registered /{} with Discord", wanted.getName()),
                        failure -> again(pause, failure));
    }

    private boolean isRegistered(List<Command> present) {
        return present.size() == 1
                && DiscordCommands.fingerprint(SlashCommandData.fromCommand(present.getFirst()))
                        .equals(DiscordCommands.fingerprint(wanted));
    }

    private void again(Duration pause, Throwable failure) {
        LOG.warn("Discord did not take our commands, trying again in {}: {}", pause, failure.toString());
        Duration doubled = pause.multipliedBy(2);
        Duration next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> begin(next));
    }
}
