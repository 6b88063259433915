package dev.paperboy.slack.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are still to strike, oldest order first. */
final class Faults {
    private final List<FaultOrder> orders = new ArrayList<>();

    synchronized void add(FaultOrder order) {
        orders.add(order);
    }

    synchronized void clear() {
        orders.clear();
    }

    /** Uses up one strike of the fault at this place, if one is ordered. */
    synchronized Optional<FaultOrder> take(SlackFault fault, String where) {
        for (int i = 0; i < orders.size(); i++) {
            FaultOrder order = orders.get(i);
            if (order.strikes(fault, where)) {
                if (order.spared() > 0) {
                    orders.set(i, order.lessSpared());
                    continue;
                }
                useUp(i, order);
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    private void useUp(int index, FaultOrder order) {
        if (order.times() == 1) {
            orders.remove(index);
        } else {
            orders.set(index, order.less());
        }
    }
}
