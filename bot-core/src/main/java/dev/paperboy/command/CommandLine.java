package dev.paperboy.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads flat text as a request, for platforms and control calls that hand over a line.
 *
 * <p>Options are written {@code name:value} in any order, or bare in the declared order; what is left is the free
 * text. A value with spaces stands in double quotes, and nothing inside double quotes is an option: in free text they
 * are a phrase and stay. After {@code " -- "} all is free text as it stands.
 */
public final class CommandLine {

    private final CommandCatalogue catalogue;

    public CommandLine(CommandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public CommandCatalogue catalogue() {
        return catalogue;
    }

    /** What a line turned out to be. */
    public sealed interface Result {}

    /** A request, every value inside its bounds. */
    public record Understood(Request request) implements Result {}

    /**
     * A request that lacks nothing but a file, for which its asker is to be asked.
     *
     * @param request without the file
     * @param file the option that it is
     */
    public record FileWanted(Request request, Param.TextFile file) implements Result {

        /** What to say where there is no asking for it. */
        public Misread misread() {
            return new Misread(
                    "This needs " + file.description() + ".",
                    "Attach it in the field “" + file.name() + "” of the command.",
                    List.of());
        }
    }

    /** No request. */
    public record NotUnderstood(Misread misread) implements Result {}

    /**
     * A command and its options as they were written, before their values are read: what a chat client would send.
     *
     * @param spec which command
     * @param options the written values by option name, in the declared order
     * @param left words for which the command has no option; empty for a form, which has a field for each
     * @param files what was handed over beside them, by option name
     */
    public record Written(CommandSpec spec, Map<String, String> options, String left, Map<String, Attachment> files) {

        public Written(CommandSpec spec, Map<String, String> options) {
            this(spec, options, "", Map.of());
        }
    }

    /** Reads a line, with or without slash and root before it; an empty line asks for help. */
    public Result read(String line) {
        String[] halves = withoutRoot(line).split("\\s+", 2);
        String name = halves[0].isEmpty() ? "help" : halves[0];
        String rest = halves.length > 1 ? halves[1] : "";
        Optional<CommandSpec> spec = catalogue.find(name);
        return spec.isPresent()
                ? raise(split(spec.get(), rest))
                : new NotUnderstood(new DidYouMean(catalogue).unknown(name, rest));
    }

    /** Takes a line apart without reading the values; empty if its command is unknown. */
    public Optional<Written> split(String line) {
        String[] halves = withoutRoot(line).split("\\s+", 2);
        return catalogue
                .find(halves[0].isEmpty() ? "help" : halves[0])
                .map(spec -> split(spec, halves.length > 1 ? halves[1] : ""));
    }

    /** Raises written values to their options' types; the first that is refused makes it a misreading. */
    public Result raise(Written written) {
        Arguments arguments = Arguments.none();
        CommandSpec spec = written.spec();
        Optional<Param.TextFile> wanted = Optional.empty();
        for (Param<?> param : spec.params()) {
            if (param instanceof Param.TextFile file && !written.options().containsKey(file.name())) {
                Attachment attached = written.files().get(file.name());
                if (attached != null) {
                    arguments = arguments.with(file, attached);
                } else if (file.required()) {
                    wanted = Optional.of(file);
                }
                continue;
            }
            String value = written.options().get(param.name());
            if (value == null) {
                if (param.required()) {
                    return misread(
                            "/" + catalogue.root() + " " + spec.name() + " needs " + param.description() + ".",
                            "Write " + Usage.line(catalogue, spec) + Usage.firstExample(catalogue, spec));
                }
                continue;
            }
            switch (put(arguments, param, value)) {
                case Reading.Understood<Arguments>(Arguments more) -> arguments = more;
                case Reading.Refused<Arguments>(String why, String hint) -> {
                    return misread(why, hint);
                }
            }
        }
        Request request = new Request(spec, arguments);
        if (!written.left().isEmpty()) {
            return tooMuch(request, written.left());
        }
        return wanted.<Result>map(file -> new FileWanted(request, file)).orElseGet(() -> new Understood(request));
    }

    /** Half of what a person asked is no answer; what was understood is offered instead. */
    private Result tooMuch(Request request, String left) {
        CommandSpec spec = request.spec();
        return new NotUnderstood(new Misread(
                Texts.quote(left) + " is more than /" + catalogue.root() + " " + spec.name() + " takes at a time.",
                "Write " + Usage.line(catalogue, spec) + Usage.firstExample(catalogue, spec),
                List.of(request)));
    }

    private static <T> Reading<Arguments> put(Arguments arguments, Param<T> param, String text) {
        return param.read(text).then(value -> Reading.of(arguments.with(param, value)));
    }

    private static Result misread(String why, String hint) {
        return new NotUnderstood(new Misread(why, hint, List.of()));
    }

    private String withoutRoot(String line) {
        String text = line.strip();
        String root = catalogue.root();
        for (String prefix : List.of("/" + root, root)) {
            if (text.regionMatches(true, 0, prefix, 0, prefix.length())
                    && (text.length() == prefix.length() || Character.isWhitespace(text.charAt(prefix.length())))) {
                return text.substring(prefix.length()).strip();
            }
        }
        return text;
    }

    private static Written split(CommandSpec spec, String rest) {
        Map<String, String> given = new LinkedHashMap<>();
        StringBuilder free = new StringBuilder();
        int at = 0;
        for (Word word = Word.from(rest, at); !word.text().isEmpty(); word = Word.from(rest, at)) {
            at = word.end();
            if (word.text().equals("--") && spec.freeText().isPresent()) {
                append(free, rest.substring(at).strip());
                break;
            }
            take(spec, word.text(), given, free);
        }
        Optional<Param.FreeText> text = free.isEmpty() ? Optional.empty() : spec.freeText();
        text.ifPresent(param -> given.merge(param.name(), free.toString(), (named, bare) -> named + " " + bare));
        return new Written(spec, inDeclaredOrder(spec, given), text.isPresent() ? "" : free.toString(), Map.of());
    }

    private static void take(CommandSpec spec, String word, Map<String, String> given, StringBuilder free) {
        int colon = word.indexOf(':');
        Optional<Param<?>> named = colon < 1 ? Optional.empty() : spec.param(word.substring(0, colon));
        if (named.isPresent() && named.get() instanceof Param.FreeText) {
            append(free, word.substring(colon + 1));
        } else if (named.isPresent()) {
            given.put(named.get().name(), Word.unquoted(word.substring(colon + 1)));
        } else {
            Optional<Param<?>> positional = free.isEmpty() ? positional(spec, given, word) : Optional.empty();
            positional.ifPresentOrElse(param -> given.put(param.name(), word), () -> append(free, word));
        }
    }

    /**
     * The option that a bare word fills: the first unfilled one before the free text, or anywhere if there is none,
     * for which it is plainly meant; failing that, one whose value it resembles, so that a mistyped value is refused
     * aloud.
     */
    private static Optional<Param<?>> positional(CommandSpec spec, Map<String, String> given, String word) {
        List<Param<?>> open = new ArrayList<>();
        for (Param<?> param : spec.params()) {
            if (param instanceof Param.FreeText) {
                break;
            }
            if (!given.containsKey(param.name())) {
                open.add(param);
            }
        }
        return open.stream()
                .filter(param -> param.claims(word))
                .findFirst()
                .or(() -> open.stream().filter(param -> param.resembles(word)).findFirst())
                .or(() -> spec.freeText().isPresent()
                        ? Optional.empty()
                        : open.stream().findFirst());
    }

    private static Map<String, String> inDeclaredOrder(CommandSpec spec, Map<String, String> given) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (Param<?> param : spec.params()) {
            String value = given.get(param.name().toLowerCase(Locale.ROOT));
            if (value != null) {
                ordered.put(param.name(), value);
            }
        }
        return ordered;
    }

