package dev.monger.prediction;

/**
 * A rule over indicators, as the operator writes it.
 *
 * <p>Distances and levels become a confidence from 0.5, where the rule only just says something, to
 * 1, where it could not say it more strongly.
 */
public sealed interface IndicatorRule {

    /** How many bars the answer is meant to hold. */
    int horizonBars();

    /**
     * Up while the fast exponential average of closes is above the slow one, down while it is
     * below.
     *
     * @param fastBars from 1
     * @param slowBars above fastBars
     * @param fullAtMillionths distance of the two, in millionths of the slow one, from which the
     *     confidence is 1
     */
    record EmaCross(int fastBars, int slowBars, int fullAtMillionths, int horizonBars)
            implements IndicatorRule {}

    /**
     * Up while the relative strength index is below the low level, down while it is above the high
     * one.
     *
     * @param bars from 2
     * @param low from 1 to 49
     * @param high from 51 to 99
     */
    record RsiBand(int bars, int low, int high, int horizonBars) implements IndicatorRule {}
}
