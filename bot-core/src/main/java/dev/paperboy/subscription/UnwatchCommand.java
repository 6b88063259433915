package dev.paperboy.subscription;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.subscription.WatchCommand.For;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /papers unwatch}: ends a watch, one's own or the channel's. */
public final class UnwatchCommand implements Command {

    public static final Param<String> QUERY =
            Param.text("query", "what is watched, as /papers watch lists it").asRequired();
    public static final Param<For> FOR =
            Param.choice("for", "me or channel; without it yours, else the channel's", For.class);

    public static final CommandSpec SPEC = CommandSpec.of("unwatch", "End a watch", QUERY, FOR)
            .weighingRights()
            .answeredPrivately()
            .explained(
                    "Write the query as /papers watch lists it. Only those who may manage a channel can end its watches.")
            .example("unwatch diffusion \"language models\" -survey");

    private final Watches watches;

    public UnwatchCommand(Watches watches) {
        this.watches = watches;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        Topic topic = new Topic(call.get(QUERY));
        Optional<For> ended = call.find(FOR)
                .map(Stream::of)
                .orElseGet(() -> Stream.of(For.values()))
                .filter(whom -> isWatched(call, topic, whom))
                .findFirst();
        return Reply.privately(ended.map(whom -> end(call, topic, whom)).orElseGet(() -> unknown(topic)));
    }

    private boolean isWatched(CommandCall call, Topic topic, For whom) {
        return watches.in(WatchCommand.channel(call, whom)).stream()
                .anyMatch(watch -> watch.topic().equals(topic));
    }

    private Notice end(CommandCall call, Topic topic, For whom) {
        if (whom == For.CHANNEL && !WatchCommand.mayManage(call)) {
            return Notice.problem("Only those who may manage this channel can end its watches.", "Ask one of them.");
        }
        watches.remove(WatchCommand.channel(call, whom), topic);
        return Notice.done(topic.said() + " is no longer watched " + WatchCommand.place(whom) + ".", "")
                .offering(List.of(new Button.Ask("Undo", WatchCommand.request(topic, whom))));
    }

    private static Notice unknown(Topic topic) {
        return Notice.problem(
                topic.said() + " is not watched, for you or in this channel.", "/papers watch lists what is.");
    }

    @Override
    public List<Suggestion> complete(CompletionCall call) {
        String typed = call.typed().strip().toLowerCase(Locale.ROOT);
        return watches.in(ChannelRef.with(call.user())).stream()
                .map(watch -> watch.topic().text())
                .filter(text -> text.toLowerCase(Locale.ROOT).contains(typed))
                // What does not fit a suggestion would be another query if it were cut.
                .filter(text -> text.length() <= dev.paperboy.index.Suggestion.MAX_LENGTH)
                .map(text -> new Suggestion(text, text))
                .toList();
    }

    /** What ends a watch. */
    static Request request(Topic topic, For whom) {
        return Request.of(SPEC).with(QUERY, topic.text()).with(FOR, whom);
    }
}
