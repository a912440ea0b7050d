package dev.monger.core.model;

import org.jspecify.annotations.Nullable;

/**
 * From a profit on, a part of it is not given back.
 *
 * @param activation profit per share, over the average price, at which the lock closes
 * @param floor profit per share that is then kept; null for none, the average price itself
 */
public record ProfitLock(Target activation, @Nullable Target floor) {

    static final String ACTIVATION = "exit.profitLock.activation";
    static final String FLOOR = "exit.profitLock.floor";

    /** Refuses a floor that is not below the activation, or written in the other way. */
    public ProfitLock {
        boolean below =
                switch (activation) {
                    case Target.Absolute high ->
                            floor == null
                                    || (floor instanceof Target.Absolute low
                                            && low.distance().compareTo(high.distance()) < 0);
                    case Target.Fraction high ->
                            floor == null
                                    || (floor instanceof Target.Fraction low
                                            && low.millionths() < high.millionths());
                };
        if (!below && floor != null) {
            throw new FieldRefusedException(
                    FLOOR,
                    TargetText.write(floor),
                    "below the activation, "
                            + TargetText.write(activation)
                            + ", and both amounts or both parts",
                    ACTIVATION);
        }
    }

    /** Returns the price that is locked for a position of this average price. */
    public Price floorOf(Price average, Side entrySide) {
        long distance = floor == null ? 0 : floor.distanceAt(average).units();
        return new Price(average.units() + entrySide.sign() * distance);
    }
}
