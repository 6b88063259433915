package dev.paperboy.discord.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which URLs Discord takes. */
final class Addresses {
    private static final Set<String> SCHEMES = Set.of("http", "https", "attachment", "discord");

    private Addresses() {}

    static void check(FormErrors errors, String at, String value, int limit) {
        if (value.length() > limit) {
            errors.tooLong(at, limit);
        }
        String scheme = schemeOf(value);
        if (scheme == null) {
            errors.add(at, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        } else if (!SCHEMES.contains(scheme)) {
            errors.add(at, "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https', 'discord').");
        }
    }

    private static @Nullable String schemeOf(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() == null && uri.getAuthority() == null ? null : uri.getScheme();
        } catch (URISyntaxException malformed) {
            return null;
        }
    }
}
