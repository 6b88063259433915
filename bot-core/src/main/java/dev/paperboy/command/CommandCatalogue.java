package dev.paperboy.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All commands, under one root.
 *
 * @param root the slash command that people type, without slash
 * @param commands in the order of the help page; names are unique
 */
public record CommandCatalogue(String root, List<CommandSpec> commands) {

    public CommandCatalogue {
        commands = List.copyOf(commands);
        var names = commands.stream().map(CommandSpec::name).collect(Collectors.toSet());
        if (names.size() != commands.size()) {
            throw new IllegalArgumentException("two commands share a name");
        }
    }

    /** The command of a name; letter case does not matter. */
    public Optional<CommandSpec> find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return commands.stream().filter(spec -> spec.name().equals(wanted)).findFirst();
    }
}
