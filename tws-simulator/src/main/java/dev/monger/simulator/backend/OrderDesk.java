package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Agenda;
import dev.monger.simulator.venue.Session;
import dev.monger.simulator.venue.Venue;
import dev.monger.simulator.venue.VenueFill;
import dev.monger.simulator.venue.VenueListener;
import dev.monger.simulator.venue.VenueOrder;
import java.util.List;
import java.util.Map;

/** Moves single orders through their lives: held, working, triggered, traded, ended. */
final class OrderDesk {
    private static final List<String> PLACES = List.of("ARCA", "NASDAQ", "BATS", "IEX", "NYSE");

    private final BackendSettings settings;
    private final Venue venue;
    private final OrderStore store;
    private final Map<String, AccountBooks> books;
    private final BackendListener listener;
    private final Agenda agenda;
    private final VenueListener sink;
    private final Families families;

    OrderDesk(
            BackendSettings settings,
            Venue venue,
            OrderStore store,
            Map<String, AccountBooks> books,
            BackendListener listener,
            Agenda agenda,
            VenueListener sink) {
        this.settings = settings;
        this.venue = venue;
        this.store = store;
        this.books = books;
        this.listener = listener;
        this.agenda = agenda;
        this.sink = sink;
        this.families = new Families(settings, store, this, agenda, venue);
    }

    Families families() {
        return families;
    }

    /** Takes a new order into the books and lets it work when it may. */
    void accept(BrokerOrder order) {
        order.placedNanos = venue.nowNanos();
        store.add(order);
        holdForLocate(order);
        watchEnd(order);
        listener.orderChanged(order);
        if (order.heldForLocate) {
            listener.orderNoticed(
                    order,
                    404,
                    "Order held while securities are located: shares of this contract are not available.");
        }
        activate(order);
    }

    /** Puts other terms in force; the order loses its place in the queue. */
    void change(BrokerOrder order, OrderTerms terms) {
        withdraw(order);
        order.terms = terms;
        if (!order.triggered) {
            order.stopE8 = terms.prices().stopE8();
        }
        order.status = OrderStatus.PRE_SUBMITTED;
        watchEnd(order);
        listener.orderChanged(order);
        activate(order);
    }

    /** Goes on with an order that was restored, telling nobody. */
    void resume(BrokerOrder order) {
        watchEnd(order);
        if (order.status == OrderStatus.SUBMITTED && mayTradeNow(order)) {
            venue.book(order.instrument.conId()).submit(venueOrder(order), venue.nowNanos(), sink);
        } else {
            activate(order);
        }
    }

    /** Lets an order work, unless something holds it. */
    void activate(BrokerOrder order) {
        if (!order.isLive() || order.heldByParent || order.heldForLocate) {
            return;
        }
        if (!mayTradeNow(order)) {
            holdForHours(order);
            return;
        }
        order.heldForHours = false;
        if (order.terms.kind() == OrderKind.MARKET_ON_CLOSE) {
            return;
        }
        if (order.terms.kind().waitsForStop() && !order.triggered) {
            Stops.start(order, venue);
            if (!Stops.reached(order, venue)) {
                return;
            }
            order.triggered = true;
        }
        work(order);
    }

    /** Looks whether a waiting stop has been reached. */
    void watchStop(BrokerOrder order) {
        boolean waits =
                order.isLive()
                        && order.terms.kind().waitsForStop()
                        && !order.triggered
                        && !order.heldByParent
                        && !order.heldForLocate;
        if (waits && mayTradeNow(order)) {
            Stops.follow(order, venue);
            if (Stops.reached(order, venue)) {
                order.triggered = true;
                work(order);
            }
        }
    }

    private void work(BrokerOrder order) {
        venue.book(order.instrument.conId()).submit(venueOrder(order), venue.nowNanos(), sink);
        if (!order.isLive()) {
            return;
        }
        if (order.terms.life().timeInForce() == TimeInForce.IOC) {
            cancel(order, "");
        } else if (order.status != OrderStatus.SUBMITTED) {
            order.status = OrderStatus.SUBMITTED;
            listener.orderChanged(order);
        }
    }

    private static VenueOrder venueOrder(BrokerOrder order) {
        long limit =
                order.terms.kind().hasLimit()
                        ? order.terms.prices().limitE8()
                        : VenueOrder.AT_MARKET;
        return new VenueOrder(order.permId, order.terms.buy(), limit, order.remainingShares());
    }

    void tell(BrokerOrder order) {
        listener.orderChanged(order);
    }

    void withdraw(BrokerOrder order) {
        venue.book(order.instrument.conId()).remove(order.permId);
    }

    /** Ends an order that still lives, with TWS's confirmation. */
    void cancel(BrokerOrder order, String reason) {
        if (!order.isLive()) {
            return;
        }
        withdraw(order);
        if (settings.pendingCancel()) {
            order.status = OrderStatus.PENDING_CANCEL;
            listener.statusChanged(order);
        }
        order.status = OrderStatus.CANCELLED;
        ended(order, reason);
        listener.statusChanged(order);
        listener.orderNoticed(order, 202, "Order Canceled - reason:" + reason);
        families.cancelled(order);
    }

    /** Rejects an order the broker has looked at: 201, then Inactive. */
    void reject(BrokerOrder order, String reason) {
        order.placedNanos = venue.nowNanos();
        store.add(order);
        order.status = OrderStatus.INACTIVE;
        ended(order, reason);
        listener.orderNoticed(order, 201, "Order rejected - reason:" + reason);
        listener.orderChanged(order);
    }

