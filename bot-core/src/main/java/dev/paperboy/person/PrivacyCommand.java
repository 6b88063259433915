package dev.paperboy.person;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Document;
import dev.paperboy.chat.Content.Notice;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /papers privacy}: says what is kept about the asker on all linked accounts, hands it out, wipes it. */
public final class PrivacyCommand implements Command {

    /** What to do with it. */
    public enum Action {
        EXPORT,
        DELETE
    }

    /** Whether to ask back. */
    public enum Sure {
        YES
    }

    public static final Param<Action> ACTION =
            Param.choice("action", "export: get it as a file; delete: wipe it", Action.class);

    public static final Param<Sure> SURE = Param.choice("sure", "yes: wipe it without asking back", Sure.class);

    public static final CommandSpec SPEC = CommandSpec.of(
                    "privacy", "See, take along or delete what I keep about you", ACTION, SURE)
            .answeredPrivately()
            .explained("Your reading list, notes and watches are seen by nobody but you. A server's votes are counted"
                    + " without names; a paper that you submit shows yours. Deleting takes all of it away for good, and a"
                    + " 🔖 that still stands under an old post brings nothing back.")
            .example("privacy")
            .example("privacy export")
            .example("privacy delete");

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String EXPORT_FIRST = "/papers privacy export gives you all of it as a file.";

    private final Accounts accounts;
    private final List<PersonalData> places;
    private final InstantSource clock;

    /** @param places everywhere that something is kept about people */
    public PrivacyCommand(Accounts accounts, List<PersonalData> places, InstantSource clock) {
        this.accounts = accounts;
        this.places = List.copyOf(places);
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        boolean wipes =
                call.find(ACTION).filter(action -> action == Action.DELETE).isPresent()
                        && call.find(SURE).isPresent();
        if (wipes) {
            List<UserRef> all = accounts.of(call.user());
            places.forEach(place -> place.forget(all));
            return Reply.privately(wiped()).replacing();
        }
        return Reply.privately(content(call));
    }

    private Content content(CommandCall call) {
        Map<UserRef, List<Holding>> held = held(call.user());
        if (held.isEmpty()) {
            return Notice.info("I keep nothing about you.", "");
        }
        return call.find(ACTION)
                .map(action -> switch (action) {
                    case EXPORT -> document(held);
                    case DELETE -> question(held);
                })
                .orElseGet(() -> overview(held));
    }

    /** By account; one of which nothing is kept is left out. */
    private Map<UserRef, List<Holding>> held(UserRef person) {
        Map<UserRef, List<Holding>> held = new LinkedHashMap<>();
        for (UserRef account : accounts.of(person)) {
            List<Holding> all =
                    places.stream().flatMap(place -> place.of(account).stream()).toList();
            if (!all.isEmpty()) {
                held.put(account, all);
            }
        }
        return held;
    }

    private static Notice overview(Map<UserRef, List<Holding>> held) {
        return Notice.info(
                        "I keep this about you: " + said(held) + ".", "Nobody else sees your list, notes and watches.")
                .offering(List.of(
                        exportButton(),
                        new Button.Ask("Delete…", Request.of(SPEC).with(ACTION, Action.DELETE))));
    }

    private static Notice question(Map<UserRef, List<Holding>> held) {
        return Notice.info(
                        "Delete all that I keep about you, " + said(held) + "? It cannot be undone.",
                        "What I posted in channels stays there, and so do a channel's schedule and watches, without"
                                + " your name. " + EXPORT_FIRST)
                .offering(List.of(
                        exportButton(),
                        new Button.Danger(
                                "Delete everything",
                                Request.of(SPEC).with(ACTION, Action.DELETE).with(SURE, Sure.YES))));
    }

    private static Button exportButton() {
        return new Button.Ask("Export", Request.of(SPEC).with(ACTION, Action.EXPORT));
    }

    private static Notice wiped() {
        return Notice.done(
                "All that I kept about you is deleted.",
                "Nothing of it can be brought back. Save a paper whenever you like to begin anew.");
    }

    /** Kind by kind; what is kept of two accounts alike, as after they were parted, counts once. */
    private static String said(Map<UserRef, List<Holding>> held) {
        Map<String, Holding> kinds = new LinkedHashMap<>();
        held.values().stream()
                .flatMap(List::stream)
                .forEach(holding -> kinds.merge(holding.name(), holding, Holding::with));
        String what = kinds.values().stream().map(Holding::said).collect(Collectors.joining(", "));
        return held.size() == 1 ? what : what + ", on " + held.size() + " accounts";
    }

    private Document document(Map<UserRef, List<Holding>> held) {
        Instant now = clock.instant();
        ObjectNode all = MAPPER.createObjectNode();
        all.put("exported_at", now.truncatedTo(ChronoUnit.SECONDS).toString());
        ArrayNode list = all.putArray("accounts");
        held.forEach((account, holdings) -> {
            ObjectNode json = list.addObject()
                    .put("platform", account.platform().name().toLowerCase(Locale.ROOT))
                    .put("workspace", account.space())
                    .put("user", account.id());
            holdings.forEach(holding -> json.set(holding.name(), MAPPER.valueToTree(holding.rows())));
        });
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Document(
                "This is all that I keep about you: " + said(held) + ".",
                "The file is JSON, for you and for programs. /papers export writes your reading list for a reference"
                        + " manager.",
                "paperboy-data-" + today + ".json",
                MAPPER.writeValueAsString(all) + "\n");
    }
}
