package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.Side;
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
                Table<AlarmCode, String> rest = Table.empty();
                for (AlarmCode other : turn.state().told().alarms().keys()) {
                    String kept = turn.state().told().alarms().get(other);
                    if (other != code && kept != null) {
                        rest = rest.with(other, kept);
                    }
                }
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
                    state.book().stopRefused()
                            ? "the broker rejected a stop-loss; what filled is being closed"
                            : null;
            case ORDER_UNKNOWN -> orderUnknown(turn);
            case SECOND_INCARNATION -> secondIncarnation(state.book());
            case POSITION_DIFFERS -> positionDiffers(turn);
            case EXECUTIONS_MISSING -> executionsMissing(turn);
            case RECONCILIATION_STUCK ->
                    state.reconciliation().stuck() > 0
                            ? "the broker's lists did not end; asked again"
                            : null;
            case OPERATOR_INTERVENED ->
                    state.told().intervened()
                            ? "a person touched an order of ours; entries pause until resumed"
                            : null;
            case HALTED -> state.latch() instanceof LatchState.Halted h ? h.text() : null;
            case NO_CLOSING_PRICE -> noClosingPrice(turn);
            case RESIDUAL ->
                    state.closing() instanceof Closing.GivenUp && !state.ledger().own().isZero()
                            ? "own share "
                                    + state.ledger().own()
                                    + " is left: flatten again, or by hand"
                            : null;
            case SUPERSEDED ->
                    state.session().superseded() ? "the lease names another session" : null;
        };
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
                                + " is not known; own share "
                                + turn.ledger().own();
            }
        }
        return text;
    }

    private static @Nullable String secondIncarnation(OrderBook book) {
        for (TrackedOrder order : book.live()) {
            if (order.marks().doubled()) {
                return order.ticket().ref() + " lives twice at the broker: cancel one by hand";
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
                        + order.filled();
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
        return unpriced ? "own share " + turn.ledger().own() + " cannot be priced to close" : null;
    }
}
