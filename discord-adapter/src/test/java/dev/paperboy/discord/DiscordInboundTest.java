package dev.paperboy.discord;

import static dev.paperboy.discord.StageChecks.message;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Emoji;
import dev.paperboy.chat.MessageRef;
import dev.paperboy.chat.Platform;
import dev.paperboy.chat.ReactionChange;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.SampleContents;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.Attachment;
import dev.paperboy.command.Misread;
import dev.paperboy.command.Request;
import dev.paperboy.command.Right;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.discord.sandbox.DiscordFault;
import dev.paperboy.discord.sandbox.SandboxFile;
import dev.paperboy.discord.sandbox.SandboxMessage;
import dev.paperboy.discord.sandbox.SandboxReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscordInboundTest {
    private static final Request SEARCH = Request.of(SampleCommands.SEARCH).with(SampleCommands.QUERY, "diffusion");

    private static final String CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback";
    private static final String ORIGINAL = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";

    private final DiscordStage stage = new DiscordStage();

    @BeforeEach
    void open() {
        stage.open();
        StageChecks.awaitCommands(stage);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aCommandArrivesWithItsTypesItsPersonAndItsPlace() {
        stage.bot.answer =
                call -> Reply.publicly(requireNonNull(SampleContents.all().get("card-usual")));

        SandboxReply reply = stage.type(SEARCH.with(SampleCommands.LIMIT, 3));

        CommandCall call = stage.bot.calls.getFirst();
        assertThat(call.get(SampleCommands.QUERY)).isEqualTo("diffusion");
        assertThat(call.get(SampleCommands.LIMIT)).isEqualTo(3);
        assertThat(call.user())
                .isEqualTo(new UserRef(
                        Platform.DISCORD, "", stage.sandbox.user("ben").id()));
        assertThat(call.channel()).isEqualTo(stage.channel("papers"));
        assertThat(call.clicked()).isEmpty();
        assertThat(reply.ephemeral()).isFalse();
        assertThat(reply.text()).contains("Attention Is All You Need", "[🔖 Save] [Similar] [Open]");
        await().untilAsserted(() -> assertThat(stage.bot.posted)
                .containsExactly(new MessageRef(stage.channel("papers"), String.valueOf(reply.messageId()))));
    }

    @Test
    void anAnswerThatIsToBeDiscussedGetsAThread() {
        stage.bot.answer = call -> Reply.publicly(
                        requireNonNull(SampleContents.all().get("meeting-usual")))
                .discussedUnder("Journal club: " + SampleContents.HOSTILE);

        SandboxReply reply = stage.type(SEARCH);

        assertThat(reply.text()).contains("Attention Is All You Need", "📅 <t:1796310000:F>");
        await().untilAsserted(() -> {
            String name = message(stage, requireNonNull(reply.messageId()))
                    .payload()
                    .path("thread")
                    .path("name")
                    .asString("");
            assertThat(name).startsWith("Journal club: ").hasSizeLessThanOrEqualTo(DiscordLimits.THREAD);
        });
        assertThat(stage.sandbox.messages("papers", "ben")).hasSize(1);
        stage.sandbox.assertNoViolations();
    }

    @Test
    void whereNoThreadMayBeOpenedTheAnswerStandsAndTheAskerHearsWhy() {
        stage.sandbox.inject(DiscordFault.REVOKE_THREADS.once());
        stage.bot.answer = call -> Reply.publicly(
                        requireNonNull(SampleContents.all().get("meeting-usual")))
                .discussedUnder("Journal club");

        SandboxReply reply = stage.type(SEARCH);

        assertThat(reply.text()).contains("Attention Is All You Need");
        await().untilAsserted(() -> assertThat(stage.sandbox.messages("papers", "ben"))
                .hasSize(2)
                .last()
                .satisfies(told -> {
                    assertThat(told.ephemeral()).isTrue();
                    assertThat(told.payload().toString())
                            .contains("I could not open a thread", "Create Public Threads");
                }));
        assertThat(stage.sandbox.messages("papers", "ada")).hasSize(1);
    }

    @Test
    void aPrivateCommandIsAnsweredPrivately() {
        SandboxReply reply = stage.type(Request.of(SampleCommands.HELP));

        assertThat(reply.ephemeral()).isTrue();
        assertThat(stage.sandbox.messages("papers", "ada")).isEmpty();
        assertThat(stage.bot.posted).isEmpty();
    }

    @Test
    void aFileComesWithTheCommandItIsAttachedTo() {
        byte[] bytes = "@misc{é}".getBytes(StandardCharsets.UTF_8);

        SandboxReply reply = DiscordStage.await(stage.sandbox.command(
                "ben", "papers", "papers import", Map.of("file", new SandboxFile("my refs.bib", bytes))));

        assertThat(stage.bot.calls.getFirst().get(SampleCommands.FILE))
                .isEqualTo(new Attachment("my_refs.bib", "@misc{é}"));
        assertThat(reply.ephemeral()).isTrue();
    }

    @Test
    void aPrivateAnswerToAPublicCommandStaysPrivate() {
        stage.bot.answer = call -> Reply.privately(Content.Notice.problem("Nothing like that.", ""));

        SandboxReply reply = stage.type(SEARCH);

        assertThat(reply.ephemeral()).isTrue();
        assertThat(reply.text()).contains("Nothing like that.");
        assertThat(stage.sandbox.messages("papers", "ada")).isEmpty();
    }

    @Test
    void onlyWhoManagesTheChannelHasTheRight() {
        Request schedule = Request.of(SampleCommands.SCHEDULE);

        DiscordStage.await(stage.command("ben", "papers", schedule));
        DiscordStage.await(stage.command("ada", "papers", schedule));

        assertThat(stage.bot.calls)
                .extracting(CommandCall::rights)
                .containsExactly(Set.of(), Set.of(Right.MANAGE_CHANNEL));
    }

    @Test
    void whatCannotBeReadIsExplainedToTheAskerAlone() {
        SandboxReply reply = DiscordStage.await(stage.sandbox.command(
                "ben", "papers", "papers schedule", Map.of("time", "25:00", "zone", "Europe/Berlin")));

        assertThat(reply.ephemeral()).isTrue();
        assertThat(reply.text()).contains("25:00", "like 09:00");
        assertThat(stage.bot.misreads).extracting(Misread::why).hasSize(1);
    }

    @Test
    void aClickIsACallThatKnowsItsMessage() {
        String message = StageChecks.messageWithButton(stage, SEARCH);

        SandboxReply reply = StageChecks.clickFirstButton(stage, message);

        CommandCall call = stage.bot.calls.getLast();
        assertThat(call.request()).isEqualTo(SEARCH);
        assertThat(call.clicked()).contains(new MessageRef(stage.channel("papers"), message));
        assertThat(reply.messageId()).isNotEqualTo(message);
    }

    @Test
    void aReplacingAnswerTakesThePlaceOfTheClickedMessage() {
        String message = StageChecks.messageWithButton(stage, SEARCH);
        stage.bot.answer =
                call -> Reply.publicly(Content.Notice.info("Page two.", "")).replacing();

        SandboxReply reply = StageChecks.clickFirstButton(stage, message);

        assertThat(reply.messageId()).isEqualTo(message);
        assertThat(stage.sandbox.messages("papers")).hasSize(1);
        assertThat(message(stage, message).payload().toString()).contains("Page two.");
    }

    @Test
    void aPrivateAnswerToAClickIsSeenByItsPersonAlone() {
        String message = StageChecks.messageWithButton(stage, SEARCH);
        stage.bot.answer = call -> Reply.privately(Content.Notice.done("Saved.", ""));

        SandboxReply reply = StageChecks.clickFirstButton(stage, message);

        assertThat(reply.ephemeral()).isTrue();
        assertThat(stage.sandbox.messages("papers", "ada"))
                .extracting(SandboxMessage::id)
                .containsExactly(message);
    }

    @Test
    void aLongRequestOnAButtonComesBackWhole() {
        Request longRequest = Request.of(SampleCommands.SEARCH)
                .with(SampleCommands.QUERY, "word ".repeat(700).strip());
        String message = StageChecks.messageWithButton(stage, longRequest);

        StageChecks.clickFirstButton(stage, message);

        assertThat(stage.bot.calls.getLast().request()).isEqualTo(longRequest);
    }

    @Test
    void suggestionsAreCutToWhatDiscordTakes() {
        stage.bot.completion = call -> IntStream.range(0, 40)
                .mapToObj(
                        i -> new Suggestion("A title that goes on " + "and on ".repeat(30) + i, "2404.0" + (1000 + i)))
                .toList();

        SandboxReply reply = DiscordStage.await(
                stage.sandbox.autocomplete("ben", "papers", "papers paper", Map.of(), "id", "atten"));

        assertThat(reply.ok()).isTrue();
        assertThat(reply.payload().path("choices")).hasSize(25);
    }

    @Test
    void freeTextWithoutSuggestionsIsOfferedAsTyped() {
        SandboxReply reply = DiscordStage.await(
                stage.sandbox.autocomplete("ben", "papers", "papers search", Map.of(), "query", "quantum cats"));

        assertThat(reply.text()).isEqualTo("quantum cats");
    }

    @Test
    void reactionsOnAnyMessageHoweverOldAreTakenInOrder() {
        String old = stage.sandbox.say("ada", "general", "an old message").id();
        String ours = StageChecks.messageWithButton(stage, SEARCH);

        stage.sandbox.react("ben", "general", old, "👍🏽");
        stage.sandbox.react("ben", "papers", ours, "🔖");
        stage.sandbox.unreact("ben", "papers", ours, "🔖");
        stage.sandbox.react("ben", "papers", ours, "🎉");
        stage.sandbox.react("ada", "papers", ours, "3️⃣");

        UserRef ben =
                new UserRef(Platform.DISCORD, "", stage.sandbox.user("ben").id());
        UserRef ada =
                new UserRef(Platform.DISCORD, "", stage.sandbox.user("ada").id());
        MessageRef message = new MessageRef(stage.channel("papers"), ours);
        await().untilAsserted(() -> assertThat(stage.bot.reactions)
                .containsExactly(
                        new ReactionChange(ben, new MessageRef(stage.channel("general"), old), Emoji.THUMBS_UP, true),
                        new ReactionChange(ben, message, Emoji.BOOKMARK, true),
                        new ReactionChange(ben, message, Emoji.BOOKMARK, false),
                        new ReactionChange(ada, message, Emoji.THREE, true)));
    }

    @Test
    void anAcknowledgementThatTookEffectIsAnsweredAllTheSame() {
        stage.sandbox.inject(DiscordFault.HTTP_5XX_AFTER.once().on("callback"));

        SandboxReply reply = stage.type(SEARCH);

        assertThat(reply.ok()).isTrue();
        assertThat(reply.text()).isEqualTo("Here you are.");
        assertThat(stage.sandbox.messages("papers")).hasSize(1);
    }

    @Test
    void aLateAcknowledgementIsNotMadeGoodInTheChannel() {
        stage.sandbox.inject(DiscordFault.DELAY.once().on("callback").lasting(Duration.ofMillis(3500)));

        var late = stage.command("ben", "papers", SEARCH);
        stage.ticker.advance(Duration.ofSeconds(4));

        assertThat(DiscordStage.await(late).text()).isEqualTo("The application did not respond");
        await().until(() -> {
            stage.ticker.advance(Duration.ofSeconds(1));
            return stage.statuses("PATCH " + ORIGINAL).equals(List.of(404));
        });
        await().during(Duration.ofMillis(300))
                .untilAsserted(
                        () -> assertThat(stage.sandbox.messages("papers")).isEmpty());
    }

    @Test
    void anAcknowledgementWhoseEveryAnswerWasLostIsAnsweredAllTheSame() {
        stage.sandbox.inject(DiscordFault.HTTP_5XX_AFTER.once().on("callback"));
        stage.sandbox.inject(DiscordFault.HTTP_5XX_BEFORE.once().times(3).on("callback"));

        SandboxReply reply = stage.type(SEARCH);

        assertThat(reply.text()).isEqualTo("Here you are.");
        assertThat(stage.sandbox.messages("papers")).hasSize(1);
    }

    @Test
    void aPlaceholderThatIsGoneAlreadyKeepsNobodyFromAPrivateAnswer() {
        stage.bot.answer = call -> Reply.privately(Content.Notice.problem("Nothing like that.", ""));
        stage.sandbox.inject(DiscordFault.HTTP_5XX_AFTER.once().on("DELETE " + ORIGINAL));

        SandboxReply reply = stage.type(SEARCH);

        assertThat(reply.ephemeral()).isTrue();
        assertThat(reply.text()).contains("Nothing like that.");
    }

    @Test
    void anAnswerToAClickStandsThereOnceThoughDiscordsReplyBeLost() {
        String message = StageChecks.messageWithButton(stage, SEARCH);
        stage.sandbox.inject(DiscordFault.HTTP_5XX_AFTER.once().on("/webhooks/"));

        StageChecks.clickFirstButton(stage, message);

        await().until(() -> stage.bot.posted.size() == 2);
        assertThat(stage.sandbox.messages("papers")).hasSize(2);
    }

    @Test
    void aSlowAnswerToAClickFollows() {
        String message = StageChecks.messageWithButton(stage, SEARCH);
        CompletableFuture<Reply> slow = new CompletableFuture<>();
        stage.bot.answer = call -> slow.join();

        var click = stage.sandbox.click("ben", "papers", message, StageChecks.firstButton(stage, message));
        await().until(() -> stage.statuses("POST " + CALLBACK).size() == 2);
        slow.complete(Reply.privately(Content.Notice.info("At last.", "")));

        SandboxReply reply = DiscordStage.await(click);
        assertThat(reply.text()).isEqualTo("At last.");
        assertThat(reply.ephemeral()).isTrue();
        assertThat(StageChecks.message(stage, message).payload().toString()).contains("Press it.");
    }

    @Test
    void whateverBreaksNobodyIsLeftThinking() {
        stage.bot.answer = call -> {
            throw new IllegalStateException("a defect");
        };

        assertThat(stage.type(SEARCH).text()).contains("Something went wrong on my side");
    }

    @Test
    void aClickThatBreaksIsToldToItsPersonAloneAndLeavesTheMessage() {
        String message = StageChecks.messageWithButton(stage, SEARCH);
        stage.bot.answer = call -> {
            throw new IllegalStateException("a defect");
        };

        SandboxReply reply = StageChecks.clickFirstButton(stage, message);

        assertThat(reply.ephemeral()).isTrue();
        assertThat(reply.text()).contains("Something went wrong on my side");
        assertThat(StageChecks.message(stage, message).payload().toString()).contains("Press it.");
    }

    @Test
    void aContentInWhichNothingCanBeSeenIsAnsweredAllTheSame() {
        stage.bot.answer = call -> Reply.publicly(Content.Notice.info("\u200B\u2060", ""));

        assertThat(stage.type(SEARCH).text()).isNotBlank();
    }

    @Test
    void aButtonWhoseRequestIsForgottenSaysWhatToDo() {
        Request longRequest = Request.of(SampleCommands.SEARCH)
                .with(SampleCommands.QUERY, "word ".repeat(100).strip());
        String message = StageChecks.messageWithButton(stage, longRequest);
        stage.keys.forget();

        SandboxReply reply = StageChecks.clickFirstButton(stage, message);

        assertThat(reply.text()).contains("button", "Ask again with the command itself");
    }

    @Test
    void aReactionThatTheStoreDidNotTakeIsTriedAgain() {
        String ours = StageChecks.messageWithButton(stage, SEARCH);
        stage.bot.reactionTroubles.add(new IllegalStateException("the disk is full"));

        stage.sandbox.react("ben", "papers", ours, "🔖");

        await().untilAsserted(() -> assertThat(stage.bot.reactions)
                .extracting(ReactionChange::added)
                .containsExactly(true));
    }

    @Test
    void reactionsUnderAPostThatIsNotNotedYetAreReadALittleLater() {
        String ours = StageChecks.messageWithButton(stage, SEARCH);
        stage.bot.knows = false;

        stage.sandbox.react("ben", "papers", ours, "🔖");

        MessageRef post = new MessageRef(stage.channel("papers"), ours);
        await().untilAsserted(() ->
                assertThat(stage.bot.read).containsEntry(post, Map.of(Emoji.BOOKMARK, Set.of(person("ben")))));
        assertThat(stage.bot.reactions).isEmpty();
    }

    @Test
    void reactionsUnderOneMessageAreReadOnRequest() {
        String ours = StageChecks.messageWithButton(stage, SEARCH);
        stage.sandbox.react("ben", "papers", ours, "🔖");
        MessageRef post = new MessageRef(stage.channel("papers"), ours);

        stage.surface.readReactions(post);

        await().untilAsserted(() ->
                assertThat(stage.bot.read).containsEntry(post, Map.of(Emoji.BOOKMARK, Set.of(person("ben")))));
    }

    @Test
    void whereDiscordGivesNoAnswerItIsAskedAgain() {
        String ours = StageChecks.messageWithButton(stage, SEARCH);
        stage.sandbox.react("ben", "papers", ours, "🔖");
        MessageRef post = new MessageRef(stage.channel("papers"), ours);
        stage.sandbox.inject(DiscordFault.HTTP_5XX_BEFORE.once().times(6).on("GET /channels/"));

        stage.surface.readReactions(post);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(stage.bot.read).containsEntry(post, Map.of(Emoji.BOOKMARK, Set.of(person("ben")))));
    }

    @Test
    void reactionsOfAGapAreReadAgain() {
        String ours = StageChecks.messageWithButton(stage, SEARCH);
        await().until(() -> stage.bot.posted.size() == 1);
        MessageRef post = new MessageRef(stage.channel("papers"), ours);
        stage.sandbox.react("ada", "papers", ours, "🎉");

        stage.sandbox.inject(DiscordFault.INVALID_SESSION.once());
        stage.sandbox.react("ben", "papers", ours, "🔖");
        stage.sandbox.react("ada", "papers", ours, "3️⃣");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stage.bot.read)
                        .containsEntry(
                                post,
                                Map.of(
                                        Emoji.BOOKMARK, Set.of(person("ben")),
                                        Emoji.THREE, Set.of(person("ada")))));
        assertThat(stage.bot.reactions).isEmpty();
    }

    @Test
    void reactionsFromBeforeTheStartAreReadAndOurOwnLeftOut() {
        MessageRef post = stage.surface.post(
                stage.channel("papers"), requireNonNull(SampleContents.all().get("card-usual")), "edition-1");
        await().until(() -> !StageChecks.message(stage, post.id()).reactions().isEmpty());
        stage.surface.close();
        stage.sandbox.react("ben", "papers", post.id(), "🔖");
        stage.bot.posted.add(post);

        try (DiscordSurface second = stage.secondSurface()) {
            second.start(stage.inbound());

            await().untilAsserted(() ->
                    assertThat(stage.bot.read).containsEntry(post, Map.of(Emoji.BOOKMARK, Set.of(person("ben")))));
        }
    }

    @Test
    void theEndLetsBegunAnswersEndAndAcknowledgesNothingMore() {
        CompletableFuture<Reply> slow = new CompletableFuture<>();
        stage.bot.answer = call -> slow.join();
        var begun = stage.command("ben", "papers", SEARCH);
        await().until(() -> stage.bot.calls.size() == 1);
        Thread end = Thread.ofVirtual().start(stage.surface::close);
        await().until(() -> end.getState() == Thread.State.TIMED_WAITING);

        int acknowledged = stage.statuses("POST " + CALLBACK).size();
        var late = stage.command("ada", "papers", SEARCH);
        slow.complete(Reply.publicly(Content.Notice.info("At last.", "")));

        assertThat(DiscordStage.await(begun).text()).isEqualTo("At last.");
        await().until(() -> !end.isAlive());
        assertThat(stage.statuses("POST " + CALLBACK)).hasSize(acknowledged);
        stage.ticker.advance(Duration.ofSeconds(4));
        assertThat(DiscordStage.await(late).text()).isEqualTo("The application did not respond");
    }

    @Test
    void theEndFinishesTheReactionsThatCame() {
        String ours = StageChecks.messageWithButton(stage, SEARCH);
        stage.bot.reactionTroubles.add(new IllegalStateException("the store is slow"));
        List<String> emojis = List.of("🔖", "1️⃣", "2️⃣", "3️⃣");
        emojis.forEach(emoji -> stage.sandbox.react("ben", "papers", ours, emoji));
        // What is answered came after them.
        stage.type(Request.of(SampleCommands.TRENDING));

        stage.surface.close();

        assertThat(stage.bot.reactions).hasSameSizeAs(emojis);
    }

    @Test
    void suggestionsInWhichNothingCanBeSeenAreNotOffered() {
        stage.bot.completion = call -> List.of(new Suggestion("\u200B", "\u200B"), new Suggestion("\u200B", "2404.1"));

        SandboxReply reply = DiscordStage.await(
                stage.sandbox.autocomplete("ben", "papers", "papers paper", Map.of(), "id", "\u200B"));

        assertThat(reply.ok()).isTrue();
        assertThat(reply.text()).isEqualTo("2404.1");
    }

    @Test
    void commandsAreForServersAlone() {
        assertThat(stage.sandbox.commands()).singleElement().asString().contains("\"contexts\":[0]");
    }

    @Test
    void noTextIsTakenThatIsLongerThanAnyGoodOne() {
        assertThat(stage.sandbox.commands())
                .singleElement()
                .asString()
                .contains("\"max_length\":100", "\"max_length\":500", "\"max_length\":4000");
    }

    private UserRef person(String name) {
        return new UserRef(Platform.DISCORD, "", stage.sandbox.user(name).id());
    }

    @Test
    void slowWorkIsDeferredAndHoldsNobodyUp() {
        CompletableFuture<Reply> slow = new CompletableFuture<>();
        stage.bot.answer =
                call -> call.request().equals(SEARCH) ? slow.join() : Reply.publicly(Content.Notice.info("Quick.", ""));
        var first = stage.command("ben", "papers", SEARCH);

        SandboxReply quick = stage.type(Request.of(SampleCommands.TRENDING));
        stage.ticker.advance(Duration.ofSeconds(60));
        slow.complete(Reply.publicly(Content.Notice.info("At last.", "")));

        assertThat(quick.text()).isEqualTo("Quick.");
        assertThat(DiscordStage.await(first).text()).isEqualTo("At last.");
    }

    @Test
    void aReplayedInteractionThatIsTooOldIsDropped() {
        stage.runAhead(Duration.ofSeconds(10));
        assertThat(stage.type(Request.of(SampleCommands.TRENDING)).ok())
                .as("a slow clock alone drops nothing")
                .isTrue();

        stage.sandbox.inject(DiscordFault.DISCONNECT.once());
        var late = stage.command("ben", "papers", SEARCH);

        await().until(() -> stage.connection.interactionStats().missCount() == 2);
        await().until(stage.surface::connected);
        stage.ticker.advance(Duration.ofSeconds(4));
        assertThat(DiscordStage.await(late).text()).isEqualTo("The application did not respond");
        assertThat(stage.type(Request.of(SampleCommands.TRENDING)).ok()).isTrue();
        assertThat(stage.bot.calls).extracting(CommandCall::request).doesNotContain(SEARCH);
    }

    @Test
    void titlesOnButtonsAndCardsNeverMention() {
        stage.bot.answer = call -> Reply.publicly(new Content.PaperCard(
                SampleContents.HOSTILE,
                SampleContents.HOSTILE_PAPER,
                SampleContents.HOSTILE,
                List.of(new Button.Ask("@everyone", SEARCH))));

        SandboxReply reply = stage.type(SEARCH);

        SandboxMessage message = message(stage, String.valueOf(reply.messageId()));
        assertThat(message.payload().path("mention_everyone").asBoolean(true)).isFalse();
        assertThat(message.payload().path("mentions")).isEmpty();
    }
}
