package dev.monger.core.monger;

import dev.monger.core.monger.OrderState.End;
import dev.monger.core.monger.OrderState.Ended;
import dev.monger.core.monger.OrderState.Ending;
import dev.monger.core.monger.OrderState.Signal;
import dev.monger.core.monger.OrderState.Submitted;
import dev.monger.core.monger.OrderState.Unknown;
import dev.monger.core.monger.OrderState.Working;

/** The table of what is said about an order and what becomes of it: one row per pair. */
final class OrderTransitions {

    private OrderTransitions() {}

    static OrderState submitted(Submitted state, Signal signal, long now) {
        return switch (signal) {
            case Signal.Alive alive -> new Working(alive.held());
            case Signal.EndTold told -> new Ended(told.end(), now);
            case Signal.EndExpected expected ->
                    new Ending(BrokerOrder.Held.NOT, expected.deadlineNanos());
            case Signal.Doubted _ -> new Unknown(now, 0, now);
            case Signal.Missing _ -> new Unknown(now, 1, now);
            case Signal.NotSent _ -> new Ended(End.ABSENT, now);
        };
    }

    static OrderState working(Working state, Signal signal, long now) {
        return switch (signal) {
            case Signal.Alive alive -> new Working(alive.held());
            case Signal.EndTold told -> new Ended(told.end(), now);
            case Signal.EndExpected expected -> new Ending(state.held(), expected.deadlineNanos());
            case Signal.Doubted _ -> new Unknown(now, 0, now);
            case Signal.Missing _ -> new Unknown(now, 1, now);
            // The broker has shown it: what was not written can only have been a change.
            case Signal.NotSent _ -> state;
        };
    }

    static OrderState ending(Ending state, Signal signal, long now) {
        return switch (signal) {
            // A report from before the cancel arrived; the deadline tells if the cancel was lost.
            case Signal.Alive alive -> new Ending(alive.held(), state.deadlineNanos());
            case Signal.EndTold told -> new Ended(told.end(), now);
            case Signal.EndExpected _ -> state;
            case Signal.Doubted _ -> new Unknown(now, 0, now);
            case Signal.Missing _ -> new Unknown(now, 1, now);
            case Signal.NotSent _ -> new Unknown(now, 0, now);
        };
    }

    static OrderState unknown(Unknown state, Signal signal, long now) {
        return switch (signal) {
            case Signal.Alive alive -> new Working(alive.held());
            case Signal.EndTold told -> new Ended(told.end(), now);
            // A cancel of what is unknown is allowed and proves nothing.
            case Signal.EndExpected _ -> state;
            case Signal.Doubted _ -> new Unknown(state.sinceNanos(), 0, now);
            case Signal.Missing _ -> missedAgain(state, now);
            case Signal.NotSent _ -> new Ended(End.ABSENT, now);
        };
    }

    static OrderState ended(Ended state, Signal signal, long now) {
        return switch (signal) {
            // Either an old report or a second life: the next list tells.
            case Signal.Alive _ -> state.end() == End.FILLED ? state : new Unknown(now, 0, now);
            case Signal.EndTold told ->
                    told.end().compareTo(state.end()) > 0
                            ? new Ended(told.end(), state.atNanos())
                            : state;
            case Signal.EndExpected _ -> state;
            case Signal.Doubted _ -> state;
            case Signal.Missing _ -> state;
            case Signal.NotSent _ -> state;
        };
    }

    private static OrderState missedAgain(Unknown state, long now) {
        if (state.absences() == 0) {
            return new Unknown(state.sinceNanos(), 1, now);
        }
        return now - state.lastAbsenceNanos() >= Timing.PROOF_SPACING_NANOS
                ? new Ended(End.ABSENT, now)
                : state;
    }
}
