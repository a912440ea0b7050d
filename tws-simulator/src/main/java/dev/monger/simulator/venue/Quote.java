package dev.monger.simulator.venue;

/**
 * The top of book.
 *
 * @param bidE8 best bid, units of 1e-8, 0 when there is none
 * @param bidShares shares displayed at the bid
 * @param askE8 best ask, units of 1e-8, 0 when there is none
 * @param askShares shares displayed at the ask
 */
public record Quote(long bidE8, long bidShares, long askE8, long askShares) {

    /** No bid and no ask. */
    public static final Quote NONE = new Quote(0, 0, 0, 0);

    /** Whether somebody bids. */
    public boolean hasBid() {
        return bidE8 > 0 && bidShares > 0;
    }

    /** Whether somebody offers. */
    public boolean hasAsk() {
        return askE8 > 0 && askShares > 0;
    }

    /**
     * The middle of bid and ask, rounded down; the side there is when one is missing; 0 when both
     * are.
     */
    public long midE8() {
        if (hasBid() && hasAsk()) {
            return (bidE8 + askE8) / 2;
        }
        return hasBid() ? bidE8 : askE8;
    }
}
