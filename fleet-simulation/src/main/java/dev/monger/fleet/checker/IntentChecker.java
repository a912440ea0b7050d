package dev.monger.fleet.checker;

import dev.monger.simulator.backend.BrokerOrder;
import java.util.SortedMap;
import java.util.TreeMap;

/** 2: working plus filled per intent is at most the intended; no name is given twice. */
final class IntentChecker implements Checker {

    private final SortedMap<String, Long> permIds = new TreeMap<>();
    private final SortedMap<String, Long> intended = new TreeMap<>();
    private long version;

    @Override
    public void stepped(Scene scene, Findings findings) {
        if (version == scene.sight().version()) {
            return;
        }
        version = scene.sight().version();
        for (BrokerOrder order : scene.sight().orders()) {
            String ref = order.terms().orderRef();
            if (!ref.isEmpty() && !order.origin().manual()) {
                named(scene, order, ref, findings);
            }
        }
    }

    private void named(Scene scene, BrokerOrder order, String ref, Findings findings) {
        Long first = permIds.putIfAbsent(ref, order.permId());
        if (first != null && first != order.permId()) {
            if (!scene.blame().since(scene.ticker(), Long.MIN_VALUE + 1)) {
                findings.add(2, ref + " is at the broker twice: " + first + " and " + order);
            }
            permIds.put(ref, order.permId());
            return;
        }
        if (Refs.leg(ref) == 'P') {
            long most = intended.merge(ref, order.terms().shares(), Math::min);
            long could =
                    order.filledShares() + (order.status().isDone() ? 0 : order.remainingShares());
            if (could > most) {
                findings.add(2, ref + " was for " + most + " and could come to " + could);
            }
        }
    }
}
