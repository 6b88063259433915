package dev.paperboy;

import dev.paperboy.chat.Button;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandCall;
import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Content.Help;
import dev.paperboy.chat.Reply;
import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.CommandCatalogue;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Request;
import dev.paperboy.command.Texts;
import dev.paperboy.command.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** {@code /papers help}: explains the commands, all of them or one. */
final class HelpCommand implements Command {

    static final Param<String> COMMAND = Param.text("command", "which command to explain");

    static final CommandSpec SPEC = CommandSpec.of("help", "Explain what I can do", COMMAND)
            .answeredPrivately()
            .example("help search");

    private final Supplier<CommandCatalogue> catalogue;

    /** @param catalogue asked when help is, because this command is part of it */
    HelpCommand(Supplier<CommandCatalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Reply answer(CommandCall call) {
        String wanted = call.find(COMMAND).orElse("").strip();
        String name = wanted.startsWith("/") ? wanted.substring(wanted.lastIndexOf(' ') + 1) : wanted;
        Content page = catalogue.get().find(name).map(this::one).orElseGet(() -> all(name));
        return Reply.privately(page);
    }

    @Override
    public List<Suggestion> complete(CompletionCall call) {
        String typed = call.typed().strip().toLowerCase(Locale.ROOT);
        return catalogue.get().commands().stream()
                .filter(spec -> spec.name().startsWith(typed))
                .map(spec -> new Suggestion(spec.name() + " – " + spec.description(), spec.name()))
                .toList();
    }

    private Content all(String unknown) {
        String intro = unknown.isEmpty()
                ? "I post the papers that are trending, find papers for you and keep your reading list. "
                        + "Put a 🔖 under any of my posts to save its paper. /papers help search explains one command."
                : "There is no command " + Texts.quote(unknown) + ". These are the ones I know.";
        List<Help.Entry> entries = catalogue.get().commands().stream()
                .map(spec -> new Help.Entry(Usage.beginning(catalogue.get(), spec), spec.description()))
                .toList();
        return new Help("Paperboy", intro, entries, more());
    }

    private List<Button> more() {
        return List.of("search", "schedule").stream()
                .filter(name -> catalogue.get().find(name).isPresent())
                .<Button>map(name ->
                        new Button.Ask("How to " + name, Request.of(SPEC).with(COMMAND, name)))
                .toList();
    }

    private Content one(CommandSpec spec) {
        List<Help.Entry> entries = new ArrayList<>();
        spec.params().forEach(param -> entries.add(new Help.Entry(written(param), meaning(param))));
        spec.forms().forEach(form -> entries.add(new Help.Entry(form.written(), form.meaning())));
        spec.examples()
                .forEach(
                        line -> entries.add(new Help.Entry("/" + catalogue.get().root() + " " + line, "for example")));
        String intro = (spec.description() + ". " + spec.details()).strip();
        return new Help(Usage.line(catalogue.get(), spec), intro, entries, List.of());
    }

    private static String written(Param<?> param) {
        return switch (param) {
            case Param.FreeText text -> text.name() + ":…";
            case Param.TextFile file -> file.name();
            default -> param.name() + ":" + Usage.values(param);
        };
    }

    private static String meaning(Param<?> param) {
        return param.description() + (param.required() ? " (needed)" : "");
    }
}
