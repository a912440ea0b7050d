package dev.monger.simulator.venue;

/**
 * What a generated market does besides walking.
 *
 * @param haltsPerThousandDays how often an instrument is halted for volatility, in a thousand
 *     regular days; a halt lasts five minutes and ends with a jump
 * @param gapBasisPoints standard deviation of the jump between two trading days, in hundredths of a
 *     percent
 * @param meanStepMillis between two quotes of an instrument, on the average; its price moves as far
 *     in a step as in any other
 */
public record MarketHabits(int haltsPerThousandDays, int gapBasisPoints, int meanStepMillis) {

    /** How long a step takes usually. */
    static final int USUAL_STEP_MILLIS = 400;

    /** Refuses what cannot be. */
    public MarketHabits {
        if (haltsPerThousandDays < 0 || haltsPerThousandDays > 90_000 || gapBasisPoints < 0) {
            throw new IllegalArgumentException(
                    "Condition failed: halts from 0 to 90000 in a thousand days and gaps not below zero");
        }
        if (meanStepMillis < 1) {
            throw new IllegalArgumentException(
                    "Condition failed: a step of at least a millisecond, not " + meanStepMillis);
        }
    }

    /** A halt in fifty days, gaps of half a percent, five quotes in two seconds. */
    public static MarketHabits usual() {
        return new MarketHabits(20, 50, USUAL_STEP_MILLIS);
    }
}
