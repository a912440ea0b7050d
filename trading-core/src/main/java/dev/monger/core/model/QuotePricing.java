package dev.monger.core.model;

/** Where in the quote a limit of ours stands. */
public enum QuotePricing {
    /** At the own side of the quote: a purchase at the bid. */
    JOIN,
    /** In the middle. */
    MID,
    /** At the other side of the quote: a purchase at the ask. */
    CROSS
}
