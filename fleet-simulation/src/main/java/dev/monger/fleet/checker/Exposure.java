package dev.monger.fleet.checker;

import dev.monger.simulator.backend.BrokerOrder;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much exits could take, over every subset of them that could fill. */
final class Exposure {

    private static final int REDUCE_WITH_BLOCK = 2;

    private Exposure() {}

    /** Of the exits that sell, or of those that buy: a group that blocks counts its largest. */
    static long of(TickerSight sight, boolean buying) {
        SortedMap<String, Long> groups = new TreeMap<>();
        for (BrokerOrder order : sight.live()) {
            boolean exit = Refs.leg(order.terms().orderRef()) != 'P';
            if (exit && order.terms().buy() == buying) {
                String group = order.terms().ocaGroup();
                boolean blocks = order.terms().ocaType() == REDUCE_WITH_BLOCK && !group.isEmpty();
                String name = blocks ? group : "alone " + order.permId();
                groups.merge(name, takes(sight, order), Math::max);
            }
        }
        long sum = 0;
        for (long most : groups.values()) {
            sum += most;
        }
        return sum;
    }

    /** What waits for a parent takes nothing of the present position; what works takes all. */
    private static long takes(TickerSight sight, BrokerOrder exit) {
        if (exit.parentPermId() == 0 || TickerSight.works(exit)) {
            return exit.remainingShares();
        }
        for (BrokerOrder other : sight.live()) {
            if (other.permId() == exit.parentPermId()) {
                return Math.max(0, exit.remainingShares() - other.remainingShares());
            }
        }
        return exit.remainingShares();
    }
}
