package dev.paperboy.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command as data: from this one value come Discord's subcommand, Slack's usage text, the help page, the reader of
 * flat text and the typed read of its options.
 *
 * @param name lower case, 1 to 32 characters
 * @param description one line, at most 100 characters
 * @param params its options; required ones first, as Discord demands
 * @param needs the right without which it is refused
 * @param weighsRights whether its answer depends on what the asker may do, so that a platform is to be asked for it
 * @param privately whether its answer is for the asker alone
 * @param details what its help page adds to the description, possibly empty
 * @param forms what may be written in its free text, for its help page
 * @param examples lines as a person would write them, without the root
 */
public record CommandSpec(
        String name,
        String description,
        List<Param<?>> params,
        Optional<Right> needs,
        boolean weighsRights,
        boolean privately,
        String details,
        List<Form> forms,
        List<String> examples) {

    /**
     * One way of writing part of a free text.
     *
     * @param written as a person would write it
     * @param meaning what that asks for
     */
    public record Form(String written, String meaning) {}

    public CommandSpec {
        params = List.copyOf(params);
        forms = List.copyOf(forms);
        examples = List.copyOf(examples);
        if (description.length() > 100
                || params.stream().filter(Param.FreeText.class::isInstance).count() > 1) {
            throw new IllegalArgumentException("command " + name + ": at most 100 characters and one free text");
        }
    }

    public static CommandSpec of(String name, String description, Param<?>... params) {
        return new CommandSpec(
                name, description, List.of(params), Optional.empty(), false, false, "", List.of(), List.of());
    }

    /** The same command, for those alone who have a right. */
    public CommandSpec needing(Right right) {
        return new CommandSpec(
                name, description, params, Optional.of(right), true, privately, details, forms, examples);
    }

    /** The same command for everybody, though what some may do decides about the answer. */
    public CommandSpec weighingRights() {
        return new CommandSpec(name, description, params, needs, true, privately, details, forms, examples);
    }

    /** The same command, answered to the asker alone. */
    public CommandSpec answeredPrivately() {
        return new CommandSpec(name, description, params, needs, weighsRights, true, details, forms, examples);
    }

    /** The same command with a paragraph for its help page. */
    public CommandSpec explained(String text) {
        return new CommandSpec(name, description, params, needs, weighsRights, privately, text, forms, examples);
    }

    /** The same command with one more form for its help page. */
    public CommandSpec form(String written, String meaning) {
        List<Form> more = new ArrayList<>(forms);
        more.add(new Form(written, meaning));
        return new CommandSpec(name, description, params, needs, weighsRights, privately, details, more, examples);
    }

    /** The same command with one more example. */
    public CommandSpec example(String line) {
        List<String> more = new ArrayList<>(examples);
        more.add(line);
        return new CommandSpec(name, description, params, needs, weighsRights, privately, details, forms, more);
    }

    /** The option that takes the rest of a flat line. */
    public Optional<Param.FreeText> freeText() {
        return params.stream()
                .filter(Param.FreeText.class::isInstance)
                .map(Param.FreeText.class::cast)
                .findFirst();
    }

    /** The option of a name. */
    public Optional<Param<?>> param(String wanted) {
        return params.stream()
                .filter(param -> param.name().equalsIgnoreCase(wanted))
                .findFirst();
    }
}
