package dev.paperboy.config.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A file that somebody hands over with a command. */
final class Handed {

    private final String name;
    private final byte[] bytes;

    Handed(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** The {@code file} of a control call: its name, and its content as {@code text} or {@code base64}. */
    static Optional<Handed> of(Body call) {
        return call.object("file").map(file -> new Handed(file.text("name"), bytes(file)));
    }

    private static byte[] bytes(Body file) {
        Optional<String> base64 = file.find("base64");
        if (base64.isEmpty()) {
            return file.text("text").getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(base64.get());
        } catch (IllegalArgumentException malformed) {
            throw new BadRequest("\"base64\" is no base64: " + malformed.getMessage());
        }
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
