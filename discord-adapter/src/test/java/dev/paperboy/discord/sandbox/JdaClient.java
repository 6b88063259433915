package dev.paperboy.discord.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.messages.MessageRequest;

/** The real JDA, pointed at a stand-in. */
final class JdaClient implements AutoCloseable {
    private final JDA jda;

    private JdaClient(JDA jda) {
        this.jda = jda;
    }

    static JdaClient connect(DiscordSandbox sandbox, Object... listeners) throws InterruptedException {
        MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
        JDA jda = builder(sandbox, sandbox.botToken())
                .addEventListeners(listeners)
                .build();
        return new JdaClient(jda.awaitReady());
    }

    static JDABuilder builder(DiscordSandbox sandbox, String token) {
        return JDABuilder.createLight(token, GatewayIntent.GUILD_MESSAGE_REACTIONS)
                .setRestConfig(new RestConfig().setBaseUrl(sandbox.restUrl()))
                .setEnableShutdownHook(false)
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return sandbox.gatewayUrl();
                    }
                });
    }

    JDA jda() {
        return jda;
    }

    TextChannel channel(DiscordSandbox sandbox, String name) {
        return requireNonNull(jda.getTextChannelById(sandbox.channel(name).id()));
    }

    @Override
    public void close() {
        jda.shutdownNow();
        try {
            var _ = jda.awaitShutdown(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
