package dev.monger.simulator.venue;

/**
 * What an order shows to the exchange: a side, a size and perhaps a limit; stops come here only
 * once triggered.
 *
 * @param key the owner's name for it, unique
 * @param buy true to buy
 * @param limitE8 the worst acceptable price, or {@link #AT_MARKET}
 * @param shares the size still wanted
 */
public record VenueOrder(long key, boolean buy, long limitE8, long shares) {
    /** The limit of an order that takes any price. */
    public static final long AT_MARKET = Long.MAX_VALUE;

    /** Refuses nothing at all to do. */
    public VenueOrder {
        if (shares < 1) {
            throw new IllegalArgumentException("Condition failed: shares >= 1, given " + shares);
        }
    }
}
