package dev.monger.core.monger;

import dev.monger.core.model.OrderRef;
import dev.monger.core.model.Price;
import dev.monger.core.model.ProfitLock;
import dev.monger.core.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * What of a profit is locked. Once a lock is armed it stays so within its trade, and its floor
 * never moves: it is a function of what was told, so that a restart finds it again, and no order in
 * which quotes and fills arrive can undo it.
 */
public sealed interface LockState {

    /** Nothing is locked. */
    record Unarmed() implements LockState {}

    /**
     * A floor is locked.
     *
     * @param entrySide the side by which the position was entered
     * @param openedBy what opened the position, by which its trade is known again
     * @param floor the price that is not given back
     * @param flat whether the position was last seen to be gone; a correction may bring it back
     * @param trailed a trailing stop that was already asked to stand at the floor; null for none
     */
    record Armed(
            Side entrySide, String openedBy, Price floor, boolean flat, @Nullable OrderRef trailed)
            implements LockState {

        /** Returns the better of the floor and another price, for the position. */
        boolean isBetterThan(Price price) {
            return entrySide.sign() * floor.minus(price).signum() > 0;
        }

        /** Tells whether a price at which the position could be closed is at the floor, or past. */
        boolean isReachedBy(Price out) {
            return entrySide.sign() * floor.minus(out).signum() >= 0;
        }

        Armed trailing(OrderRef ref) {
            return new Armed(entrySide, openedBy, floor, flat, ref);
        }

        private Armed gone() {
            return new Armed(entrySide, openedBy, floor, true, trailed);
        }

        private Armed stillOf(String opener) {
            return new Armed(entrySide, opener, floor, false, trailed);
        }
    }

    /**
     * The present position, and what it could be closed at.
     *
     * @param entrySide null when there is none
     * @param out the price at which it could be closed; null without a live quote
     * @param rule null when nothing is to be locked
     */
    record Look(
            @Nullable Side entrySide,
            String openedBy,
            Price average,
            @Nullable Price out,
            @Nullable ProfitLock rule) {

        private boolean profitable() {
            if (entrySide == null || out == null || rule == null) {
                return false;
            }
            long profit = entrySide.sign() * (out.units() - average.units());
            return profit >= rule.activation().distanceAt(average).units();
        }
    }

    /** Returns the lock after a look at the position. */
    default LockState after(Look look) {
        return switch (this) {
            case Unarmed _ -> armed(look);
            case Armed armed -> {
                if (look.entrySide() == null) {
                    yield armed.gone();
                }
                boolean same =
                        look.entrySide() == armed.entrySide()
                                && (!armed.flat() || look.openedBy().equals(armed.openedBy()));
                yield same ? armed.stillOf(look.openedBy()) : armed(look);
            }
        };
    }

    private static LockState armed(Look look) {
        Side side = look.entrySide();
        ProfitLock rule = look.rule();
        if (side == null || rule == null || !look.profitable()) {
            return new Unarmed();
        }
        return new Armed(side, look.openedBy(), rule.floorOf(look.average(), side), false, null);
    }
}
