package dev.paperboy.person;

import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.command.CommandSpec;

/** {@code /papers unlink}: makes an account one of its own again. */
public final class UnlinkCommand implements Command {

    public static final CommandSpec SPEC = CommandSpec.of("unlink", "Part this account from those it is linked with")
            .answeredPrivately()
            .explained("Each keeps the whole reading list as it is, and goes on alone.")
            .example("unlink");

    private final Accounts accounts;

    public UnlinkCommand(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        return Reply.privately(
                accounts.unlink(call.user())
                        ? Notice.done(
                                "This account stands alone again.",
                                "It and your others each keep the whole list; what changes from now on, changes in one of"
                                        + " them.")
                        : Notice.info("This account is not linked with another.", "/papers link does that."));
    }
}
