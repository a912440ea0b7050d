package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import dev.monger.core.model.Sizing;
import org.jspecify.annotations.Nullable;

/** Raises an alarm when its cause is there and clears it when it is gone; each is a question. */
final class Alarms {

    private Alarms() {}

    static void obey(Turn turn) {
        for (AlarmCode code : AlarmCode.values()) {
            String text = cause(turn, code);
            boolean raised = turn.state().told().alarms().has(code);
            if (text != null && !raised) {
                String full = turn.state().session().ticker() + ": " + text;
                turn.set(
                        turn.state()
                                .told()
                                .withAlarms(turn.state().told().alarms().with(code, full)));
                turn.command(new MongerFact.RaiseAlarm(code, full));
            } else if (text == null && raised) {
                Table<AlarmCode, String> rest = turn.state().told().alarms().without(code);
                turn.set(turn.state().told().withAlarms(rest));
                turn.command(new MongerFact.ClearAlarm(code));
            }
        }
    }

    private static @Nullable String cause(Turn turn, AlarmCode code) {
        MongerState state = turn.state();
        return switch (code) {
            case CONTRACT_REFUSED -> state.told().contractRefusal();
            case STOP_MISSING -> stopMissing(turn);
            case STOP_REJECTED ->
                    StopRefusal.alarming(turn)
                            ? "the broker rejected a stop-loss; what filled is being closed: see"
                                    + " that it gets flat, and why stops are refused"
                            : null;
            case ORDER_UNKNOWN -> orderUnknown(turn);
            case SECOND_INCARNATION -> secondIncarnation(state.book());
            case CLOSE_BLOCKED -> closeBlocked(turn);
            case POSITION_DIFFERS -> positionDiffers(turn);
            case EXECUTIONS_MISSING -> executionsMissing(turn);
            case RECONCILIATION_STUCK ->
                    state.reconciliation().stuck() > 0
                            ? "the broker's lists did not end; asked again: if this stays, restart the"
                                    + " gateway"
                            : null;
            case OPERATOR_INTERVENED ->
                    state.told().intervened()
                            ? "a person touched an order of ours; entries pause: look at the order, then"
                                    + " resume"
                            : null;
            case HALTED -> halted(state.latch());
            case NO_CLOSING_PRICE -> noClosingPrice(turn);
            case RESIDUAL ->
                    state.closing() instanceof Closing.GivenUp && !state.ledger().own().isZero()
                            ? "own share "
                                    + state.ledger().own()
                                    + " is left: flatten again, or by hand"
                            : null;
            case SUPERSEDED ->
                    state.session().superseded()
                            ? "the lease names another session, no entry leaves: end this process if the"
                                    + " other one trades, or have the lease written again"
                            : null;
            case CLOCK_SKEWED -> clockSkewed(state.clock());
            case ABOVE_MAXIMUM -> aboveMaximum(state);
        };
    }

    private static @Nullable String halted(LatchState latch) {
        return switch (latch) {
            case LatchState.Clear _ -> null;
            case LatchState.Halted(String breach, String text) ->
                    text + ": find the cause, then reset " + breach;
        };
    }

    private static @Nullable String clockSkewed(ClockView clock) {
        return clock.skewed() && clock instanceof ClockView.Compared(_, long ahead, _)
                ? "the broker's clock is "
                        + ahead / 1_000_000
                        + " ms ahead of ours, no entry leaves: set this machine's clock, or the"
                        + " gateway's"
                : null;
    }

