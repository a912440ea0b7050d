package dev.monger.fleet.world;

/** Moments of a monger's life at which a death hurts most. */
public enum Stage {
    /** Whatever it does. */
    ANY,
    /** An order was given to the session and nothing is heard of it yet. */
    SUBMITTING,
    /** An execution of its own was just booked. */
    FILLED,
    /** The position is being closed. */
    CLOSING,
    /** An order is UNKNOWN. */
    UNKNOWN
}
