package dev.monger.simulator.backend;

/** How long an order lives. */
public enum TimeInForce {
    /** Until the day ends. */
    DAY,
    /** Until it is cancelled. */
    GTC,
    /** Until a given time. */
    GTD,
    /** What does not trade at once is cancelled. */
    IOC,

    /** All of it trades at once or it is cancelled. */
    FOK,

    /** It trades in the next opening auction or is cancelled. */
    OPG
}