    private void ended(BrokerOrder order, String reason) {
        order.doneNanos = venue.nowNanos();
        order.doneReason = reason;
        store.done(order);
    }

    /** Books a trade and tells everything that follows from it. */
    void filled(VenueFill fill) {
        BrokerOrder order = store.get(fill.key());
        if (order == null) {
            throw new IllegalStateException(
                    "Invariant: fills belong to orders, permId " + fill.key());
        }
        order.filledShares += fill.shares();
        order.filledValueE8 += fill.shares() * fill.priceE8();
        order.lastFillE8 = fill.priceE8();
        long commission = commissionOf(order);
        order.commissionE8 += commission;
        Execution execution = execution(order, fill, commission);
        store.addExecution(execution);
        if (order.remainingShares() == 0) {
            order.status = OrderStatus.FILLED;
            ended(order, "Filled Size: " + order.filledShares);
        } else {
            order.status = OrderStatus.SUBMITTED;
        }
        listener.executed(order, execution);
        listener.orderChanged(order);
        listener.commissionKnown(order, execution);
        listener.positionChanged(order.origin.account(), order.instrument.conId());
        families.filled(order, fill.shares());
    }

    private long commissionOf(BrokerOrder order) {
        BackendSettings.Commission rule = settings.commission();
        long whole = Math.max(rule.minimumE8(), rule.perShareE8() * order.filledShares);
        return whole - order.commissionE8;
    }

    private Execution execution(BrokerOrder order, VenueFill fill, long commissionE8) {
        AccountBooks account = books.get(order.origin.account());
        if (account == null) {
            throw new IllegalStateException("Invariant: orders have an account, " + order);
        }
        int conId = order.instrument.conId();
        boolean buy = order.terms.buy();
        Execution.Charge charge =
                account.book(
                        conId, buy ? fill.shares() : -fill.shares(), fill.priceE8(), commissionE8);
        String place = PLACES.get((int) (store.executionNumber() % PLACES.size()));
        return new Execution(
                store.takeExecId(),
                order.permId,
                order.origin,
                order.terms.orderRef(),
                conId,
                new Execution.Trade(
                        buy, fill.shares(), fill.priceE8(), place, fill.removedLiquidity()),
                fill.timeNanos(),
                order.filledShares,
                order.averageFillE8(),
                charge);
    }

    /** Makes an order smaller because a sibling traded; nothing left means cancelled. */
    void reduce(BrokerOrder order, long byShares) {
        if (!order.isLive()) {
            return;
        }
        long remaining = Math.max(0, order.remainingShares() - byShares);
        if (remaining == 0) {
            cancel(order, "");
            return;
        }
        order.terms = order.terms.withShares(order.filledShares + remaining);
        venue.book(order.instrument.conId()).reduceTo(order.permId, remaining);
        listener.orderChanged(order);
    }

    /** A new part of the trading day begins. */
    void sessionChanged(Session session) {
        for (BrokerOrder order : store.live()) {
            boolean extended = order.terms.life().outsideRegularHours();
            boolean dayEnds =
                    session == Session.CLOSED || (session == Session.AFTER_HOURS && !extended);
            if (session == Session.AFTER_HOURS && order.terms.kind() == OrderKind.MARKET_ON_CLOSE) {
                closeAuction(order);
            } else if (dayEnds && order.terms.life().timeInForce() == TimeInForce.DAY) {
                cancel(order, "");
            } else if (dayEnds) {
                park(order);
            } else {
                activate(order);
            }
        }
    }

    private void closeAuction(BrokerOrder order) {
        var market = venue.market(order.instrument.conId());
        if (market != null && !order.heldByParent && market.markE8() > 0) {
            filled(
                    new VenueFill(
                            order.permId,
                            venue.nowNanos(),
                            order.remainingShares(),
                            market.markE8(),
                            true));
        }
    }

    private void park(BrokerOrder order) {
        if (order.status == OrderStatus.SUBMITTED) {
            withdraw(order);
            order.status = OrderStatus.PRE_SUBMITTED;
            order.heldForHours = true;
            listener.orderChanged(order);
        }
    }

    private boolean mayTradeNow(BrokerOrder order) {
        Session session = venue.session();
        return session == Session.REGULAR
                || (session.isOpen() && order.terms.life().outsideRegularHours());
    }

    private void holdForHours(BrokerOrder order) {
        if (!order.heldForHours) {
            order.heldForHours = true;
            listener.orderNoticed(
                    order,
                    399,
                    "Order Message:\nWarning: your order will not be placed at the exchange until the market opens.");
        }
    }

    private void holdForLocate(BrokerOrder order) {
        AccountBooks account = books.get(order.origin.account());
        boolean isShort =
                !order.terms.buy()
                        && order.parentPermId == 0
                        && account != null
                        && account.shares(order.instrument.conId()) < order.terms.shares();
        order.heldForLocate =
                isShort && settings.notShortable().contains(order.instrument.symbol());
    }

    private void watchEnd(BrokerOrder order) {
        OrderTerms.Life life = order.terms.life();
        if (life.timeInForce() == TimeInForce.GTD) {
            agenda.at(
                    life.goodTillNanos(),
                    () -> {
                        // A changed order has another end, watched by a deed of its own.
                        if (order.terms.life().equals(life)) {
                            cancel(order, "");
                        }
                    });
        }
    }
}
