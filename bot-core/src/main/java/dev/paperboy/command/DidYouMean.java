package dev.paperboy.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guesses what an unknown command was meant to be. */
final class DidYouMean {

    private final CommandCatalogue catalogue;

    DidYouMean(CommandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A misspelt command, or words to search for by somebody who left the command out. */
    Misread unknown(String name, String rest) {
        List<Request> meant = new ArrayList<>();
        Optional<CommandSpec> near = nearest(name);
        near.flatMap(spec -> read(spec.name() + " " + rest)).ifPresent(meant::add);
        catalogue
                .find("search")
                .flatMap(search -> read("search -- " + (name + " " + rest).strip()))
                .ifPresent(meant::add);
        String root = "/" + catalogue.root();
        String hint = near.map(spec -> "Did you mean " + root + " " + spec.name() + "? ")
                        .orElse("") + "To look for papers, write " + root + " search and your words; " + root
                + " help lists the rest.";
        return new Misread("I know no command " + Texts.quote(name) + ".", hint, meant);
    }

    private Optional<Request> read(String line) {
        return new CommandLine(catalogue).read(line) instanceof CommandLine.Understood(Request request)
                ? Optional.of(request)
                : Optional.empty();
    }

    private Optional<CommandSpec> nearest(String name) {
        return Spelling.nearest(
                        name,
                        catalogue.commands().stream().map(CommandSpec::name).toList())
                .flatMap(catalogue::find);
    }
}
