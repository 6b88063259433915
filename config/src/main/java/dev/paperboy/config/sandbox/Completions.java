package dev.paperboy.config.sandbox;

import dev.paperboy.chat.Suggestion;
import dev.paperboy.command.CommandCatalogue;
import dev.paperboy.command.CommandLine;
import dev.paperboy.command.CommandLine.Written;
import dev.paperboy.command.CommandSpec;
import dev.paperboy.command.Param;
import dev.paperboy.command.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Completes a line while somebody types it on the page: commands, then options, then their values. */
final class Completions {

    private static final int MOST = 12;
    private static final Answer NOTHING = new Answer(List.of(), null);

    private final CommandLine commandLine;
    private final CommandCatalogue catalogue;
    private final String root;

    Completions(CommandLine commandLine) {
        this.commandLine = commandLine;
        this.catalogue = commandLine.catalogue();
        this.root = "/" + catalogue.root();
    }

    /**
     * One way to go on.
     *
     * @param label what the list shows
     * @param detail what it means
     * @param text the whole line, once taken
     */
    record Item(String label, String detail, String text) {}

    /**
     * How the command is written, in three pieces.
     *
     * @param now the option that is being typed
     * @param detail what that option is for
     */
    record Hint(String before, String now, String after, String detail) {}

    /** What to show above the line. */
    record Answer(List<Item> items, @Nullable Hint hint) {}

    /** Where the platform's own suggestions for a value come from. */
    interface Values {
        List<Suggestion> of(Written written, String option, String typed);
    }

    /** Completes a line whose end is being typed. */
    Answer complete(String line, Values dynamic) {
        if (!line.startsWith("/")) {
            return NOTHING;
        }
        String[] halves = line.split("\\s+", 2);
        if (halves.length == 1) {
            return root.startsWith(line.toLowerCase(Locale.ROOT)) ? commands("") : NOTHING;
        }
        if (!halves[0].equalsIgnoreCase(root)) {
            return NOTHING;
        }
        String[] rest = halves[1].split("\\s+", 2);
        if (rest.length == 1) {
            return commands(rest[0]);
        }
        return catalogue
                .find(rest[0])
                .map(spec -> new Options(spec, rest[1], dynamic).answer())
                .orElse(NOTHING);
    }

    private Answer commands(String typed) {
        String part = typed.toLowerCase(Locale.ROOT);
        List<CommandSpec> matching = catalogue.commands().stream()
                .filter(spec -> spec.name().startsWith(part))
                .toList();
        if (matching.size() == 1
                && matching.getFirst().name().equals(part)
                && matching.getFirst().params().isEmpty()) {
            return NOTHING;
        }
        return new Answer(matching.stream().map(this::command).toList(), null);
    }

    private Item command(CommandSpec spec) {
        String line = root + " " + spec.name();
        return new Item(line, spec.description(), spec.params().isEmpty() ? line : line + " ");
    }

    /** The options of one command, while one of them is being typed. */
    private final class Options {

        private final CommandSpec spec;
        private final String head;
        private final String before;
        private final String word;
        private final Written given;
        private final Values dynamic;

        Options(CommandSpec spec, String tail, Values dynamic) {
            this.spec = spec;
            this.dynamic = dynamic;
            this.head = root + " " + spec.name() + " ";
            int start = lastWord(tail);
            this.before = tail.substring(0, start);
            this.word = tail.substring(start);
            this.given = commandLine
                    .split(spec.name() + " " + before)
                    .orElseThrow(() -> new IllegalStateException("a command of the catalogue: " + spec.name()));
        }

        Answer answer() {
            int colon = word.indexOf(':');
            Optional<Param<?>> named = colon < 1 ? Optional.empty() : spec.param(word.substring(0, colon));
            if (named.isPresent()) {
                String typed = word.substring(colon + 1).replaceAll("[\"“”]", "");
                return new Answer(namedValues(named.get(), typed), hint(named.get()));
            }
            Optional<Param<?>> bare = bare();
            List<Item> items = Stream.concat(
                            names().stream(), bare.stream().flatMap(param -> bareValues(param).stream()))
                    .limit(MOST)
                    .toList();
            return new Answer(
                    items,
                    bare.or(() -> spec.params().stream().findFirst())
                            .map(this::hint)
                            .orElse(null));
        }

