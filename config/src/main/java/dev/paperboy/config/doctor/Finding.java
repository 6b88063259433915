package dev.paperboy.config.doctor;

/**
 * What one check came to.
 *
 * @param level how it is
 * @param subject what was checked
 * @param text what was found and, unless all is well, what to do
 */
public record Finding(Level level, String subject, String text) {

    /** How it is. */
    public enum Level {
        OK,
        /** Works, but not as well as it could. */
        WARN,
        /** Does not work. */
        FAIL
    }

    static Finding ok(String subject, String text) {
        return new Finding(Level.OK, subject, text);
    }

    static Finding warn(String subject, String text) {
        return new Finding(Level.WARN, subject, text);
    }

    static Finding fail(String subject, String text) {
        return new Finding(Level.FAIL, subject, text);
    }
}
