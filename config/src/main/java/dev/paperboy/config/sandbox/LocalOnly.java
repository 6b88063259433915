package dev.paperboy.config.sandbox;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only what was sent to this machine by this machine's own page or by a script: a page from elsewhere that has
 * rebound its name to 127.0.0.1, or that posts across origins, is turned away.
 */
final class LocalOnly implements Handler {

    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    @Override
    public void handle(Context context) {
        String host = context.header("Host");
        String origin = context.header("Origin");
        if (!isOurs(host) || (origin != null && !origin.equals("http://" + host)) || isCrossSite(context)) {
            throw new ForbiddenResponse("this sandbox answers its own page and scripts on this machine only");
        }
    }

    private static boolean isOurs(@Nullable String host) {
        return host != null && NAMES.contains(PORT.matcher(host).replaceFirst(""));
    }

    private static boolean isCrossSite(Context context) {
        return "cross-site".equals(context.header("Sec-Fetch-Site"))
                && !"navigate".equals(context.header("Sec-Fetch-Mode"));
    }
}
