package dev.paperboy.discord.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The record of what was exchanged and which rules were broken. Keeps the last 20,000 exchanges. */
final class Ledger {
    private static final int KEPT = 20_000;

    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final List<Violation> violations = new ArrayList<>();

    synchronized void record(Exchange exchange) {
        if (exchanges.size() == KEPT) {
            exchanges.removeFirst();
        }
        exchanges.addLast(exchange);
    }

    synchronized void record(Violation violation) {
        violations.add(violation);
    }

    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    synchronized List<Violation> violations() {
        return List.copyOf(violations);
    }
}
