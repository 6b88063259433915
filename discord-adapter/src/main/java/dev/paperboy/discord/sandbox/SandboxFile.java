package dev.paperboy.discord.sandbox;

/** A file that a person attaches to a command, as the value of its option. */
public final class SandboxFile {

    private final String name;
    private final byte[] bytes;

    public SandboxFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** Discord lets no other characters into the names of files. */
    Upload upload() {
        return new Upload(name.replaceAll("[^\\w.-]", "_"), bytes);
    }
}
