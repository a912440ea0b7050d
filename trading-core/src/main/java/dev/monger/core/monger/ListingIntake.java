package dev.monger.core.monger;

import dev.monger.core.model.OrderRef;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.Reconciliation.Kind;
import dev.monger.core.monger.Reconciliation.State;
import java.util.ArrayList;
import java.util.List;

/** Takes in the ends of lists; with the last of the four the comparison is made. */
final class ListingIntake {

    private ListingIntake() {}

    static void take(Turn turn, ListingEvent event) {
        Reconciliation reconciliation = turn.state().reconciliation();
        if (!(reconciliation.state() instanceof State.Running running)
                || running.round() != event.round()) {
            return;
        }
        if (event.listing() == ListingEvent.Listing.UNKNOWN) {
            turn.set(reconciliation.failed(turn.now()));
            return;
        }
        List<Kind> ended = new ArrayList<>(running.ended());
        Kind kind = kindOf(event);
        if (!ended.contains(kind)) {
            ended.add(kind);
        }
        State.Running next =
                new State.Running(
                        running.round(),
                        running.sinceNanos(),
                        ended,
                        running.seen(),
                        running.positionTold());
        turn.set(reconciliation.in(next));
        if (ended.size() == Kind.values().length) {
            compare(turn, next);
        }
    }

    private static Kind kindOf(ListingEvent event) {
        return switch (event) {
            case ListingEvent.OpenOrdersListed _ -> Kind.OPEN_ORDERS;
            case ListingEvent.ExecutionsListed _ -> Kind.EXECUTIONS;
            case ListingEvent.CompletedOrdersListed _ -> Kind.COMPLETED_ORDERS;
            case ListingEvent.PositionsListed _ -> Kind.POSITIONS;
        };
    }

    /** Remembers that an order was told as living while lists were being told. */
    static void seen(Turn turn, OrderRef ref) {
        if (turn.state().reconciliation().state() instanceof State.Running r
                && !r.seen().contains(ref)) {
            List<OrderRef> seen = new ArrayList<>(r.seen());
            seen.add(ref);
            turn.set(
                    turn.state()
                            .reconciliation()
                            .in(
                                    new State.Running(
                                            r.round(),
                                            r.sinceNanos(),
                                            r.ended(),
                                            seen,
                                            r.positionTold())));
        }
    }

    /** Remembers that our contract was on the list of positions. */
    static void positionTold(Turn turn) {
        if (turn.state().reconciliation().state() instanceof State.Running r) {
            turn.set(
                    turn.state()
                            .reconciliation()
                            .in(
                                    new State.Running(
                                            r.round(), r.sinceNanos(), r.ended(), r.seen(), true)));
        }
    }

    private static void missing(Turn turn, TrackedOrder order) {
        TrackedOrder after = order.after(new OrderState.Signal.Missing(), turn.now());
        turn.put(order, after, "not on the broker's lists");
        StopRefusal.ended(turn, order, after);
    }

    private static void compare(Turn turn, State.Running lists) {
        for (TrackedOrder known : turn.book().live()) {
            TrackedOrder order = Incarnations.afterList(known, lists.sinceNanos());
            boolean seen = lists.seen().contains(order.ticket().ref());
            if (seen && order.state() instanceof OrderState.Working) {
                // What was refused was a change: the order itself lives on.
                order = order.refused(false);
            }
            turn.put(known, order, "compared with the broker's lists");
            if (seen) {
                turn.put(order, Interventions.afterList(order), "no list shows the change");
            } else if (order.sentNanos() < lists.sinceNanos()) {
                missing(turn, order);
            }
        }
        if (!lists.positionTold()) {
            // A complete list without our contract says that the account holds none of it.
            turn.set(turn.ledger().withNet(Quantity.ZERO, turn.now()));
        }
        Quantity net = turn.ledger().net();
        if (turn.ledger().baseline() == null && net != null) {
            Quantity explained = turn.ledger().shares().expected();
            turn.set(turn.ledger().withBaseline(net.minus(explained), turn.now()));
        }
        turn.set(turn.state().reconciliation().settled(lists.sinceNanos(), turn.now()));
    }
}
