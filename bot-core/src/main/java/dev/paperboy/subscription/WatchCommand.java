package dev.paperboy.subscription;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.ChannelRef;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.command.Right;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@code /papers watch}: has new papers that fit a query told as they come in, to oneself or to a channel. */
public final class WatchCommand implements Command {

    /** Who is to hear of a paper. */
    public enum For {
        ME,
        CHANNEL
    }

    /** Whether to watch at once. */
    public enum Keep {
        YES
    }

    public static final Param<String> QUERY = Param.text("query", "what to watch for, as you would search for it");
    public static final Param<For> FOR =
            Param.choice("for", "me, by direct message, or channel, to post here", For.class);
    public static final Param<Keep> KEEP = Param.choice("keep", "yes: watch without asking back", Keep.class);

    public static final CommandSpec SPEC = CommandSpec.of(
                    "watch", "Be told of new papers that fit a search, as they come in", QUERY, FOR, KEEP)
            .weighingRights()
            .answeredPrivately()
            .explained(
                    "Before anything is kept you see what the last 30 days would have brought. All of a query must fit:"
                            + " every word, in title or abstract. Without a query it lists what is watched, for you and in this"
                            + " channel. Only those who may manage a channel can have me post there.")
            .example("watch diffusion \"language models\" -survey")
            .example("watch cs.CL has:code for:channel")
            .example("watch");

    private final Watches watches;
    private final WatchOffer offer;
    private final WatchList list;
    private final InstantSource clock;

    public WatchCommand(Watches watches, WatchOffer offer, InstantSource clock) {
        this.watches = watches;
        this.offer = offer;
        this.list = new WatchList(watches);
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        Optional<Topic> topic = call.find(QUERY).map(Topic::new).filter(wish -> !wish.isEverything());
        return Reply.privately(topic.map(wish -> answer(call, wish)).orElseGet(() -> list.of(call)));
    }

    private Content answer(CommandCall call, Topic topic) {
        Optional<For> whom = call.find(FOR);
        if (whom.equals(Optional.of(For.CHANNEL)) && !mayManage(call)) {
            return Notice.problem(
                    "Only those who may manage this channel can have me post here.",
                    "Watch it for yourself instead: for:me tells you by direct message.");
        }
        return call.find(KEEP).isEmpty() || whom.isEmpty()
                ? offer.of(topic, whom, mayManage(call))
                : offer.obstacle(topic).orElseGet(() -> kept(call, topic, whom.get()));
    }

    private Notice kept(CommandCall call, Topic topic, For whom) {
        ChannelRef channel = channel(call, whom);
        if (watches.in(channel).size() >= Watch.MOST) {
            return Notice.problem(
                    "There are %d watches %s already, the most that I keep.".formatted(Watch.MOST, place(whom)),
                    "End one first: /papers watch lists them.");
        }
        boolean isNew = watches.add(new Watch(channel, topic, call.user(), clock.instant()));
        String query = topic.said();
        Notice notice = isNew
                ? Notice.done(
                        whom == For.ME
                                ? "I will write to you when a new paper fits " + query + "."
                                : "I will post here when a new paper fits " + query + ".",
                        "/papers watch lists what is watched, and ends it.")
                : Notice.info(query + " is watched %s already.".formatted(place(whom)), "");
        return notice.offering(List.of(new Button.Ask("Stop", UnwatchCommand.request(topic, whom))));
    }

    @Override
    public List<Suggestion> complete(CompletionCall call) {
        return offer.complete(call.typed());
    }

    static boolean mayManage(CommandCall call) {
        return call.rights().contains(Right.MANAGE_CHANNEL);
    }

    static ChannelRef channel(CommandCall call, For whom) {
        return switch (whom) {
            case ME -> ChannelRef.with(call.user());
            case CHANNEL -> call.channel();
        };
    }

    static String place(For whom) {
        return switch (whom) {
            case ME -> "for you";
            case CHANNEL -> "in this channel";
        };
    }

    /** What starts a watch without asking back. */
    static Request request(Topic topic, For whom) {
        return Request.of(SPEC).with(QUERY, topic.text()).with(FOR, whom).with(KEEP, Keep.YES);
    }
}
