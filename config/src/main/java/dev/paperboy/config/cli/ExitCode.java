package dev.paperboy.config.cli;

/** The numbers that a command ends with; scripts rely on them. */
public final class ExitCode {

    /** It did what was asked. */
    public static final int DONE = 0;
    /** It tried and failed. */
    public static final int FAILURE = 1;
    /** It was asked in a way that cannot be done. */
    public static final int BAD_INPUT = 2;

    private ExitCode() {}
}
