package dev.paperboy.source;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;

/** Which redirects are followed: within a host and port, or from http to https on that host. */
final class Redirects {

    /** How many in a row. */
    static final int MOST = 3;

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    /**
     * Where an answer sends us, empty if it does not.
     *
     * @throws SourceException if it sends us where we do not go
     */
    static Optional<URI> next(URI from, HttpResponse<?> answer) {
        if (!STATUSES.contains(answer.statusCode())) {
            return Optional.empty();
        }
        String place = SourceClient.place(from);
        URI to = answer.headers()
                .firstValue("Location")
                .map(location -> resolve(from, location))
                .orElseThrow(() -> SourceException.malformed(place + " redirects to nowhere"));
        if (!allowed(from, to)) {
            throw SourceException.malformed(
                    place + " redirects to " + to.getScheme() + "://" + to.getHost() + ", which is not followed");
        }
        return Optional.of(to);
    }

    private static URI resolve(URI from, String location) {
        try {
            return from.resolve(location.strip());
        } catch (IllegalArgumentException e) {
            throw SourceException.malformed(SourceClient.place(from) + " redirects to no address", e);
        }
    }

    private static boolean allowed(URI from, URI to) {
        boolean sameHost = from.getHost().equalsIgnoreCase(to.getHost()) && to.getUserInfo() == null;
        boolean same = from.getScheme().equalsIgnoreCase(to.getScheme()) && from.getPort() == to.getPort();
        boolean upgraded = "https".equalsIgnoreCase(to.getScheme()) && to.getPort() < 0;
        return sameHost && (same || upgraded);
    }
}
