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
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /papers privacy}: says what is kept about the asker, hands it out as a file, and wipes it. */
public final class PrivacyCommand implements Command {

    /** What to do with it. */
    public enum Wish {
        EXPORT,
        DELETE
    }

    /** Whether to ask back. */
    public enum Sure {
        YES
    }

    public static final Param<Wish> WISH =
            Param.choice("what", "export: get it as a file; delete: wipe it", Wish.class);

    public static final Param<Sure> SURE = Param.choice("sure", "yes: wipe it without asking back", Sure.class);

    public static final CommandSpec SPEC = CommandSpec.of(
                    "privacy", "See, take along or delete what I keep about you", WISH, SURE)
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

    private final List<PersonalData> places;
    private final InstantSource clock;

    /** @param places everywhere that something is kept about people */
    public PrivacyCommand(List<PersonalData> places, InstantSource clock) {
        this.places = List.copyOf(places);
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        boolean wipes = call.find(WISH).filter(wish -> wish == Wish.DELETE).isPresent()
                && call.find(SURE).isPresent();
        if (wipes) {
            places.forEach(place -> place.forget(call.user()));
            return Reply.privately(wiped()).replacing();
        }
        return Reply.privately(content(call));
    }

    private Content content(CommandCall call) {
        List<Holding> held = held(call.user());
        if (held.isEmpty()) {
            return Notice.info("I keep nothing about you.", "");
        }
        return call.find(WISH)
                .map(wish -> switch (wish) {
                    case EXPORT -> document(call.user(), held);
                    case DELETE -> question(held);
                })
                .orElseGet(() -> overview(held));
    }

    private List<Holding> held(UserRef person) {
        return places.stream().flatMap(place -> place.of(person).stream()).toList();
    }

    private static Notice overview(List<Holding> held) {
        return Notice.info(
                        "I keep this about you: " + said(held) + ".", "Nobody else sees your list, notes and watches.")
                .offering(List.of(
                        exportButton(),
                        new Button.Ask("Delete…", Request.of(SPEC).with(WISH, Wish.DELETE))));
    }

    private static Notice question(List<Holding> held) {
        return Notice.info(
                        "Delete all that I keep about you? That is " + said(held) + ", and cannot be undone.",
                        "What I posted in channels stays there, and so do a channel's schedule and watches, without"
                                + " your name. " + EXPORT_FIRST)
                .offering(List.of(
                        exportButton(),
                        new Button.Danger(
                                "Delete everything",
                                Request.of(SPEC).with(WISH, Wish.DELETE).with(SURE, Sure.YES))));
    }

    private static Button exportButton() {
        return new Button.Ask("Export", Request.of(SPEC).with(WISH, Wish.EXPORT));
    }

    private static Notice wiped() {
        return Notice.done(
                "All that I kept about you is deleted.",
                "Nothing of it can be brought back. Save a paper whenever you like to begin anew.");
    }

    private static String said(List<Holding> held) {
        return held.stream().map(Holding::said).collect(Collectors.joining(", "));
    }

    private Document document(UserRef person, List<Holding> held) {
        Instant now = clock.instant();
        ObjectNode all = MAPPER.createObjectNode();
        all.put("exported_at", now.truncatedTo(ChronoUnit.SECONDS).toString());
        all.putObject("account")
                .put("platform", person.platform().name().toLowerCase(Locale.ROOT))
                .put("workspace", person.space())
                .put("user", person.id());
        held.forEach(holding -> rows(all.putArray(holding.name()), holding));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Document(
                "This is all that I keep about you: " + said(held) + ".",
                "The file is JSON, for you and for programs. /papers export writes your reading list for a reference"
                        + " manager.",
                "paperboy-data-" + today + ".json",
                MAPPER.writeValueAsString(all) + "\n");
    }

    private static void rows(ArrayNode array, Holding holding) {
        holding.rows().forEach(row -> array.add(MAPPER.valueToTree(row)));
    }
}
