package dev.paperboy.discord;

import dev.paperboy.chat.CompletionCall;
import dev.paperboy.chat.UserRef;
import dev.paperboy.command.Attachment;
import dev.paperboy.command.CommandCatalogue;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Misread;
import dev.paperboy.command.Param;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.jspecify.annotations.Nullable;

/** The catalogue as one slash command with a subcommand for each command, and what people fill in as requests. */
public final class DiscordCommands {
    /** Longer than every zone, time and list of weekdays; Discord's clients let nobody type more. */
    private static final int WORD = 100;

    private final CommandLine commandLine;

    public DiscordCommands(CommandCatalogue catalogue) {
        this.commandLine = new CommandLine(catalogue);
    }

    /** The definition to be registered. */
    SlashCommandData definition() {
        CommandCatalogue catalogue = commandLine.catalogue();
        return Commands.slash(catalogue.root(), "Papers: trending, search and your reading list")
                // In direct messages reactions would not reach us, and nobody could schedule anything.
                .setContexts(InteractionContextType.GUILD)
                .addSubcommands(catalogue.commands().stream()
                        .map(DiscordCommands::subcommand)
                        .toList());
    }

    private static SubcommandData subcommand(CommandSpec spec) {
        return new SubcommandData(spec.name(), spec.description())
                .addOptions(spec.params().stream().map(DiscordCommands::option).toList());
    }

    private static OptionData option(Param<?> param) {
        OptionData option = new OptionData(type(param), param.name(), param.description(), param.required());
        return switch (param) {
            case Param.FreeText text -> option.setMaxLength(Param.MAX_TEXT).setAutoComplete(true);
            case Param.Count count -> option.setRequiredRange(count.min(), count.max());
            case Param.Choice<?> choice -> choices(option, choice.words());
            case Param.Zone zone -> option.setMaxLength(WORD).setAutoComplete(true);
            case Param.PaperKey paper -> option.setMaxLength(Param.MAX_KEY).setAutoComplete(true);
            case Param.Time time -> option.setMaxLength(WORD);
            case Param.Days days -> option.setMaxLength(WORD);
            case Param.TextFile file -> option;
        };
    }

    private static OptionType type(Param<?> param) {
        return switch (param) {
            case Param.Count count -> OptionType.INTEGER;
            case Param.TextFile file -> OptionType.ATTACHMENT;
            default -> OptionType.STRING;
        };
    }

    private static OptionData choices(OptionData option, List<String> words) {
        words.stream().limit(DiscordLimits.CHOICES).forEach(word -> option.addChoice(word, word));
        return option;
    }

    /**
     * Reads what somebody filled in.
     *
     * @param subcommand which command
     * @param options the values by option name, written as Discord hands them over
     * @param files what was attached, by option name
     */
    CommandLine.Result read(String subcommand, Map<String, String> options, Map<String, Attachment> files) {
        return commandLine
                .catalogue()
                .find(subcommand)
                .map(spec -> commandLine.raise(new CommandLine.Written(spec, options, "", files)))
                .orElseGet(DiscordCommands::outdated);
    }

    /** Reads the text that a button carries. */
    CommandLine.Result readButton(Optional<String> text) {
        return text.map(commandLine::read).orElseGet(DiscordCommands::forgotten);
    }

    private static CommandLine.Result forgotten() {
        return new CommandLine.NotUnderstood(new Misread(
                "I no longer know what this button was for.", "Ask again with the command itself.", List.of()));
    }

    private static CommandLine.Result outdated() {
        return new CommandLine.NotUnderstood(new Misread(
                "I do not know this command any more.", "Reload Discord (Ctrl+R) and choose it again.", List.of()));
    }

    /** The question behind a key press; empty when command or option are gone. */
    Optional<CompletionCall> completion(String subcommand, String option, String typed, UserRef user) {
        return commandLine
                .catalogue()
                .find(subcommand)
                .flatMap(spec -> spec.params().stream()
                        .filter(param -> param.name().equals(option))
                        .findFirst()
                        .map(param -> new CompletionCall(spec, param, typed, user)));
    }

    /** Whether an answer to this command is for the asker alone. */
    boolean answersPrivately(String subcommand) {
        return commandLine
                .catalogue()
                .find(subcommand)
                .map(CommandSpec::privately)
                .orElse(true);
    }

    /** Everything that makes a definition what it is, in one comparable text. */
    static String fingerprint(SlashCommandData definition) {
        String contexts = definition.getContexts().stream()
                .map(InteractionContextType::name)
                .sorted()
                .collect(Collectors.joining(","));
        return definition.getName() + "|" + definition.getDescription() + "|" + contexts + "|"
                + definition.getSubcommands().stream()
                        .map(sub -> sub.getName() + "|" + sub.getDescription() + "|"
                                + sub.getOptions().stream()
                                        .map(DiscordCommands::fingerprint)
                                        .collect(Collectors.joining(";")))
                        .collect(Collectors.joining("\n"));
    }

    private static String fingerprint(OptionData option) {
        String choices = option.getChoices().stream()
                .map(choice -> choice.getName() + "=" + choice.getAsString())
                .collect(Collectors.joining(","));
        return String.join(
                "|",
                option.getType().name(),
                option.getName(),
                option.getDescription(),
                String.valueOf(option.isRequired()),
                String.valueOf(option.isAutoComplete()),
                bound(option.getMinValue()),
                bound(option.getMaxValue()),
                String.valueOf(option.getMaxLength()),
                choices);
    }

    private static String bound(@Nullable Number number) {
        return number == null ? "" : String.valueOf(number.longValue());
    }
}
