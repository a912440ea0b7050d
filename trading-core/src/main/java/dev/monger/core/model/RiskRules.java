package dev.monger.core.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What stops a monger before anybody else does.
 *
 * @param losses how much may be lost
 * @param maximumDataAge beyond which a quote is no reason to enter, exchange time
 * @param priceCollarMillionths how far from the middle of the quote or the last trade a price of
 *     ours may be
 * @param ordersPerMinute most orders and changes that entries may cause within a minute
 * @param messagesPerFill most orders, changes and cancels of a day for each order that filled; only
 *     entries are refused for it
 */
public record RiskRules(
        Losses losses,
        Duration maximumDataAge,
        int priceCollarMillionths,
        int ordersPerMinute,
        int messagesPerFill) {

    /** Quotes no older than 5 seconds, 3 % of collar, 30 orders in a minute, 20 for each fill. */
    public static final RiskRules DEFAULT =
            new RiskRules(Losses.DEFAULT, Duration.ofSeconds(5), 30_000, 30, 20);

    /**
     * How much may be lost.
     *
     * @param perDay of this ticker; reaching it latches, flattens and refuses entries
     * @param perTrade of one trade; reaching it closes the trade and begins the cool-down; null for
     *     no such limit
     * @param accountPerDay of the whole account as the broker reports it to this monger's own
     *     session; null leaves the account to the portfolio service
     * @param dayBegins when a day's loss begins to count anew
     */
    public record Losses(
            Money perDay,
            @Nullable Money perTrade,
            @Nullable Money accountPerDay,
            DayTime dayBegins) {

        /** 500 in a day, which begins at midnight where the contract is traded. */
        public static final Losses DEFAULT =
                new Losses(Money.of("500"), null, null, DayTime.MIDNIGHT);

        /** Refuses limits that are not above zero. */
        public Losses {
            Bounds.require("risk.maximumLossPerDay", perDay);
            if (perTrade != null) {
                Bounds.require("risk.maximumLossPerTrade", perTrade);
            }
            if (accountPerDay != null) {
                Bounds.require("risk.maximumAccountLossPerDay", accountPerDay);
            }
        }
    }

    /** Refuses limits that would never, or always, hold. */
    public RiskRules {
        Bounds.require("risk.maximumDataAge", maximumDataAge);
        Bounds.require("risk.priceCollar", priceCollarMillionths);
        Bounds.require("risk.ordersPerMinute", ordersPerMinute);
        Bounds.require("risk.messagesPerFill", messagesPerFill);
    }
}
