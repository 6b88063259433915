package dev.paperboy.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.chat.Button;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Document;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.Request;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The app's home tab. Everybody sees there the answer to one request of their own; a click changes it in place: what is
 * merely said stands above it, anything else takes its place, with a way back.
 */
final class SlackHome {

    private final SlackClient client;
    private final SlackRenderer renderer;
    private final SlackCommands commands;
    private final SlackFiles files;
    private final Request opening;
    /** Held while somebody's tab is changed, so that the last click is seen last; gone when nobody holds it. */
    private final Cache<String, ReentrantLock> turns =
            Caffeine.newBuilder().weakValues().build();

    /** @param opening what the tab shows at first */
    SlackHome(SlackClient client, SlackRenderer renderer, SlackCommands commands, Request opening) {
        this.client = client;
        this.renderer = renderer;
        this.commands = commands;
        this.files = new SlackFiles(client, renderer);
        this.opening = opening;
    }

    /** Answers somebody; empty if the answer is a window. */
    interface Asking {
        Optional<Reply> reply(CommandLine.Result asked);
    }

    /**
     * What a tab shows.
     *
     * @param request as flat text, to be asked again
     * @param channel the conversation of its person with the app
     */
    record Shown(String request, String channel) {

        static Shown of(String metadata) {
            JsonNode json = SlackJson.read(metadata);
            return new Shown(
                    json.path("request").asString(""), json.path("channel").asString(""));
        }

        String metadata() {
            return SlackJson.object()
                    .put("request", request)
                    .put("channel", channel)
                    .toString();
        }
    }

    /** Shows somebody the tab that they opened. */
    void open(SlackReplies.Target visitor, Asking asking) {
        inTurn(visitor, () -> again(new Shown(opening.text(), visitor.channel().id()), visitor, asking, List.of()));
    }

    /**
     * Does what a button of the tab asks for.
     *
     * @param value what the button carries
     */
    void click(String value, Shown shown, SlackReplies.Target visitor, Asking asking) {
        inTurn(visitor, () -> {
            Optional<String> text = renderer.buttons().textOf(value);
            if (text.isEmpty()) {
                again(new Shown(opening.text(), shown.channel()), visitor, asking, List.of());
                return;
            }
            Optional<Content> answer = asking.reply(commands.read(text.get())).map(Reply::content);
            switch (answer.orElse(null)) {
                case null -> again(shown, visitor, asking, List.of());
                case Notice said -> again(shown, visitor, asking, List.of(said));
                case Document file -> again(shown, visitor, asking, List.of(sent(file, visitor)));
                case Content other -> publish(new Shown(text.get(), shown.channel()), visitor, List.of(), other);
            }
        });
    }

    private void inTurn(SlackReplies.Target visitor, Runnable work) {
        ReentrantLock turn = turns.get(visitor.user(), same -> new ReentrantLock());
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    private Notice sent(Document file, SlackReplies.Target visitor) {
        return files.send(file, visitor, SlackReplies.metadata(visitor))
                .orElseGet(() -> Notice.done("I sent you " + file.name() + ": it is under Messages.", ""));
    }

    private void again(Shown shown, SlackReplies.Target visitor, Asking asking, List<Content> above) {
        asking.reply(commands.read(shown.request()))
                .ifPresent(reply -> publish(shown, visitor, above, reply.content()));
    }

    private void publish(Shown shown, SlackReplies.Target visitor, List<Content> above, Content content) {
        boolean away = !(commands.read(shown.request()) instanceof CommandLine.Understood(Request request))
                || !request.spec().equals(opening.spec());
        ObjectNode view = SlackJson.object("home").put("private_metadata", shown.metadata());
        view.set(
                "blocks",
                renderer.page(
                        away ? List.of(new Button.Ask("◀ My list", opening)) : List.of(),
                        Stream.concat(above.stream(), Stream.of(content)).toList()));
        client.publishView(visitor.user(), view);
    }
}
