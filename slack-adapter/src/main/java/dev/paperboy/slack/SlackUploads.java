package dev.paperboy.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.File;
import com.slack.api.model.view.ViewState;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.Platform;
import dev.paperboy.command.Attachment;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Misread;
import dev.paperboy.command.Param;
import dev.paperboy.command.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files that people hand over. Nothing can be attached to a slash command of Slack, so a window asks for the file; it
 * carries what was asked and where the answer goes.
 */
final class SlackUploads {

    private static final Logger log = LoggerFactory.getLogger(SlackUploads.class);
    private static final String FILE = "file";
    private static final Misread TOO_LATE =
            new Misread("Slack did not let me ask for the file in time.", "Please write the command again.", List.of());

    private final SlackClient client;
    private final SlackCommands commands;

    SlackUploads(SlackClient client, SlackCommands commands) {
        this.client = client;
        this.commands = commands;
    }

    /**
     * Opens the window in front of whoever asked.
     *
     * @return what to say instead if that cannot be done
     */
    Optional<Misread> ask(CommandLine.FileWanted wanted, SlackReplies.Target target) {
        try {
            client.openView(target.trigger(), view(wanted, target));
            return Optional.empty();
        } catch (ChatException late) {
            log.warn("a window could not be opened on Slack", late);
            return Optional.of(TOO_LATE);
        }
    }

    private static ObjectNode view(CommandLine.FileWanted wanted, SlackReplies.Target target) {
        ObjectNode view = SlackJson.object().put("type", "modal").put("callback_id", FILE);
        view.set("title", SlackBlocks.plainText(title(wanted.request().spec().name())));
        view.set("submit", SlackBlocks.plainText("Send"));
        view.set("close", SlackBlocks.plainText("Cancel"));
        view.put(
                "private_metadata",
                SlackJson.object()
                        .put("request", wanted.request().text())
                        .put("channel", target.channel().id())
                        .put("url", target.responseUrl())
                        .toString());
        ObjectNode input =
                view.putArray("blocks").addObject().put("type", "input").put("block_id", FILE);
        input.set("label", SlackBlocks.plainText(title(wanted.file().description())));
        input.putObject("element")
                .put("type", "file_input")
                .put("action_id", FILE)
                .put("max_files", 1);
        return view;
    }

    private static String title(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /**
     * What somebody sent by such a window.
     *
     * @param request what they had asked for, as flat text
     * @param target where the answer goes
     */
    record Submission(String request, SlackReplies.Target target, File file) {}

    /** Reads a window's content; empty if it is none of ours. */
    static Optional<Submission> submission(ViewSubmissionPayload payload, String space) {
        ViewState state = payload.getView().getState();
        Map<String, ViewState.Value> values =
                state == null ? Map.of() : state.getValues().getOrDefault(FILE, Map.of());
        List<File> files = values.containsKey(FILE)
                ? Objects.requireNonNullElse(values.get(FILE).getFiles(), List.<File>of())
                : List.of();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        JsonNode asked = SlackJson.read(payload.getView().getPrivateMetadata());
        SlackReplies.Target target = new SlackReplies.Target(
                new ChannelRef(Platform.SLACK, space, asked.path("channel").asString("")),
                payload.getUser().getId(),
                Objects.requireNonNullElse(payload.getUser().getUsername(), ""),
                asked.path("url").asString(""),
                payload.getTriggerId(),
                Optional.empty(),
                false);
        return Optional.of(new Submission(asked.path("request").asString(""), target, files.getFirst()));
    }

    /** Reads what was asked, with the file; takes as long as fetching it. */
    CommandLine.Result read(Submission submission) {
        CommandLine.Result asked = commands.read(submission.request());
        return asked instanceof CommandLine.FileWanted wanted ? with(submission.file(), wanted) : asked;
    }

    private CommandLine.Result with(File file, CommandLine.FileWanted wanted) {
        String called = Objects.requireNonNullElse(file.getName(), "");
        String name = Texts.quote(called);
        String address = file.getUrlPrivateDownload();
        if (address == null) {
            // It lies with another service, such as a shared drive, and Slack has nothing but its name.
            return misread("Slack does not have " + name + " itself.", "Send me a file from your own machine.");
        }
        if (file.getSize() != null && file.getSize() > Attachment.MOST_BYTES) {
            return misread(
                    name + " is too large for me.",
                    "%d MB is the most that I read.".formatted(Attachment.MOST_BYTES >> 20));
        }
        try {
            byte[] bytes = client.download(address, Attachment.MOST_BYTES);
            Param.TextFile option = wanted.file();
            return new CommandLine.Understood(wanted.request().with(option, Attachment.of(called, bytes)));
        } catch (ChatException e) {
            log.warn("a file could not be fetched from Slack", e);
            return SlackTroubles.codeOf(e).equals("missing_scope")
                    ? misread(
                            "This workspace does not let me read files.",
                            "Whoever installed me can add the scope files:read to the app and install it again.")
                    : misread("I could not fetch " + name + " from Slack.", "Please send it again in a moment.");
        }
    }

    private static CommandLine.Result misread(String why, String hint) {
        return new CommandLine.NotUnderstood(new Misread(why, hint, List.of()));
    }
}
