package dev.monger.core.monger;

/** What an entry needs, each a question that can be answered no; asked in this order. */
public enum EntryGate {
    /** An assignment is there and the broker has confirmed its contract. */
    ASSIGNED,
    /** The broker did not refuse the contract, nor name another one, when it was last asked. */
    CONTRACT_STANDS,
    /** The session's lease is its own. */
    LEASE,
    /** No breach has latched. */
    NOT_HALTED,
    /** The monger is trading: not paused, reduce-only, flattening, flat or stopped. */
    TRADING,
    /** No order of a person works, where the assignment lets those pause us. */
    MANUAL_ORDERS,
    /** Both links to the broker stand. */
    LINKED,
    /** Compared with the broker, all lists complete. */
    RECONCILED,
    /** Assignments, leases, risk and commands were read to their ends. */
    CAUGHT_UP,
    /** The broker's clock and ours are not surely more than a second apart. */
    CLOCK,
    /** A clear permit, younger than five seconds. */
    PERMIT,
    /** No order of ours is UNKNOWN. */
    NOTHING_UNKNOWN,
    /** Every fill the broker counts has been told as an execution. */
    EXECUTIONS_COMPLETE,
    /** The broker's position is the one we expect. */
    POSITION_AGREES,
    /** The own position, if any, has a working stop and is not being closed. */
    PROTECTED,
    /** The prediction's last input is recent. */
    PREDICTION_FRESH,
    /** The confidence is within the direction's band. */
    CONFIDENCE,
    /** A short position is allowed, where one would be opened. */
    SHORT_ALLOWED,
    /** The own position, if any, is on the same side, and no entry works on the other. */
    SAME_SIDE,
    /** The last entry, and the last trade's opening, are long enough ago. */
    SPACING,
    /** The last stop-loss that filled, or trade closed for its loss, is long enough ago. */
    COOL_DOWN,
    /** A live two-sided quote, bid below ask, recent. */
    LIVE_QUOTE,
    /** Trading in the contract is not halted. */
    TRADABLE,
    /** Shares can be found, where a short position would be opened. */
    SHORTABLE,
    /** The hours allow entries. */
    HOURS,
    /** Own position and working entries leave room for one unit, by the tier of the price. */
    SIZE,
    /** The price is within the collar. */
    COLLAR,
    /** The orders of the last minute leave room for one bracket. */
    ORDER_RATE,
    /** The orders, changes and cancels of the day stand in a fair relation to its fills. */
    ORDER_EFFICIENCY
}
