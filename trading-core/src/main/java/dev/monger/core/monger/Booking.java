package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ExecId;
import dev.monger.core.model.Money;
import dev.monger.core.model.OrderRef;
import dev.monger.core.monger.LedgerEntry.Origin;
import dev.monger.core.monger.OrderEvent.CommissionReported;
import org.jspecify.annotations.Nullable;

/** Books executions, each family once, whatever the state of anything else; commissions amend. */
final class Booking {

    private Booking() {}

    /**
     * Books an execution in our contract and account; one of an order of ours is ours, whoever
     * told.
     */
    static void book(Turn turn, Execution execution, Origin told) {
        if (!AccountIntake.concernsUs(turn, execution.conId(), execution.account())) {
            return;
        }
        OrderRef ref = ourRef(turn, execution);
        if (ref == null && told == Origin.OURS) {
            return;
        }
        Origin origin = ref == null ? Origin.MANUAL : Origin.OURS;
        bookOnce(turn, LedgerEntry.of(execution, origin, ref, hands(turn, execution)), execution);
    }

    /** A correction of what a person did means for our share what the first report meant. */
    private static LedgerEntry.Hands hands(Turn turn, Execution execution) {
        LedgerEntry before = turn.ledger().entries().get(execution.family());
        Assignment assignment = turn.assignment();
        if (before != null || assignment == null) {
            return before == null ? LedgerEntry.Hands.OBSERVED : before.hands();
        }
        return LedgerEntry.Hands.by(assignment.hands(), assignment.sizing(), execution.price());
    }

    /** Books what compacted topics kept of our own executions. */
    static void restore(Turn turn, Execution execution) {
        if (!turn.ledger().entries().has(execution.family())) {
            LedgerEntry entry =
                    LedgerEntry.of(
                            execution, Origin.OURS, execution.ref(), LedgerEntry.Hands.OBSERVED);
            turn.set(turn.ledger().booked(entry, turn.now()));
        }
    }

    private static @Nullable OrderRef ourRef(Turn turn, Execution execution) {
        if (OrderNames.ours(turn.state().session().ticker(), execution.ref())) {
            return execution.ref();
        }
        TrackedOrder order = turn.book().find(execution.permId(), null);
        return order == null ? null : order.ticket().ref();
    }

    private static void bookOnce(Turn turn, LedgerEntry entry, Execution execution) {
        LedgerEntry before = turn.ledger().entries().get(entry.family());
        boolean sameRevisionOrOlder = before != null && entry.revision() <= before.revision();
        boolean becomesOurs =
                before != null && before.origin() == Origin.MANUAL && entry.origin() == Origin.OURS;
        if (sameRevisionOrOlder && !becomesOurs) {
            return;
        }
        turn.set(turn.ledger().booked(entry, turn.now()));
        ExecId replaces = before == null ? null : before.execId();
        turn.command(new MongerFact.FillBooked(execution, replaces, entry.origin() == Origin.OURS));
        tellCommission(turn, entry.family());
        if (entry.ref() != null) {
            fillOrder(turn, entry.ref(), execution);
        }
    }

    private static void fillOrder(Turn turn, OrderRef ref, Execution execution) {
        TrackedOrder order = turn.book().orders().get(ref);
        if (order == null) {
            return;
        }
        TrackedOrder filled = order.withFilled(turn.ledger().filledOf(ref));
        if (filled.permId() == null && execution.permId() != null) {
            filled = filled.withPermId(execution.permId());
        }
        if (filled.live() && !filled.doubled() && filled.remaining().isZero()) {
            // A status may never come for a quick fill: executions alone tell that it is whole.
            filled = filled.after(new OrderState.Signal.EndTold(OrderState.End.FILLED), turn.now());
        }
        turn.put(order, filled, "execution " + execution.execId());
        if (coolsDown(turn, order)) {
            turn.set(turn.book().coolingSince(execution.exchangeNanos()));
        }
    }

    /** After a stop-loss, and after what closes a trade for its loss, entries wait. */
    private static boolean coolsDown(Turn turn, TrackedOrder order) {
        boolean forLoss =
                turn.state().closing() instanceof Closing.Working working
                        && working.cause() == Closing.Cause.LOSS;
        return order.ticket().leg() == Leg.STOP_LOSS || (forLoss && order.ticket().leg().exits());
    }

    /** Takes in a commission, before or after its execution; the highest revision stands. */
    static void commission(Turn turn, CommissionReported event) {
        Money amount = event.commission();
        if (amount == null) {
            return;
        }
        String family = Execution.familyOf(event.execId());
        long revision = Execution.revisionOf(event.execId());
        Ledger.Commission before = turn.ledger().commissions().get(family);
        if (before != null
                && (revision < before.revision()
                        || (revision == before.revision() && amount.equals(before.amount())))) {
            return;
        }
        turn.set(
                turn.ledger()
                        .withCommission(
                                family,
                                new Ledger.Commission(
                                        event.execId(),
                                        revision,
                                        amount,
                                        event.realized(),
                                        false)));
        tellCommission(turn, family);
    }

    private static void tellCommission(Turn turn, String family) {
        Ledger.Commission commission = turn.ledger().commissions().get(family);
        LedgerEntry entry = turn.ledger().entries().get(family);
        if (commission == null || commission.told() || entry == null) {
            return;
        }
        turn.command(
                new MongerFact.CommissionBooked(
                        commission.execId(), commission.amount(), commission.brokerRealized()));
        turn.set(turn.ledger().withCommission(family, commission.asTold()));
    }
}
