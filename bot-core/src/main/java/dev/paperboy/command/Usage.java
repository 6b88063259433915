package dev.paperboy.command;

import java.util.stream.Collectors;

/** How a command is written, made from its description. */
public final class Usage {

    private Usage() {}

    /** One line: the command, its required options in angle brackets, the others in square ones. */
    public static String line(CommandCatalogue catalogue, CommandSpec spec) {
        String options = spec.params().stream().map(Usage::option).collect(Collectors.joining(" "));
        return ("/" + catalogue.root() + " " + spec.name() + " " + options).strip();
    }

    /** How a command is begun: with what it is about, without the options that only refine it. */
    public static String beginning(CommandCatalogue catalogue, CommandSpec spec) {
        String subject = spec.params().stream()
                .filter(param -> param.required() || param instanceof Param.FreeText || param instanceof Param.PaperKey)
                .map(Usage::option)
                .collect(Collectors.joining(" "));
        return ("/" + catalogue.root() + " " + spec.name() + " " + subject).strip();
    }

    /** What an option takes, in a few words. */
    public static String values(Param<?> param) {
        return switch (param) {
            case Param.FreeText text -> text.name();
            case Param.Count count -> count.min() + "–" + count.max();
            case Param.Choice<?> choice -> String.join("|", choice.words());
            case Param.Time time -> "09:00";
            case Param.Zone zone -> "Europe/Berlin";
            case Param.Days days -> "daily|mon-fri|mon,wed";
            case Param.PaperKey paper -> "id or link";
            case Param.TextFile file -> "a file";
        };
    }

    static String firstExample(CommandCatalogue catalogue, CommandSpec spec) {
        return spec.examples().isEmpty()
                ? "."
                : ", for example /" + catalogue.root() + " " + spec.examples().getFirst();
    }

    /** One option as the line shows it, in angle brackets if it is required, else in square ones. */
    public static String option(Param<?> param) {
        String shape =
                param instanceof Param.FreeText || param instanceof Param.PaperKey || param instanceof Param.TextFile
                        ? param.name()
                        : param.name() + ":" + values(param);
        return param.required() ? "<" + shape + ">" : "[" + shape + "]";
    }
}
