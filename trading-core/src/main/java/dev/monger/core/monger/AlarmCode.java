package dev.monger.core.monger;

/** What a monger wakes a person for; one alarm of each at a time. */
public enum AlarmCode {
    /** The broker knows no such contract, or several. */
    CONTRACT_REFUSED,
    /** An own position has no working stop-loss. */
    STOP_MISSING,
    /** The broker rejected a stop-loss. */
    STOP_REJECTED,
    /** What became of an order is not proven in time. */
    ORDER_UNKNOWN,
    /** One order lives twice at the broker. */
    SECOND_INCARNATION,
    /** The position cannot be closed, because one of its exits lives twice. */
    CLOSE_BLOCKED,
    /** The broker's position differs from what executions, hands and adjustments explain. */
    POSITION_DIFFERS,
    /** The broker counts more as filled than it has told executions of. */
    EXECUTIONS_MISSING,
    /** Comparing with the broker does not come to an end. */
    RECONCILIATION_STUCK,
    /** A person changed or cancelled an order of ours. */
    OPERATOR_INTERVENED,
    /** A breach has latched. */
    HALTED,
    /** The position cannot be closed for want of a price. */
    NO_CLOSING_PRICE,
    /** A close ended with something left. */
    RESIDUAL,
    /** The lease is another session's. */
    SUPERSEDED,
    /** The broker's clock and ours are too far apart. */
    CLOCK_SKEWED,
    /** The own position is above the maximum of its price's tier. */
    ABOVE_MAXIMUM
}
