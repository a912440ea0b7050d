package dev.monger.fleet.checker;

import dev.monger.core.monger.TrackedOrder;
import java.util.ArrayList;
import java.util.List;

/** What is new between two books of a monger. */
final class Orders {

    private Orders() {}

    /** Orders that are in the book after a step and were not before: they left in it. */
    static List<TrackedOrder> sent(Scene scene) {
        var before = scene.before().book().orders();
        var after = scene.after().book().orders();
        List<TrackedOrder> sent = new ArrayList<>();
        if (before.equals(after)) {
            return sent;
        }
        for (TrackedOrder order : after.values()) {
            if (!before.has(order.ticket().ref())) {
                sent.add(order);
            }
        }
        return sent;
    }
}
