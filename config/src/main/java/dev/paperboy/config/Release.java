package dev.paperboy.config;

/** Which Paperboy this is. */
public final class Release {

    private Release() {}

    /** The version in the jar's manifest; {@code dev} where there is no jar. */
    public static String version() {
        String version = Release.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
