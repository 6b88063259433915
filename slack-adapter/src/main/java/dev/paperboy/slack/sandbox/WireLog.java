package dev.paperboy.slack.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What crossed the wire, the last {@value #KEPT} exchanges of it, and everything that was wrong with it. */
final class WireLog {
    static final int KEPT = 20_000;

    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final List<Violation> violations = new CopyOnWriteArrayList<>();

    synchronized void add(Exchange exchange) {
        if (exchanges.size() == KEPT) {
            exchanges.removeFirst();
        }
        exchanges.addLast(exchange);
    }

    void violation(String where, String code, String detail) {
        violations.add(new Violation(where, code, detail));
    }

    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }
}
