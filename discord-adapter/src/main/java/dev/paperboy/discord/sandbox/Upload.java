package dev.paperboy.discord.sandbox;

/** A file sent along with a message. */
final class Upload {
    static final long LIMIT = 10L * 1024 * 1024;

    private final String name;
    private final byte[] bytes;

    Upload(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    int size() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
