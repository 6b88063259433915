package dev.paperboy;

import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Right;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a call to its command, checks the asker's right first, and answers for whatever breaks on the way. */
final class CommandRouter {

    private static final Logger LOG = LoggerFactory.getLogger(CommandRouter.class);
    private static final int MOST_SUGGESTIONS = 25;

    private final Map<String, Command> commands;

    CommandRouter(List<Command> commands) {
        this.commands = commands.stream()
                .collect(Collectors.toMap(command -> command.spec().name(), Function.identity()));
    }

    Reply answer(CommandCall call) {
        CommandSpec spec = call.request().spec();
        Optional<Right> missing = spec.needs().filter(right -> !call.rights().contains(right));
        if (missing.isPresent()) {
            return Reply.privately(refusal(missing.get()));
        }
        try {
            return command(spec).answer(call);
        } catch (RuntimeException unexpected) {
            LOG.error("/{} failed in {}", spec.name(), call.channel(), unexpected);
            return Reply.privately(Notice.failure(
                    "Something went wrong on my side, and I have written it down.",
                    "Please try again in a moment; if it stays so, tell whoever runs me."));
        }
    }

    List<Suggestion> complete(CompletionCall call) {
        try {
            Stream<Suggestion> suggestions = switch (call.param()) {
                case Param.Zone zone ->
                    zone.suggestions(call.typed(), MOST_SUGGESTIONS).stream().map(CommandRouter::itself);
                case Param.Days _ ->
                    Stream.of("daily", "mon-fri", "weekend", "mon,wed,fri").map(CommandRouter::itself);
                case Param.Time _ ->
                    Stream.of("08:00", "09:00", "12:00", "17:00").map(CommandRouter::itself);
                case Param.Choice<?> choice -> choice.words().stream().map(CommandRouter::itself);
                case Param.Count _, Param.TextFile _ -> Stream.empty();
                case Param.FreeText _, Param.PaperKey _ -> command(call.spec()).complete(call).stream();
            };
            return suggestions.limit(MOST_SUGGESTIONS).toList();
        } catch (RuntimeException unexpected) {
            LOG.error("completion of {} failed", call.param().name(), unexpected);
            return List.of();
        }
    }

    private Command command(CommandSpec spec) {
        return Optional.ofNullable(commands.get(spec.name()))
                .orElseThrow(() -> new IllegalArgumentException("no command " + spec.name()));
    }

    private static Suggestion itself(String value) {
        return new Suggestion(value, value);
    }

    private static Notice refusal(Right right) {
        return switch (right) {
            case MANAGE_CHANNEL ->
                Notice.problem(
                        "Only those who may manage this channel can change what I post here.",
                        "Ask an administrator, or use /papers trending to see today's papers yourself.");
        };
    }
}
