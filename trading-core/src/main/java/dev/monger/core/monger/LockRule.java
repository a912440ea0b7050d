package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.OrderTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * Locks a profit: from the activation on, the native stop-loss is moved to the floor, by a change
 * of the same order, never by a second one. Where the floor is passed before the stop stands there,
 * the position is closed. A stop that a person has moved is left where it is.
 */
final class LockRule {

    private LockRule() {}

    /** Looks whether the present quote arms the lock. */
    static void look(Turn turn) {
        Assignment assignment = turn.assignment();
        Side exitSide = turn.ledger().exitSide();
        Tally tally = turn.ledger().tally();
        LockState.Look look =
                new LockState.Look(
                        exitSide == null ? null : exitSide.opposite(),
                        tally.openedBy(),
                        tally.averagePrice(),
                        exitSide == null ? null : out(turn.state(), exitSide),
                        assignment == null ? null : assignment.exit().profitLock());
        turn.set(turn.state().lock().after(look));
    }

    /** Returns the live price at which a position is closed by a side; null without one. */
    static @Nullable Price out(MongerState state, Side exitSide) {
        Market.Quote quote = state.market().quote();
        if (quote == null || !quote.twoSided()) {
            return null;
        }
        return exitSide == Side.SELL ? quote.bid() : quote.ask();
    }

    private static LockState.@Nullable Armed locked(MongerState state) {
        return state.lock() instanceof LockState.Armed armed
                        && !armed.flat()
                        && !state.ledger().own().isZero()
                ? armed
                : null;
    }

    private static boolean passed(MongerState state, LockState.Armed lock) {
        Price out = out(state, lock.entrySide().opposite());
        return out != null && lock.isReachedBy(out);
    }

    /** Tells whether the floor is passed, and no stop of the broker's is there to hold it. */
    static boolean due(MongerState state) {
        LockState.Armed lock = locked(state);
        if (lock == null || !passed(state, lock)) {
            return false;
        }
        return state.book().liveExits(lock.entrySide().opposite()).stream()
                .filter(exit -> exit.ticket().leg() == Leg.STOP_LOSS)
                .noneMatch(stop -> holds(stop, lock));
    }

    private static boolean holds(TrackedOrder stop, LockState.Armed lock) {
        Price trigger = triggerOf(stop.ticket().terms());
        boolean there = trigger != null && !lock.isBetterThan(trigger);
        boolean underWay = stop.change() instanceof TrackedOrder.Change.Pending;
        return stop.marks().touched()
                || (there
                        && (underWay || ((stop.settled() || stop.doubled()) && stop.effective())));
    }

    private static @Nullable Price triggerOf(OrderTerms terms) {
        return switch (terms) {
            case OrderTerms.Stop stop -> stop.trigger();
            case OrderTerms.Trail trail -> trail.trigger();
            case OrderTerms.Limit _, OrderTerms.Market _, OrderTerms.Other _ -> null;
        };
    }

    /** Moves the stop to the floor. */
    static void tighten(Turn turn) {
        LockState.Armed lock = locked(turn.state());
        boolean may = turn.maySend() && !turn.state().closing().active();
        if (lock == null || !may || passed(turn.state(), lock)) {
            return;
        }
        for (TrackedOrder exit : turn.book().liveExits(lock.entrySide().opposite())) {
            OrderTerms tight = tightened(turn.terms(), lock, exit.ticket().terms());
            boolean asked =
                    tight instanceof OrderTerms.Trail && exit.ticket().ref().equals(lock.trailed());
            if (exit.ticket().leg() == Leg.STOP_LOSS
                    && !tight.equals(exit.ticket().terms())
                    && !asked
                    && !exit.marks().touched()
                    && exit.effective()
                    && Protection.changeable(turn, exit)) {
                turn.modify(exit, exit.ticket().withTerms(tight), "the profit is locked");
                if (tight instanceof OrderTerms.Trail) {
                    turn.set(lock.trailing(exit.ticket().ref()));
                }
            }
        }
    }

    /** Returns a stop as it is to be placed: at the floor, where one is locked and not passed. */
    static OrderTicket atFloor(Turn turn, OrderTicket stop) {
        LockState.Armed lock = locked(turn.state());
        return lock == null || passed(turn.state(), lock)
                ? stop
                : stop.withTerms(tightened(turn.terms(), lock, stop.terms()));
    }

    private static OrderTerms tightened(
            @Nullable ContractTerms terms, LockState.Armed lock, OrderTerms stop) {
        if (terms == null) {
            return stop;
        }
        Price floor =
                lock.entrySide() == Side.BUY
                        ? terms.roundUp(lock.floor())
                        : terms.roundDown(lock.floor());
        return switch (stop) {
            case OrderTerms.Stop(Price trigger) ->
                    better(lock, floor, trigger) ? new OrderTerms.Stop(floor) : stop;
            case OrderTerms.Trail(Price distance, Price trigger) ->
                    better(lock, floor, trigger) ? new OrderTerms.Trail(distance, floor) : stop;
            case OrderTerms.Limit _, OrderTerms.Market _, OrderTerms.Other _ -> stop;
        };
    }

    private static boolean better(LockState.Armed lock, Price floor, Price trigger) {
        return lock.entrySide().sign() * floor.minus(trigger).signum() > 0;
    }
}
