package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Session;
import dev.monger.simulator.venue.Venue;
import dev.monger.simulator.venue.VenueFill;

/** What the bells of the trading day and the auctions do to orders. */
final class Bells {
    private final Venue venue;
    private final OrderStore store;
    private final OrderDesk desk;
    private final BackendListener listener;

    Bells(Venue venue, OrderStore store, OrderDesk desk, BackendListener listener) {
        this.venue = venue;
        this.store = store;
        this.desk = desk;
        this.listener = listener;
    }

    /** A new part of the trading day begins. */
    void sessionChanged(Session session) {
        for (BrokerOrder order : store.live()) {
            if (desk.hours().endsNow(order, session)) {
                desk.end(order, OrderStatus.CANCELLED, "");
            } else if (desk.hours().mayTradeNow(order)) {
                desk.activate(order);
            } else {
                park(order);
            }
        }
    }

    private void park(BrokerOrder order) {
        int conId = order.instrument.conId();
        if (venue.book(conId).waitingShares(order.permId) == 0) {
            return;
        }
        desk.withdraw(order);
        order.heldForHours = true;
        if (order.status == OrderStatus.SUBMITTED) {
            order.status = OrderStatus.PRE_SUBMITTED;
            listener.orderChanged(order);
        }
    }

    /** An auction found its price: what waited for it trades there or ends. */
    void auctioned(int conId, long priceE8, boolean opening) {
        for (BrokerOrder order : store.live(conId)) {
            boolean takesPart =
                    order.isLive()
                            && Hours.waitsForAuction(order)
                            && opening == Hours.waitsForOpening(order)
                            && !order.heldByParent
                            && !order.heldForLocate
                            && !order.inFlight
                            && desk.starts().mayWork(order);
            if (!takesPart || priceE8 <= 0) {
                continue;
            }
            if (Hours.accepts(order, priceE8)) {
                desk.filled(
                        new VenueFill(
                                order.permId,
                                venue.nowNanos(),
                                order.remainingShares(),
                                priceE8,
                                true));
            } else {
                desk.end(order, OrderStatus.CANCELLED, "");
            }
        }
    }
}
