package dev.monger.simulator.fault;

/** When what waited for the link between TWS and the broker has its turn, first to last. */
public enum Turn {
    /** What the broker told of orders and executions, in the order it happened. */
    ORDERS,

    /** Positions and cash as they are by then. */
    POSITIONS,

    /** What clients asked for and ordered meanwhile. */
    REQUESTS,

    /** Subscriptions that go on: market data, bars, account values, P&amp;L. */
    STREAMS
}
