package dev.monger.core.monger;

import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.FixedPoint;
import dev.monger.core.model.Money;
import dev.monger.core.monger.MongerFact.Phase;
import org.jspecify.annotations.Nullable;

/** Tells what has changed: position, status, alarms. */
final class Telling {

    private Telling() {}

    static void obey(Turn turn) {
        position(turn);
        protection(turn);
        status(turn);
        Alarms.obey(turn);
    }

    private static void position(Turn turn) {
        Ledger ledger = turn.ledger();
        if (ledger.baseline() == null && ledger.entries().size() == 0) {
            return;
        }
        MongerFact.PositionChanged now =
                new MongerFact.PositionChanged(
                        ledger.shares(),
                        ledger.net(),
                        ledger.tally().averagePrice(),
                        multiplied(turn.terms(), ledger.tally().realized()),
                        ledger.commissionsSince(Long.MIN_VALUE));
        if (!now.equals(turn.state().told().position())) {
            turn.set(turn.state().told().withPosition(now));
            turn.command(now);
        }
    }

    private static Money multiplied(@Nullable ContractTerms terms, Money amount) {
        return terms == null
                ? amount
                : new Money(FixedPoint.multiply(amount.units(), terms.multiplier().units()));
    }

    private static void protection(Turn turn) {
        boolean covered = Protection.covered(turn.state(), turn.now());
        Long since = turn.state().told().unprotectedNanos();
        if (covered && since != null) {
            turn.set(turn.state().told().withUnprotected(null));
        } else if (!covered && since == null) {
            turn.set(turn.state().told().withUnprotected(turn.now()));
        }
    }

    private static void status(Turn turn) {
        MongerState state = turn.state();
        String breach = state.latch() instanceof LatchState.Halted h ? h.breach() : null;
        int unknown = 0;
        for (TrackedOrder order : state.book().orders().values()) {
            unknown += order.unknown() ? 1 : 0;
        }
        MongerFact.StatusChanged now =
                new MongerFact.StatusChanged(
                        phaseOf(state),
                        breach,
                        state.link().open(),
                        state.link().healthy(),
                        state.reconciliation().reconciled(),
                        unknown,
                        Protection.covered(state, turn.now()));
        if (!now.equals(state.told().status())) {
            turn.set(state.told().withStatus(now));
            turn.command(now);
        }
    }

    /** Returns where a monger stands, seen from outside. */
    static Phase phaseOf(MongerState state) {
        LifeCycle lifeCycle = state.conduct().lifeCycle();
        if (lifeCycle instanceof LifeCycle.Stopped) {
            return Phase.STOPPED;
        }
        if (lifeCycle.closes() || lifeCycle instanceof LifeCycle.Stopping) {
            return Phase.FLATTENING;
        }
        if (state.session().assignment() == null) {
            return Phase.STARTING;
        }
        if (!state.link().healthy() || state.session().terms() == null) {
            return Phase.CONNECTING;
        }
        return state.reconciliation().reconciled() ? restingPhase(lifeCycle) : Phase.RECONCILING;
    }

    private static Phase restingPhase(LifeCycle lifeCycle) {
        return switch (lifeCycle) {
            case LifeCycle.Trading _ -> Phase.TRADING;
            case LifeCycle.Paused _, LifeCycle.Leaving _ -> Phase.PAUSED;
            case LifeCycle.ReduceOnly _ -> Phase.REDUCE_ONLY;
            case LifeCycle.Flat _ -> Phase.FLAT;
            case LifeCycle.Flattening _, LifeCycle.Stopping _ -> Phase.FLATTENING;
            case LifeCycle.Stopped _ -> Phase.STOPPED;
        };
    }
}