    private static void append(StringBuilder free, String text) {
        if (!text.isEmpty()) {
            free.append(free.isEmpty() ? "" : " ").append(text);
        }
    }

    /**
     * What stands between white space; white space inside double quotes does not part it.
     *
     * @param text empty at the end of the line
     * @param end where it ends in its line
     */
    private record Word(String text, int end) {

        private static final String QUOTES = "\"“”";

        static Word from(String line, int start) {
            int begin = start;
            while (begin < line.length() && Character.isWhitespace(line.charAt(begin))) {
                begin++;
            }
            int end = begin;
            while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
                end = isQuote(line.charAt(end)) ? behindPhrase(line, end) : end + 1;
            }
            return new Word(line.substring(begin, end), end);
        }

        static String unquoted(String value) {
            boolean quoted =
                    value.length() > 1 && isQuote(value.charAt(0)) && isQuote(value.charAt(value.length() - 1));
            return quoted ? value.substring(1, value.length() - 1) : value;
        }

        /** Behind the partner of a quotation mark; one without partner is a character like others. */
        private static int behindPhrase(String line, int mark) {
            int partner = mark + 1;
            while (partner < line.length() && !isQuote(line.charAt(partner))) {
                partner++;
            }
            return partner < line.length() ? partner + 1 : mark + 1;
        }

        private static boolean isQuote(char c) {
            return QUOTES.indexOf(c) >= 0;
        }
    }
}
