package dev.paperboy.discord.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The HTTP faults still to be made. */
final class FaultDesk {
    private final List<FaultOrder> open = new ArrayList<>();

    synchronized void order(FaultOrder order) {
        open.add(order);
    }

    /** The first open order for this call, counted down; null when it goes undisturbed. */
    synchronized @Nullable FaultOrder take(Call call) {
        for (int i = 0; i < open.size(); i++) {
            FaultOrder order = open.get(i);
            if (call.name().contains(order.route())) {
                if (order.times() == 1) {
                    open.remove(i);
                } else {
                    open.set(i, order.times(order.times() - 1));
                }
                return order;
            }
        }
        return null;
    }

    synchronized void clear() {
        open.clear();
    }
}
