package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.Instants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step in the making: the state so far and the commands so far. It never leaves the step. */
final class Turn {

    final Instants at;
    private final List<MongerCommand> commands = new ArrayList<>();
    private MongerState state;
    private long wakeExchangeNanos = Long.MAX_VALUE;
    private long wakeMonotonicNanos = Long.MAX_VALUE;

    Turn(MongerState state, Instants at) {
        this.state = state;
        this.at = at;
    }

    MongerState state() {
        return state;
    }

    OrderBook book() {
        return state.book();
    }

    Ledger ledger() {
        return state.ledger();
    }

    @Nullable Assignment assignment() {
        return state.session().assignment();
    }

    @Nullable ContractTerms terms() {
        return state.session().terms();
    }

    long now() {
        return at.monotonicNanos();
    }

    /**
     * Orders may be sent: both links stand, the broker was compared with, and we know the contract.
     */
    boolean maySend() {
        return state.link().healthy()
                && state.reconciliation().reconciled()
                && terms() != null
                && assignment() != null;
    }

    void set(Session value) {
        state = state.with(value);
    }

    void set(LinkState value) {
        state = state.with(value);
    }

    void set(Market value) {
        state = state.with(value);
    }

    void set(OrderBook value) {
        state = state.with(value);
    }

    void set(Ledger value) {
        state = state.with(value);
    }

    void set(Reconciliation value) {
        state = state.with(value);
    }

    void set(Conduct value) {
        state = state.with(value);
    }

    void set(Closing value) {
        state = state.with(value);
    }

    void set(LockState value) {
        state = state.with(value);
    }

    void set(ClockView value) {
        state = state.with(value);
    }

    void set(LatchState value) {
        state = state.with(value);
    }

    void set(Told value) {
        state = state.with(value);
    }

    void command(MongerCommand command) {
        commands.add(command);
    }

    void wakeAtMonotonic(long nanos) {
        wakeMonotonicNanos = Math.min(wakeMonotonicNanos, nanos);
    }

    void wakeAtExchange(long nanos) {
        wakeExchangeNanos = Math.min(wakeExchangeNanos, nanos);
    }

    /**
     * Tells whether so much time has passed since a moment; if not, asks to be woken when it has.
     */
    boolean passed(long sinceNanos, long lengthNanos) {
        if (now() - sinceNanos >= lengthNanos) {
            return true;
        }
        wakeAtMonotonic(sinceNanos + lengthNanos);
        return false;
    }

    /** Tells whether a monotonic deadline is reached; if not, asks to be woken when it is. */
    boolean reached(long deadlineNanos) {
        if (now() >= deadlineNanos) {
            return true;
        }
        wakeAtMonotonic(deadlineNanos);
        return false;
    }

    /** Puts an order into the book and tells what is new of it. */
    void put(@Nullable TrackedOrder before, TrackedOrder after, String text) {
        if (after.equals(before)) {
            return;
        }
        set(book().with(after));
        if (before == null || !shown(before).equals(shown(after))) {
            command(
                    new MongerFact.OrderChanged(
                            after.ticket(),
                            after.permId(),
                            nameOf(after.state()),
                            after.filled(),
                            text));
        }
    }

    private static List<Object> shown(TrackedOrder order) {
        Object permId = order.permId() == null ? "" : order.permId();
        return List.of(order.ticket(), permId, nameOf(order.state()), order.filled());
    }

    /** Returns the name under which an order's state is told. */
    static String nameOf(OrderState state) {
        return switch (state) {
            case OrderState.Submitted _ -> "Submitted";
            case OrderState.Working _ -> "Working";
            case OrderState.Ending _ -> "Ending";
            case OrderState.Unknown _ -> "Unknown";
            case OrderState.Ended ended ->
                    switch (ended.end()) {
                        case ABSENT -> "Absent";
                        case CANCELLED -> "Cancelled";
                        case REFUSED -> "Refused";
                        case FILLED -> "Filled";
                    };
        };
    }

    void submit(List<OrderTicket> tickets, String text) {
        command(new MongerCommand.SubmitOrders(tickets));
        for (OrderTicket ticket : tickets) {
            counted();
            put(null, TrackedOrder.submitted(ticket, now()), text);
        }
    }

    void modify(TrackedOrder order, OrderTicket ticket, String text) {
        command(new MongerCommand.ModifyOrder(ticket));
        counted();
        TrackedOrder.Change change =
                new TrackedOrder.Change.Pending(order.ticket(), now() + Timing.CHANGE_NANOS);
        put(order, order.withTicket(ticket).withChange(change), text);
    }

    /** Cancels once; while the answer is awaited nothing is sent again. */
    void cancel(TrackedOrder order, String text) {
        boolean asked = order.state() instanceof OrderState.Ending && order.marks().cancelAsked();
        if (!order.live() || asked || (order.unknown() && order.marks().cancelAsked())) {
            return;
        }
        command(new MongerCommand.CancelOrder(order.ticket().ref()));
        counted();
        OrderState.Signal signal = new OrderState.Signal.EndExpected(now() + Timing.CANCEL_NANOS);
        put(order, order.cancelAsked(true).after(signal, now()), text);
    }

    private void counted() {
        set(book().sent(ledger().dayStartNanos()));
    }

    Step finished() {
        MongerCommand.WakeAt wake = new MongerCommand.WakeAt(wakeExchangeNanos, wakeMonotonicNanos);
        if (!wake.equals(state.told().wake())) {
            set(state.told().withWake(wake));
            command(wake);
        }
        return new Step(state, commands);
    }
}
