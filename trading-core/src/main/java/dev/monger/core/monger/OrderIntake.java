package dev.monger.core.monger;

import dev.monger.core.model.Lifetime;
import dev.monger.core.model.OrderRef;
import dev.monger.core.monger.OrderState.End;
import dev.monger.core.monger.OrderState.Signal;
import org.jspecify.annotations.Nullable;

/** Takes in what the broker says of orders and executions. */
final class OrderIntake {

    private OrderIntake() {}

    static void take(Turn turn, OrderEvent event) {
        switch (event) {
            case OrderEvent.OrderSent _ -> {
                // The session maps references to order ids; here they are never a key.
            }
            case OrderEvent.OrderNotSent notSent ->
                    signal(turn, notSent.ref(), new Signal.NotSent(), notSent.reason());
            case OrderEvent.OrderReported reported -> reported(turn, reported.order(), false);
            case OrderEvent.CompletedOrderReported completed ->
                    reported(turn, completed.order(), true);
            case OrderEvent.OrderStatusReported status -> status(turn, status);
            case OrderEvent.ExecutionReported executed ->
                    Booking.book(turn, executed.execution(), LedgerEntry.Origin.OURS);
            case OrderEvent.CommissionReported commission -> Booking.commission(turn, commission);
            case OrderEvent.OrderErrorReported error -> ErrorIntake.take(turn, error);
        }
    }

    private static void signal(Turn turn, OrderRef ref, Signal signal, String text) {
        TrackedOrder order = turn.book().orders().get(ref);
        if (order != null) {
            turn.put(order, order.after(signal, turn.now()), text);
        }
    }

    private static void reported(Turn turn, BrokerOrder told, boolean completed) {
        BrokerOrder.Identity id = told.identity();
        TrackedOrder known = turn.book().find(id.permId(), id.ref());
        TrackedOrder order = known == null ? Adoption.adopted(turn, told) : known;
        if (order == null) {
            return;
        }
        boolean ended = completed || told.status().ended();
        Incarnations.Life life =
                new Incarnations.Life(
                        id.permId(), !ended, id.orderId(), told.total().minus(told.filled()));
        Incarnations.Heard heard = Incarnations.heard(order, life, turn.now());
        if (!ended) {
            ListingIntake.seen(turn, order.ticket().ref());
        }
        order = heard.order();
        if (!heard.main()) {
            turn.put(known, order, "lives twice at the broker");
            return;
        }
        if (!ended) {
            order = Interventions.compared(turn, order, told);
        }
        order = order.withReported(told.filled(), turn.now());
        BrokerOrder.Status status =
                completed && !told.status().ended() ? BrokerOrder.Status.CANCELLED : told.status();
        statusTold(turn, known, order, status, told.held());
    }

    private static void status(Turn turn, OrderEvent.OrderStatusReported told) {
        TrackedOrder known = turn.book().find(told.permId(), told.ref());
        if (known == null) {
            return;
        }
        Incarnations.Life life =
                new Incarnations.Life(told.permId(), !told.status().ended(), 0, told.remaining());
        Incarnations.Heard heard = Incarnations.heard(known, life, turn.now());
        if (!heard.main()) {
            turn.put(known, heard.order(), "lives twice at the broker");
            return;
        }
        TrackedOrder order = heard.order().withReported(told.filled(), turn.now());
        statusTold(turn, known, order, told.status(), told.held());
    }

    private static void statusTold(
            Turn turn,
            @Nullable TrackedOrder known,
            TrackedOrder order,
            BrokerOrder.Status status,
            BrokerOrder.Held held) {
        boolean inactive = status == BrokerOrder.Status.INACTIVE && held != BrokerOrder.Held.LOCATE;
        TrackedOrder marked =
                order.inactive(inactive || (order.marks().inactive() && !order.live()));
        TrackedOrder after = marked.after(signalOf(turn, marked, status, held), turn.now());
        turn.put(known, after, "broker says " + status);
        StopRefusal.ended(turn, order, after);
        Interventions.afterEnd(turn, order, after);
    }

    private static Signal signalOf(
            Turn turn, TrackedOrder order, BrokerOrder.Status status, BrokerOrder.Held held) {
        boolean refused = order.marks().refused() && order.filled().isZero();
        return switch (status) {
            case PENDING_SUBMIT, PRE_SUBMITTED, SUBMITTED, UNKNOWN -> new Signal.Alive(held);
            case PENDING_CANCEL -> new Signal.EndExpected(turn.now() + Timing.CANCEL_NANOS);
            case CANCELLED -> new Signal.EndTold(refused ? End.REFUSED : End.CANCELLED);
            case FILLED -> new Signal.EndTold(End.FILLED);
            case INACTIVE -> {
                if (held == BrokerOrder.Held.LOCATE) {
                    yield new Signal.Alive(held);
                }
                yield refused ? new Signal.EndTold(End.REFUSED) : new Signal.Doubted();
            }
        };
    }

    /** Tells whether an entry's own time has come to an end, a second of skew allowed. */
    static boolean expired(Turn turn, OrderTicket ticket) {
        return ticket.lifetime() instanceof Lifetime.GoodTillDate(long nanos)
                && turn.at.exchangeNanos() >= nanos - 1_000_000_000L;
    }
}