    /**
     * A price that moves into another tier does not close a position, but it is told. It must come
     * back by one per cent before it is told as over, so that a price at the border does not ring
     * all day.
     */
    private static @Nullable String aboveMaximum(MongerState state) {
        Assignment assignment = state.session().assignment();
        Market.Quote quote = state.market().quote();
        boolean raised = state.told().alarms().has(AlarmCode.ABOVE_MAXIMUM);
        if (assignment == null || state.ledger().own().isZero()) {
            return null;
        }
        if (quote == null || !quote.twoSided()) {
            return raised ? state.told().alarms().get(AlarmCode.ABOVE_MAXIMUM) : null;
        }
        Price middle = quote.middle();
        long border = raised ? middle.units() / 100 : 0;
        Sizing sizing = assignment.sizing();
        Quantity maximum =
                sizing.maximumAt(middle)
                        .min(sizing.maximumAt(new Price(middle.units() + border)))
                        .min(sizing.maximumAt(new Price(middle.units() - border)));
        return state.ledger().own().absolute().compareTo(maximum) > 0
                ? "own share "
                        + state.ledger().own()
                        + " is above "
                        + maximum
                        + ", the maximum at this price; no entry leaves: flatten, or leave it to its"
                        + " exits"
                : null;
    }

    private static @Nullable String stopMissing(Turn turn) {
        Long since = turn.state().told().unprotectedNanos();
        return since != null && turn.passed(since, Timing.UNPROTECTED_NANOS)
                ? "own share "
                        + turn.ledger().own()
                        + " has no working stop-loss: place one, or flatten"
                : null;
    }

    private static @Nullable String orderUnknown(Turn turn) {
        String text = null;
        for (TrackedOrder order : turn.book().live()) {
            if (order.state() instanceof OrderState.Unknown unknown
                    && turn.passed(unknown.sinceNanos(), Timing.UNKNOWN_ALARM_NANOS)) {
                text =
                        "what became of "
                                + order.ticket().ref()
                                + " is not known, nothing opens; own share "
                                + turn.ledger().own()
                                + ": look for it in TWS, and restart the gateway if it does not"
                                + " list orders";
            }
        }
        return text;
    }

    private static @Nullable String secondIncarnation(OrderBook book) {
        for (TrackedOrder order : book.live()) {
            if (order.doubled()) {
                return order.ticket().ref()
                        + " lives twice at the broker, nothing opens: look for it in TWS and cancel"
                        + " one of both by hand, for a stop the one that was not changed last";
            }
        }
        return null;
    }

    private static @Nullable String closeBlocked(Turn turn) {
        if (!turn.state().closing().active()) {
            return null;
        }
        for (TrackedOrder exit : turn.book().liveExits()) {
            if (exit.doubled()) {
                return "own share "
                        + turn.ledger().own()
                        + " cannot be closed while "
                        + exit.ticket().ref()
                        + " lives twice: cancel one of both by hand, or close it by hand";
            }
        }
        return null;
    }

    private static @Nullable String positionDiffers(Turn turn) {
        if (turn.ledger().broker() instanceof BrokerView.Differs differs
                && turn.passed(differs.sinceNanos(), Timing.SETTLE_NANOS)) {
            return "the broker says "
                    + differs.net()
                    + ", "
                    + turn.ledger().shares().expected()
                    + " is explained: acknowledge an adjustment of "
                    + differs.difference();
        }
        return null;
    }

    private static @Nullable String executionsMissing(Turn turn) {
        for (TrackedOrder order : turn.book().orders().values()) {
            if (order.executionsMissing()
                    && turn.passed(order.reportedNanos(), Timing.UNKNOWN_ALARM_NANOS)) {
                return order.ticket().ref()
                        + " is filled by "
                        + order.reportedFilled()
                        + ", executions tell "
                        + order.filled()
                        + ", nothing opens: compare with the trade log of TWS, and acknowledge an"
                        + " adjustment if it never comes";
            }
        }
        return null;
    }

    private static @Nullable String noClosingPrice(Turn turn) {
        Assignment assignment = turn.assignment();
        ContractTerms terms = turn.terms();
        Side side = turn.ledger().exitSide();
        boolean unpriced =
                turn.state().closing() instanceof Closing.Working
                        && assignment != null
                        && terms != null
                        && side != null
                        && Pricing.closing(turn.state().market(), side, assignment, terms) == null;
        return unpriced
                ? "own share "
                        + turn.ledger().own()
                        + " cannot be priced to close: see that live data comes, or close it by hand"
                : null;
    }
}
