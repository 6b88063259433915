package dev.paperboy.person;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** {@code /papers link}: joins one's accounts on two platforms by a code that is read here and typed there. */
public final class LinkCommand implements Command {

    /** Whether to ask back. */
    public enum Sure {
        YES
    }

    public static final Param<String> CODE = Param.text("code", "what /papers link said on the other platform");

    public static final Param<Sure> SURE = Param.choice("sure", "yes: link without asking back", Sure.class);

    public static final CommandSpec SPEC = CommandSpec.of(
                    "link", "Have one reading list and one vote on Slack and Discord", CODE, SURE)
            .answeredPrivately()
            .explained(
                    "Alone it makes a code, good for ten minutes and one use. Write /papers link with that code on the"
                            + " other platform. Only type a code that you made yourself: whoever made it shares your list."
                            + " /papers unlink parts them again, and both keep the whole list.")
            .example("link")
            .example("link K7QM-3XPD");

    private final Accounts accounts;
    private final LinkCodes codes;
    private final InstantSource clock;

    /** @param chance nobody must be able to foresee it */
    public LinkCommand(Accounts accounts, RandomGenerator chance, InstantSource clock) {
        this.accounts = accounts;
        this.codes = new LinkCodes(chance);
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        Optional<String> code = call.find(CODE).map(LinkCodes::canonical);
        if (code.isEmpty()) {
            return Reply.privately(offer(call));
        }
        Notice answer = answer(call, code.get());
        return call.clicked().isPresent() ? Reply.privately(answer).replacing() : Reply.privately(answer);
    }

    private Notice offer(CommandCall call) {
        String code = codes.next();
        accounts.offer(code, new Accounts.Offer(call.user(), call.name()), clock.instant());
        return Notice.info(
                "Your code is " + LinkCodes.said(code) + ".",
                "Write /papers link " + LinkCodes.said(code) + " on the other platform within "
                        + Accounts.CODE_LIFE.toMinutes() + " minutes. Tell it to nobody." + linked(call.user()));
    }

    private String linked(UserRef account) {
        List<UserRef> others = accounts.of(account).stream()
                .filter(one -> !one.equals(account))
                .toList();
        return others.isEmpty()
                ? ""
                : " This account is linked with yours on "
                        + others.stream()
                                .map(one -> one.platform().title())
                                .distinct()
                                .collect(Collectors.joining(" and "))
                        + ".";
    }

    private Notice answer(CommandCall call, String code) {
        Instant now = clock.instant();
        UserRef account = call.user();
        if (accounts.wrongCodes(account, now) >= Accounts.MOST_TRIES) {
            return Notice.problem(
                    "These were too many wrong codes.",
                    "Wait " + Accounts.CODE_LIFE.toMinutes()
                            + " minutes, then get a new code by /papers link on the other platform.");
        }
        Optional<Accounts.Offer> offer = accounts.find(code, now);
        if (offer.isEmpty()) {
            accounts.noteWrongCode(account, now);
            return unknown();
        }
        UserRef other = offer.get().account();
        if (other.equals(account)) {
            return Notice.problem("You made this code here.", "Type it on the other platform.");
        }
        List<UserRef> mine = accounts.of(account);
        if (mine.contains(other)) {
            return Notice.info("These accounts are linked already.", "/papers unlink parts them.");
        }
        if (mine.size() + accounts.of(other).size() > Accounts.MOST_ACCOUNTS) {
            return Notice.problem(
                    "A person has at most " + Accounts.MOST_ACCOUNTS + " accounts with me.",
                    "Part one from the others by /papers unlink there.");
        }
        if (call.find(SURE).isEmpty()) {
            return question(offer.get(), code);
        }
        return accounts.link(code, account, now) ? done(other) : unknown();
    }

    private static Notice question(Accounts.Offer offer, String code) {
        String who = offer.name().isEmpty() ? "somebody" : "“" + offer.name() + "”";
        return Notice.info(
                        "Link this account with " + who + " on "
                                + offer.account().platform().title() + "?",
                        "Only if that is you: both then see and change one reading list, with its notes.")
                .offering(List.of(new Button.Ask(
                        "Link",
                        Request.of(SPEC).with(CODE, LinkCodes.said(code)).with(SURE, Sure.YES))));
    }

    private static Notice done(UserRef other) {
        return Notice.done(
                        "This account and yours on " + other.platform().title() + " now have one reading list.",
                        "/papers saved shows it, here and there.")
                .offering(List.of(new Button.Ask("Unlink", Request.of(UnlinkCommand.SPEC))));
    }

    private static Notice unknown() {
        return Notice.problem(
                "This code cannot be used.",
                "A code is good for " + Accounts.CODE_LIFE.toMinutes()
                        + " minutes and one use. Get a new one by /papers link on the other platform.");
    }
}
