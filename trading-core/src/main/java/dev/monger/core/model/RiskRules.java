package dev.monger.core.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What stops a monger before anybody else does.
 *
 * @param maximumLossPerDay of this ticker; reaching it latches, flattens and refuses entries
 * @param maximumAccountLossPerDay of the whole account as the broker reports it to this monger's
 *     own session; null leaves the account to the portfolio service
 * @param maximumDataAge beyond which a quote is no reason to enter, exchange time
 * @param priceCollarMillionths how far from the middle of the quote or the last trade a price of
 *     ours may be
 * @param ordersPerMinute most orders and changes that entries may cause within a minute
 */
public record RiskRules(
        Money maximumLossPerDay,
        @Nullable Money maximumAccountLossPerDay,
        Duration maximumDataAge,
        int priceCollarMillionths,
        int ordersPerMinute) {

    /** A loss of 500, quotes no older than 5 seconds, 3 % of collar, 30 orders in a minute. */
    public static final RiskRules DEFAULT =
            new RiskRules(Money.of("500"), null, Duration.ofSeconds(5), 30_000, 30);

    /** Refuses limits that would never, or always, hold. */
    public RiskRules {
        if (maximumLossPerDay.signum() <= 0
                || (maximumAccountLossPerDay != null && maximumAccountLossPerDay.signum() <= 0)) {
            throw new IllegalArgumentException(
                    "Condition failed: a maximum loss per day above zero, without a sign");
        }
        Bounds.positive("risk.maximumDataAge", maximumDataAge);
        Bounds.within("risk.priceCollarMillionths", priceCollarMillionths, 100, 500_000);
        Bounds.within("risk.ordersPerMinute", ordersPerMinute, 3, 1000);
    }
}
