package dev.monger.simulator.backend;

import java.util.List;

/**
 * The price list of a stock order: a rate per share that may fall with the shares the account has
 * traded in the month, at least the minimum for the order as a whole, and at most a part of what it
 * traded, which counts more than the minimum.
 *
 * @param tiers the rates, from the smallest volume up; the first begins at 0
 * @param minimumE8 the least an order costs, units of 1e-8
 * @param mostBasisPoints the most it costs, in hundredths of a percent of its value, 0 for no limit
 */
public record Commission(List<Tier> tiers, long minimumE8, int mostBasisPoints) {

    /** Hundredths of a percent in a whole. */
    private static final long WHOLE = 10_000;

    /**
     * A rate.
     *
     * @param fromShares shares of the month from which on it is charged
     * @param perShareE8 units of 1e-8
     */
    public record Tier(long fromShares, long perShareE8) {}

    /** Refuses a list without a first rate. */
    public Commission {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.getFirst().fromShares() != 0) {
            throw new IllegalArgumentException("Condition failed: the first tier begins at 0");
        }
    }

    /** One rate for everybody, at most one percent of the trade's value. */
    public static Commission flat(long perShareE8, long minimumE8) {
        return new Commission(List.of(new Tier(0, perShareE8)), minimumE8, 100);
    }

    /** What a share costs whose account has traded so many this month. */
    long rateE8(long monthShares) {
        long rate = tiers.getFirst().perShareE8();
        for (Tier tier : tiers) {
            if (monthShares >= tier.fromShares()) {
                rate = tier.perShareE8();
            }
        }
        return rate;
    }

    /**
     * What an order costs in all.
     *
     * @param ratedE8 the sum of shares times rate
     * @param valueE8 the sum of shares times price
     */
    long wholeE8(long ratedE8, long valueE8) {
        return Math.min(mostE8(valueE8), Math.max(minimumE8, ratedE8));
    }

    /** The most an order of a value can cost, {@link Long#MAX_VALUE} without a limit. */
    long mostE8(long valueE8) {
        return mostBasisPoints == 0 ? Long.MAX_VALUE : valueE8 / WHOLE * mostBasisPoints;
    }
}
