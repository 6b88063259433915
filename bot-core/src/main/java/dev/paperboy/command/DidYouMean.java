package dev.paperboy.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        String wanted = name.toLowerCase(Locale.ROOT);
        if (wanted.length() > 32) {
            return Optional.empty();
        }
        return catalogue.commands().stream()
                .filter(spec ->
                        distance(wanted, spec.name()) <= Math.max(1, spec.name().length() / 3))
                .min(Comparator.comparingInt(spec -> distance(wanted, spec.name())));
    }

    /** Levenshtein's distance; both words are short. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substitution = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
