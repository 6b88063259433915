package dev.paperboy.command;

/**
 * What somebody asks for: a command and the values of its options. A button carries one, so that a click comes in by
 * the same door as a typed command.
 *
 * @param spec which command
 * @param arguments the options given
 */
public record Request(CommandSpec spec, Arguments arguments) {

    public static Request of(CommandSpec spec) {
        return new Request(spec, Arguments.none());
    }

    /** The same request with one more option. */
    public <T> Request with(Param<T> param, T value) {
        return new Request(spec, arguments.with(param, value));
    }

    /** The flat text of this request, without the root; {@link CommandLine#read} gives the request back. */
    public String text() {
        StringBuilder line = new StringBuilder(spec.name());
        for (Param<?> param : spec.params()) {
            if (!(param instanceof Param.FreeText)) {
                append(line, param);
            }
        }
        spec.freeText()
                .flatMap(arguments::find)
                .ifPresent(rest -> line.append(" -- ").append(rest));
        return line.toString();
    }

    private <T> void append(StringBuilder line, Param<T> param) {
        arguments
                .find(param)
                .ifPresent(value ->
                        line.append(' ').append(param.name()).append(':').append(param.write(value)));
    }
}
