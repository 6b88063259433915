package dev.paperboy.discord;

import dev.paperboy.command.Attachment;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Misread;
import dev.paperboy.command.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that people attach to a command: Discord tells where they lie, and they are fetched from there. */
final class DiscordFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DiscordFiles.class);
    private static final long PATIENCE_SECONDS = 30;

    private final DiscordCommands commands;

    DiscordFiles(DiscordCommands commands) {
        this.commands = commands;
    }

    /** Reads a command with the files that were attached to it; takes as long as fetching them. */
    CommandLine.Result read(String subcommand, Map<String, String> options, Map<String, Message.Attachment> attached) {
        Map<String, Attachment> files = new LinkedHashMap<>();
        for (Map.Entry<String, Message.Attachment> each : attached.entrySet()) {
            Message.Attachment file = each.getValue();
            if (file.getSize() > Attachment.MOST_BYTES) {
                return misread(
                        Texts.quote(file.getFileName()) + " is too large for me.",
                        "%d MB is the most that I read.".formatted(Attachment.MOST_BYTES >> 20));
            }
            Optional<byte[]> bytes = bytes(file);
            if (bytes.isEmpty()) {
                return misread(
                        "I could not fetch " + Texts.quote(file.getFileName()) + " from Discord.",
                        "Please attach it again in a moment.");
            }
            files.put(each.getKey(), Attachment.of(file.getFileName(), bytes.get()));
        }
        return commands.read(subcommand, options, files);
    }

    private static Optional<byte[]> bytes(Message.Attachment file) {
        try (InputStream content = file.getProxy().download().get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            byte[] bytes = content.readNBytes(Attachment.MOST_BYTES + 1);
            return bytes.length == file.getSize() ? Optional.of(bytes) : Optional.empty();
        } catch (IOException | ExecutionException | TimeoutException trouble) {
            LOG.warn("a file of {} bytes could not be fetched from Discord", file.getSize(), trouble);
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static CommandLine.Result misread(String why, String hint) {
        return new CommandLine.NotUnderstood(new Misread(why, hint, List.of()));
    }
}
