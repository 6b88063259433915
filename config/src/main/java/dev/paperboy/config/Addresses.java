package dev.paperboy.config;

import java.net.URI;
import java.util.Locale;

/** The rule for addresses that tokens are sent to: encrypted, unless the other side is on this machine. */
final class Addresses {

    private Addresses() {}

    /** Refuses what is no such address. */
    static void check(String key, URI address, String encrypted, String plain) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals(encrypted) || scheme.equals(plain))) {
            throw new BadValue(key, "must be an address that begins with " + encrypted + "://");
        }
        if (address.getUserInfo() != null) {
            throw new BadValue(key, "must not hold a user name or password");
        }
        if (scheme.equals(plain) && !isLoopback(address)) {
            throw new BadValue(key, "must begin with " + encrypted + "://; " + plain + ":// is for this machine only");
        }
    }

    /** Whether it names this machine, by a literal address or as {@code localhost}; asks no name server. */
    static boolean isLoopback(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** With a slash at its end, so that names are put behind it rather than in the place of its last part. */
    static URI asFolder(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        return path.endsWith("/") ? address : URI.create(address.toString() + "/");
    }
}
