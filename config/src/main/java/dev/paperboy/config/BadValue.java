package dev.paperboy.config;

/** A setting has a value it cannot have; {@link SettingsReader} adds where it stands. */
final class BadValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * @param key the key within its section
     * @param message goes on from the key: {@code must be …}
     */
    BadValue(String key, String message) {
        super(message);
        this.key = key;
    }

    String key() {
        return key;
    }
}
