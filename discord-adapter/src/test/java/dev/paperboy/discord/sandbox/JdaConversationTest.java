package dev.paperboy.discord.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything a person and a bot do with one another when nothing goes wrong. */
class JdaConversationTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final DiscordSandbox sandbox = new DiscordSandbox(InstantSource.system());
    private JdaClient client;

    @SuppressWarnings("NullAway.Init") // set by @BeforeEach
    JdaConversationTest() {}

    @BeforeEach
    void connect() throws InterruptedException {
        sandbox.start();
        client = JdaClient.connect(sandbox, new Bot());
        client.jda()
                .updateCommands()
                .addCommands(Commands.slash("papers", "Papers")
                        .addSubcommands(
                                new SubcommandData("search", "Find papers")
                                        .addOptions(
                                                new OptionData(OptionType.STRING, "query", "what", true, true),
                                                new OptionData(OptionType.INTEGER, "limit", "how many")
                                                        .setRequiredRange(1, 10)),
                                new SubcommandData("saved", "Your list"),
                                new SubcommandData("card", "A card")))
                .complete();
    }

    @AfterEach
    void disconnect() {
        client.close();
        sandbox.close();
        sandbox.assertNoViolations();
        DiscordSchema.load().assertAllValid(sandbox.exchanges());
    }

    private SandboxReply run(String path, Map<String, ?> options) {
        return sandbox.command("ben", "papers", path, options)
                .reply()
                .orTimeout(10, SECONDS)
                .join();
    }

    @Test
    void aCommandIsDeferredAndThenAnswered() {
        SandboxReply reply = run("papers search", Map.of("query", "diffusion", "limit", "3"));

        assertThat(reply.ok()).isTrue();
        assertThat(reply.ephemeral()).isFalse();
        assertThat(reply.text()).isEqualTo("found diffusion 3");
        assertThat(sandbox.messages("papers", "ada")).singleElement().satisfies(message -> {
            assertThat(message.author()).isEqualTo(sandbox.botId());
            assertThat(message.payload().path("flags").asInt()).isZero();
        });
    }

    @Test
    void anEphemeralAnswerIsSeenByItsUserAlone() {
        SandboxReply reply = run("papers saved", Map.of());

        assertThat(reply.ephemeral()).isTrue();
        assertThat(sandbox.messages("papers", "ben")).hasSize(1);
        assertThat(sandbox.messages("papers", "ada")).isEmpty();
    }

    @Test
    void componentsComeAndTheirButtonsAreClicked() {
        SandboxReply card = run("papers card", Map.of());
        assertThat(card.text()).contains("Attention").contains("[Save]");

        SandboxReply clicked = sandbox.click("ada", "papers", String.valueOf(card.messageId()), "save")
                .reply()
                .orTimeout(10, SECONDS)
                .join();

        assertThat(clicked.ok()).isTrue();
        assertThat(clicked.ephemeral()).isTrue();
        assertThat(clicked.text()).isEqualTo("saved for ada");
    }

    @Test
    void whatTheClientWouldNotSendIsNotSent() {
        assertThat(run("papers search", Map.of()).text()).isEqualTo("The option query is required.");
        assertThat(run("papers search", Map.of("query", "x", "limit", 11)).text())
                .isEqualTo("The option limit must be at most 10.");
        assertThat(run("papers search", Map.of("query", "x", "limit", "many")).text())
                .isEqualTo("The option limit must be a whole number.");
        assertThat(run("papers nonsense", Map.of()).text()).isEqualTo("There is no command papers nonsense.");
        assertThat(run("papers search", Map.of("query", "x", "colour", "red")).text())
                .startsWith("There is no option colour");
        assertThat(sandbox.click("ben", "papers", "1", "save").reply().join().ok())
                .isFalse();
        assertThat(seen).isEmpty();
    }

    @Test
    void autocompleteOffersChoices() {
        SandboxReply reply = sandbox.autocomplete("ben", "papers", "papers search", Map.of("limit", 2), "query", "diff")
                .reply()
                .orTimeout(10, SECONDS)
                .join();

        assertThat(reply.text()).isEqualTo("diff one\ndiff two");
        assertThat(reply.payload().path("choices")).hasSize(2);
    }

    @Test
    void reactionsReachTheBotAndItsOwnStand() {
        String id = client.channel(sandbox, "papers")
                .sendMessageEmbeds(new EmbedBuilder().setTitle("A paper").build())
                .complete()
                .getId();
        client.channel(sandbox, "papers")
                .addReactionById(id, Emoji.fromUnicode("🔖"))
                .complete();

        sandbox.react("ben", "papers", id, "🔖");
        sandbox.react("ben", "papers", id, "🔖");
        sandbox.unreact("ben", "papers", id, "🔖");

        String ben = sandbox.user("ben").id();
        await().until(() -> seen.contains("-" + ben));
        assertThat(seen).containsExactly("+" + sandbox.botId(), "+" + ben, "-" + ben);
        assertThat(sandbox.messages("papers").getFirst().reactions())
                .containsExactly(Map.entry("🔖", List.of(sandbox.botId())));
    }

    @Test
    void theWorldSurvivesItsSnapshot() {
        String id = String.valueOf(run("papers card", Map.of()).messageId());
        sandbox.react("ada", "papers", id, "🔖");
        DiscordSandbox other = new DiscordSandbox(InstantSource.system());

        other.restore(sandbox.snapshot());

        assertThat(other.messages("papers")).isEqualTo(sandbox.messages("papers"));
        assertThat(other.commands()).isEqualTo(sandbox.commands());
        assertThat(other.snapshot()).isEqualTo(sandbox.snapshot());
    }

    @Test
    void whatWasAnsweredIsRecordedAndCanBeMadeAgain() {
        DiscordSandbox other = new DiscordSandbox(InstantSource.system());
        other.restore(sandbox.snapshot());
        List<String> journal = new CopyOnWriteArrayList<>();
        sandbox.onRecord(journal::add);

        String id = String.valueOf(run("papers card", Map.of()).messageId());
        sandbox.react("ada", "papers", id, "🔖");
        run("papers saved", Map.of());
        sandbox.inject(DiscordFault.REVOKE_SEND.once());
        sandbox.inject(DiscordFault.DELETE_CHANNEL.once().in("general"));
        journal.forEach(other::replay);
        journal.forEach(other::replay);

        assertThat(other.messages("papers")).isEqualTo(sandbox.messages("papers"));
        assertThat(other.channels()).isEqualTo(sandbox.channels());
        other.inject(DiscordFault.RESTORE_CHANNEL.once());
        assertThat(other.channels()).hasSize(2);
        assertThatThrownBy(() -> other.replay("{\"mess")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDeletedChannelIsMadeAnew() {
        sandbox.inject(DiscordFault.DELETE_CHANNEL.once().in("general"));
        assertThat(sandbox.channels()).extracting(SandboxChannel::name).containsExactly("papers");

        sandbox.inject(DiscordFault.RESTORE_CHANNEL.once());
        assertThat(sandbox.channels()).extracting(SandboxChannel::name).containsExactly("papers", "general");
        assertThat(sandbox.messages("general")).isEmpty();
    }

    /** Answers as the tests need it. */
    private final class Bot extends ListenerAdapter {
        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            switch (String.valueOf(event.getSubcommandName())) {
                case "search" -> {
                    event.deferReply().complete();
                    String text = "found " + event.getOption("query", "", OptionMapping::getAsString) + " "
                            + event.getOption("limit", 0, OptionMapping::getAsInt);
                    event.getHook().editOriginal(text).complete();
                }
                case "saved" -> event.reply("your list").setEphemeral(true).complete();
                default -> {
                    event.deferReply().complete();
                    event.getHook()
                            .editOriginalComponents(card())
                            .useComponentsV2()
                            .complete();
                }
            }
        }

        private Container card() {
            return Container.of(
                    Section.of(
                            Button.link("https://arxiv.org/abs/1706.03762", "Open"),
                            TextDisplay.of("## [Attention](https://arxiv.org/abs/1706.03762)")),
                    ActionRow.of(Button.primary("save", "Save"), Button.secondary("like", "Similar")));
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            event.deferReply(true).complete();
            event.getHook()
                    .editOriginal("saved for " + event.getUser().getName())
                    .complete();
        }

        @Override
        public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
            String typed = event.getFocusedOption().getValue();
            event.replyChoiceStrings(typed + " one", typed + " two").complete();
        }

        @Override
        public void onMessageReactionAdd(MessageReactionAddEvent event) {
            seen.add("+" + event.getUserId());
        }

        @Override
        public void onMessageReactionRemove(MessageReactionRemoveEvent event) {
            seen.add("-" + event.getUserId());
        }
    }
}
