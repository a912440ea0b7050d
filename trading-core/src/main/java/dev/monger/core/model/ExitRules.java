package dev.monger.core.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a position is left.
 *
 * @param tradeWindow within which a new position after flat still belongs to the trade before
 * @param maximumHolding after which a trade is closed, exchange time
 * @param takeProfit distance of the take-profit from the entry price
 * @param stopLoss distance of the stop from the entry price
 * @param trailing whether the stop follows the market, natively at the broker
 * @param close how a closing order is priced
 * @param profitLock what of a profit is not given back; null for none
 */
public record ExitRules(
        Duration tradeWindow,
        Duration maximumHolding,
        Target takeProfit,
        Target stopLoss,
        boolean trailing,
        CloseRules close,
        @Nullable ProfitLock profitLock) {

    /** Half an hour, one per cent up, half a per cent down, no profit lock. */
    public static final ExitRules DEFAULT =
            new ExitRules(
                    Duration.ZERO,
                    Duration.ofMinutes(30),
                    new Target.Fraction(10_000),
                    new Target.Fraction(5_000),
                    false,
                    CloseRules.DEFAULT,
                    null);

    /** Refuses durations that cannot be meant. */
    public ExitRules {
        Bounds.require("exit.tradeWindow", tradeWindow);
        Bounds.require("exit.maximumHolding", maximumHolding);
    }
}
