package dev.paperboy.slack;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChatException;
import dev.paperboy.chat.Content.Document;
import dev.paperboy.chat.Content.Notice;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files for one person. Slack has none that a single person of a channel sees, so they come into the conversation of
 * that person with the app.
 */
final class SlackFiles {

    private final SlackClient client;
    private final SlackRenderer renderer;

    SlackFiles(SlackClient client, SlackRenderer renderer) {
        this.client = client;
        this.renderer = renderer;
    }

    /**
     * Sends a file.
     *
     * @param metadata what the words beside it carry
     * @return what to tell the person where they asked; empty if they asked in that conversation
     */
    Optional<Notice> send(Document document, SlackReplies.Target target, ObjectNode metadata) {
        String conversation;
        try {
            String file = client.upload(document.name(), document.bytes());
            conversation = client.postMessage(target.user(), renderer.render(document), metadata)
                    .channel();
            client.share(file, document.name(), conversation);
        } catch (ChatException e) {
            return Optional.of(trouble(e));
        }
        if (conversation.equals(target.channel().id())) {
            return Optional.empty();
        }
        URI address =
                URI.create("https://app.slack.com/client/" + target.channel().space() + "/" + conversation);
        return Optional.of(Notice.done("I sent you " + document.name() + " in our direct conversation.", "")
                .offering(List.of(new Button.Link("Open it", address))));
    }

    private static Notice trouble(ChatException e) {
        if (SlackTroubles.codeOf(e).equals("missing_scope")) {
            return Notice.problem(
                    "This workspace does not let me send files.",
                    "Whoever installed me can add the scope files:write to the app and install it again.");
        }
        return e.kind() == ChatException.Kind.UNKNOWN
                ? Notice.failure(
                        "Slack did not confirm the file.", "If it is not in our direct conversation, please ask again.")
                : Notice.failure("Slack did not take the file.", "Please try again in a moment.");
    }
}
