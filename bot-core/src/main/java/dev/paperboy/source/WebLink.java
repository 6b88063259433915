package dev.paperboy.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads links that strangers wrote and that people will be offered to click. */
public final class WebLink {

    private WebLink() {}

    /** A web address with a host; empty for anything else, and for one that carries a user or a password. */
    public static Optional<URI> read(String text) {
        try {
            URI link = new URI(text.strip());
            boolean web = "https".equalsIgnoreCase(link.getScheme()) || "http".equalsIgnoreCase(link.getScheme());
            return web && link.getHost() != null && link.getUserInfo() == null ? Optional.of(link) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
