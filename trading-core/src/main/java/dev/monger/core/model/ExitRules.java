package dev.monger.core.model;

import java.time.Duration;

/**
 * How a position is left.
 *
 * @param maximumHolding after which an own position is closed, exchange time
 * @param takeProfit distance of the take-profit from the entry price
 * @param stopLoss distance of the stop from the entry price
 * @param trailing whether the stop follows the market, natively at the broker
 * @param closeReprice how often a closing order that has not filled is re-priced
 * @param closeTicks price increments by which a closing limit goes through the quote
 */
public record ExitRules(
        Duration maximumHolding,
        Target takeProfit,
        Target stopLoss,
        boolean trailing,
        Duration closeReprice,
        int closeTicks) {

    /** Half an hour, one per cent up, half a per cent down, re-priced every three seconds. */
    public static final ExitRules DEFAULT =
            new ExitRules(
                    Duration.ofMinutes(30),
                    new Target.Fraction(10_000),
                    new Target.Fraction(5_000),
                    false,
                    Duration.ofSeconds(3),
                    2);

    /** Refuses durations and ticks that cannot be meant. */
    public ExitRules {
        Bounds.positive("exit.maximumHolding", maximumHolding);
        Bounds.positive("exit.closeReprice", closeReprice);
        Bounds.within("exit.closeTicks", closeTicks, 0, 1000);
        if (closeReprice.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "Condition failed: exit.closeReprice must be at least 1 second, not "
                            + closeReprice);
        }
    }
}
