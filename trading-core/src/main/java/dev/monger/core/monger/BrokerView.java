package dev.monger.core.monger;

import dev.monger.core.model.Quantity;

/** What the broker says the position is, beside what the ledger explains. */
public sealed interface BrokerView {

    /** Nothing was said in this session. */
    record NotTold() implements BrokerView {}

    /** Both are the same. */
    record Agrees(Quantity net) implements BrokerView {}

    /**
     * They differ: an execution or a position report is on its way, or something moved unseen.
     *
     * @param difference broker less ledger
     * @param sinceNanos since when it is this difference, monotonic
     */
    record Differs(Quantity net, Quantity difference, long sinceNanos) implements BrokerView {}

    /** Returns the view after the broker or the ledger moved. */
    static BrokerView compare(BrokerView before, Quantity net, Quantity expected, long nowNanos) {
        if (net.equals(expected)) {
            return new Agrees(net);
        }
        Quantity difference = net.minus(expected);
        boolean same = before instanceof Differs d && d.difference().equals(difference);
        long since = same && before instanceof Differs d ? d.sinceNanos() : nowNanos;
        return new Differs(net, difference, since);
    }
}
