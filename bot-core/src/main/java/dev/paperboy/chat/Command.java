package dev.paperboy.chat;

import dev.paperboy.command.CommandSpec;
import java.util.List;

/** One thing that people can ask for: its description, and the answer as a value. */
public interface Command {

    CommandSpec spec();

    /** Answers a call of this command; expected trouble is a notice, and rights have been checked already. */
    Reply answer(CommandCall call);

    /** Values that an option could have, given what is typed so far; from memory, best first. */
    default List<Suggestion> complete(CompletionCall call) {
        return List.of();
    }
}
