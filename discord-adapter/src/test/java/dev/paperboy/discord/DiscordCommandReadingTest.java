package dev.paperboy.discord;

import dev.paperboy.command.CommandLine;
import dev.paperboy.command.CommandReadingContract;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** What is written is read back, over the wire: as typed options, and as the id of a button. */
class DiscordCommandReadingTest {
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class AsOptions implements CommandReadingContract {
        private final DiscordStage stage = new DiscordStage();

        @BeforeAll
        void open() {
            stage.open();
            StageChecks.awaitCommands(stage);
        }

        @AfterAll
        void close() {
            stage.close();
        }

        @Override
        public CommandLine.Result readBack(Request request) {
            stage.bot.calls.clear();
            Map<String, String> options = new LinkedHashMap<>();
            request.spec().params().forEach(param -> put(options, request, param));
            StageChecks.ok(DiscordStage.await(stage.sandbox.command(
                    "ben", "papers", "papers " + request.spec().name(), options)));
            return new CommandLine.Understood(stage.bot.calls.getFirst().request());
        }

        private <T> void put(Map<String, String> options, Request request, Param<T> param) {
            request.arguments().find(param).ifPresent(value -> options.put(param.name(), param.write(value)));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class AsButtons implements CommandReadingContract {
        private final DiscordStage stage = new DiscordStage();

        @BeforeAll
        void open() {
            stage.open();
            StageChecks.awaitCommands(stage);
        }

        @AfterAll
        void close() {
            stage.close();
        }

        @Override
        public CommandLine.Result readBack(Request request) {
            String message = StageChecks.messageWithButton(stage, request);
            stage.bot.calls.clear();
            StageChecks.clickFirstButton(stage, message);
            return new CommandLine.Understood(stage.bot.calls.getFirst().request());
        }
    }
}
