package dev.paperboy.discord;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.Request;
import dev.paperboy.command.SampleCommands;
import dev.paperboy.discord.sandbox.MessageJudge;
import dev.paperboy.discord.sandbox.SandboxMessage;
import dev.paperboy.discord.sandbox.SandboxReply;
import java.util.List;

/** Steps that several tests on the stage share. */
final class StageChecks {
    private StageChecks() {}

    static void awaitCommands(DiscordStage stage) {
        await().until(() -> !stage.sandbox.commands().isEmpty());
    }

    static SandboxReply ok(SandboxReply reply) {
        assertThat(reply.ok()).as(reply.text()).isTrue();
        return reply;
    }

    /** Lets the bot answer with one button, and says where it stands. */
    static String messageWithButton(DiscordStage stage, Request request) {
        var usual = stage.bot.answer;
        stage.bot.answer = call -> Reply.publicly(
                Content.Notice.info("Press it.", "").offering(List.of(new Button.Ask("Press", request))));
        String message = requireNonNull(
                ok(stage.type(Request.of(SampleCommands.TRENDING))).messageId());
        stage.bot.answer = usual;
        return message;
    }

    static SandboxReply clickFirstButton(DiscordStage stage, String messageId) {
        return ok(DiscordStage.await(stage.sandbox.click("ben", "papers", messageId, firstButton(stage, messageId))));
    }

    static String firstButton(DiscordStage stage, String messageId) {
        return MessageJudge.buttons(message(stage, messageId).payload())
                .findFirst()
                .orElseThrow();
    }

    static SandboxMessage message(DiscordStage stage, String messageId) {
        return stage.sandbox.messages("papers").stream()
                .filter(message -> message.id().equals(messageId))
                .findFirst()
                .orElseThrow();
    }
}
