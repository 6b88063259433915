package dev.paperboy.slack.sandbox;

/** A file that a person hands over. */
public final class SandboxFile {

    private final String name;
    private final byte[] bytes;

    public SandboxFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
