package dev.monger.core.portfolio;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the guard of one account is told to enforce.
 *
 * @param account the account; what belongs to another is ignored
 * @param dailyLossLimit the loss of a day, above zero, at which everything halts and flattens; null
 *     for none
 * @param highestMongerClientId client ids from 1 to this one belong to the fleet
 * @param sessionEpoch the number of the guard's own session, part of the name of a breach
 * @param pace how often and how patiently
 */
public record PortfolioPolicy(
        AccountId account,
        @Nullable Money dailyLossLimit,
        int highestMongerClientId,
        long sessionEpoch,
        Pace pace) {

    /** Refuses a limit that protects nothing. */
    public PortfolioPolicy {
        if (dailyLossLimit != null && dailyLossLimit.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Condition failed: a daily loss limit above zero, not " + dailyLossLimit);
        }
        if (highestMongerClientId < 1) {
            throw new IllegalArgumentException(
                    "Condition failed: a highest client id of 1 or above, not "
                            + highestMongerClientId);
        }
    }

    /**
     * How often and how patiently, by the monotonic clock.
     *
     * @param beatNanos between two heartbeats of the permit
     * @param pollNanos between two enumerations of orders and executions
     * @param answerNanos how long an enumeration may take to end
     * @param pnlAgeNanos how old the account's P&L may be
     * @param graceNanos how long an order of ours may differ from what its monger wants before a
     *     person is taken for the cause
     */
    public record Pace(
            long beatNanos, long pollNanos, long answerNanos, long pnlAgeNanos, long graceNanos) {

        /** A beat and a poll as the trading rules ask for them. */
        public static final Pace DEFAULT =
                new Pace(
                        1_000_000_000L,
                        3_000_000_000L,
                        10_000_000_000L,
                        15_000_000_000L,
                        5_000_000_000L);

        /** Refuses a pace that never beats. */
        public Pace {
            if (beatNanos <= 0
                    || pollNanos <= 0
                    || answerNanos <= 0
                    || pnlAgeNanos <= 0
                    || graceNanos <= 0) {
                throw new IllegalArgumentException("Condition failed: durations above zero");
            }
        }
    }
}
