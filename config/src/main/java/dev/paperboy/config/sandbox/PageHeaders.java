package dev.paperboy.config.sandbox;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** The headers under which the page runs: own scripts and styles alone, no frame, nothing sent elsewhere. */
final class PageHeaders implements Handler {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public void handle(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-cache");
    }
}
