package dev.monger.fleet.checker;

import dev.monger.simulator.backend.BrokerOrder;
import java.util.List;

/**
 * The truth about one ticker, by the broker's books.
 *
 * @param share whose the position is
 * @param net what the account holds
 * @param live our orders that live
 */
record TickerSight(String ticker, OwnShare share, long net, List<BrokerOrder> live) {

    long own() {
        return share.own();
    }

    /** How many shares working stops on the exit's side would close. */
    long stopped() {
        long sum = 0;
        for (BrokerOrder order : live) {
            if (Refs.leg(order.terms().orderRef()) == 'S' && exits(order) && works(order)) {
                sum += order.remainingShares();
            }
        }
        return sum;
    }

    boolean covered() {
        return stopped() >= coverable();
    }

    /** The part of our share that can really be left: no more than the account holds. */
    long coverable() {
        return Long.signum(net) == Long.signum(own())
                ? Math.min(Math.abs(own()), Math.abs(net))
                : 0;
    }

    private boolean exits(BrokerOrder order) {
        return own() != 0 && order.terms().buy() == own() < 0;
    }

    static boolean works(BrokerOrder order) {
        String held = order.whyHeld();
        return !held.startsWith("child") && !held.startsWith("locate");
    }

    /** What entries could still add. */
    long entering() {
        long sum = 0;
        for (BrokerOrder order : live) {
            if (Refs.leg(order.terms().orderRef()) == 'P') {
                sum += order.remainingShares();
            }
        }
        return sum;
    }
}