        /** Options that are not given yet and begin as the word does. */
        private List<Item> names() {
            String part = word.toLowerCase(Locale.ROOT);
            return spec.params().stream()
                    .filter(param -> !(param instanceof Param.FreeText || param instanceof Param.TextFile))
                    .filter(param -> !given.options().containsKey(param.name()))
                    .filter(param -> param.name().startsWith(part))
                    .map(param -> new Item(param.name() + ":", param.description(), head + before + param.name() + ":"))
                    .toList();
        }

        /** The option that a word without a name fills. */
        private Optional<Param<?>> bare() {
            Optional<Param<?>> open = spec.params().stream()
                    .filter(param -> !(param instanceof Param.FreeText))
                    .filter(param -> !given.options().containsKey(param.name()))
                    .findFirst();
            Optional<Param<?>> free = spec.freeText().map(param -> param);
            return free.or(() -> open);
        }

        private List<Item> bareValues(Param<?> param) {
            String typed = param instanceof Param.FreeText
                    ? (given.options().getOrDefault(param.name(), "") + " " + word).strip()
                    : word;
            if (typed.isEmpty()) {
                return List.of();
            }
            return suggested(param, typed).stream()
                    .map(value -> new Item(value.label(), "", head + others(param) + quoted(param, value.value())))
                    .toList();
        }

        private List<Item> namedValues(Param<?> param, String typed) {
            String start = head + before + param.name() + ":";
            return Stream.concat(fixed(param, typed).stream(), suggested(param, typed).stream())
                    .distinct()
                    .limit(MOST)
                    .map(value ->
                            new Item(value.label(), param.description(), start + quoted(param, value.value()) + " "))
                    .toList();
        }

        private List<Suggestion> suggested(Param<?> param, String typed) {
            return dynamic.of(given, param.name(), typed);
        }

        /** The named options so far, as they would be written, without the one being filled. */
        private String others(Param<?> filled) {
            StringBuilder line = new StringBuilder();
            for (Map.Entry<String, String> option : given.options().entrySet()) {
                if (!option.getKey().equals(filled.name())) {
                    spec.param(option.getKey())
                            .ifPresent(param -> line.append(param.name())
                                    .append(':')
                                    .append(quoted(param, option.getValue()))
                                    .append(' '));
                }
            }
            return line.toString();
        }

        private Hint hint(Param<?> param) {
            String line = Usage.line(catalogue, spec);
            String now = Usage.option(param);
            int at = line.indexOf(now);
            return at < 0
                    ? new Hint(line, "", "", param.description())
                    : new Hint(line.substring(0, at), now, line.substring(at + now.length()), param.description());
        }
    }

    /** Values that follow from the option's type alone. */
    private static List<Suggestion> fixed(Param<?> param, String typed) {
        List<String> values = switch (param) {
            case Param.Choice<?> choice -> choice.words();
            case Param.Count count ->
                count.max() - count.min() > MOST
                        ? List.of()
                        : IntStream.rangeClosed(count.min(), count.max())
                                .mapToObj(Integer::toString)
                                .toList();
            case Param.Days days -> List.of("daily", "weekdays", "weekend", "mon-fri", "mon,wed,fri");
            case Param.Time time -> List.of("08:00", "09:00", "12:00", "17:00");
            case Param.Zone zone ->
                typed.isEmpty()
                        ? List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo")
                        : new ArrayList<>(zone.suggestions(typed, MOST));
            case Param.FreeText text -> List.of();
            case Param.PaperKey paper -> List.of();
            case Param.TextFile file -> List.of();
        };
        String part = typed.toLowerCase(Locale.ROOT);
        boolean anywhere = param instanceof Param.Zone;
        return values.stream()
                .filter(value -> anywhere || value.startsWith(part))
                .map(value -> new Suggestion(value, value))
                .toList();
    }

    private static String quoted(Param<?> param, String value) {
        return param instanceof Param.FreeText || !value.contains(" ") ? value : "\"" + value + "\"";
    }

    /** Where the word begins that is being typed; a space in quotes does not end one. */
    private static int lastWord(String text) {
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (Character.isWhitespace(c) && !quoted) {
                start = i + 1;
            }
        }
        return start;
    }
}
