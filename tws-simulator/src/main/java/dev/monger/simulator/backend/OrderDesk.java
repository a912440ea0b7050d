package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Agenda;
import dev.monger.simulator.venue.OrderBook;
import dev.monger.simulator.venue.Venue;
import dev.monger.simulator.venue.VenueFill;
import dev.monger.simulator.venue.VenueListener;
import dev.monger.simulator.venue.VenueOrder;
import java.util.List;
import java.util.Map;

/** Moves single orders through their lives: held, on their way, working, traded, ended. */
final class OrderDesk {
    private final BackendSettings settings;
    private final Venue venue;
    private final OrderStore store;
    private final BackendListener listener;
    private final Agenda agenda;
    private final VenueListener sink;
    private final Bookkeeper bookkeeper;
    private final Families families;
    private final Starts starts;
    private final Hours hours;

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
        this.listener = listener;
        this.agenda = agenda;
        this.sink = sink;
        this.bookkeeper = new Bookkeeper(settings, store, books);
        this.families = new Families(settings, store, this, agenda, venue);
        this.starts = new Starts(venue, store, books, agenda);
        this.hours = new Hours(venue);
    }

    /** Takes a new order into the books and lets it work when it may. */
    void accept(BrokerOrder order, List<Notice> warnings) {
        order.placedNanos = venue.nowNanos();
        store.add(order);
        watchEnd(order);
        starts.watch(order, () -> look(order));
        if (!order.heldByParent) {
            Stops.start(order, venue);
        }
        listener.orderChanged(order);
        if (order.heldForLocate) {
            listener.orderNoticed(
                    order,
                    404,
                    "Order held while securities are located: shares of this contract are not available.");
        }
        warnings.forEach(warning -> listener.orderNoticed(order, warning.code(), warning.text()));
        send(order);
    }

    /**
     * Puts other terms in force. An order that only becomes smaller, or that stays as it is, keeps
     * its place in the queue; any other change loses it.
     */
    void change(BrokerOrder order, OrderTerms terms) {
        boolean shrinks =
                order.status == OrderStatus.SUBMITTED
                        && terms.shares() <= order.terms.shares()
                        && order.terms.equals(terms.withShares(order.terms.shares()));
        if (shrinks) {
            order.terms = terms;
            book(order).reduceTo(order.permId, order.remainingShares());
            listener.orderChanged(order);
            return;
        }
        withdraw(order);
        boolean waitsAnew = !order.terms.start().equals(terms.start());
        order.terms = terms;
        if (!order.triggered) {
            order.stopE8 = terms.prices().stopE8();
        }
        if (waitsAnew) {
            order.started = false;
            starts.watch(order, () -> look(order));
        }
        order.status = OrderStatus.PRE_SUBMITTED;
        watchEnd(order);
        listener.orderChanged(order);
        send(order);
    }

    /** Goes on with an order that was restored, telling nobody. */
    void resume(BrokerOrder order) {
        watchEnd(order);
        starts.watch(order, () -> look(order));
        if (order.status == OrderStatus.PENDING_CANCEL) {
            end(order, OrderStatus.CANCELLED, "");
        } else if (order.status == OrderStatus.SUBMITTED && hours.mayTradeNow(order)) {
            book(order).submit(venueOrder(order), venue.nowNanos(), sink);
        } else {
            activate(order);
        }
    }

    /** What the broker says of an order it takes, by TWS's code. */
    record Notice(int code, String text) {}

    /** Sends an order that nothing holds on its way to the exchange. */
    void send(BrokerOrder order) {
        long way = settings.latency().acknowledgeNanos();
        if (way == 0 || order.heldByParent) {
            activate(order);
            return;
        }
        order.inFlight = true;
        agenda.at(
                venue.nowNanos() + way,
                () -> {
                    order.inFlight = false;
                    activate(order);
                });
    }

    /** Lets an order work, unless something holds it. */
    void activate(BrokerOrder order) {
        boolean held =
                !order.isLive()
                        || order.heldByParent
                        || order.heldForLocate
                        || order.inFlight
                        || book(order).waitingShares(order.permId) > 0
                        || !starts.mayWork(order);
        if (held) {
            return;
        }
        if (Hours.waitsForAuction(order)) {
            return;
        }
        if (!hours.mayTradeNow(order)) {
            holdForHours(order);
            return;
        }
        order.heldForHours = false;
        if (order.terms.kind().waitsForStop() && !order.triggered) {
            Stops.start(order, venue);
            if (!Stops.reached(order, venue)) {
                return;
            }
            order.triggered = true;
        }
        work(order);
    }

    /** Something happened that an order may wait for. */
    private void look(BrokerOrder order) {
        if (!order.isLive()) {
            return;
        }
        if (starts.mustEnd(order)) {
            end(order, OrderStatus.CANCELLED, "");
        } else if (!order.started) {
            activate(order);
        }
    }

    /** The market, or the account, changed: looks at orders with conditions. */
    void lookAtConditions() {
        starts.watched().forEach(this::look);
    }

    /** Looks whether a waiting stop has been reached. */
    void watchStop(BrokerOrder order) {
        boolean waits =
                order.isLive()
                        && order.terms.kind().waitsForStop()
                        && !order.triggered
                        && !order.heldByParent
                        && !order.heldForLocate
                        && !order.inFlight
                        && starts.mayWork(order);
        if (waits && hours.mayTradeNow(order)) {
            Stops.follow(order, venue);
            if (Stops.reached(order, venue)) {
                order.triggered = true;
                work(order);
            }
        }
    }

    private void work(BrokerOrder order) {
        VenueOrder wanted = venueOrder(order);
        TimeInForce life = order.terms.life().timeInForce();
        boolean tooLarge =
                life == TimeInForce.FOK
                        && book(order).takeable(wanted.buy(), wanted.limitE8()) < wanted.shares();
        if (tooLarge) {
            end(order, OrderStatus.CANCELLED, "");
            return;
        }
        book(order).submit(wanted, venue.nowNanos(), sink);
        if (!order.isLive()) {
            return;
        }
        // A market order that nobody stands against is held, and says so.
        boolean heldForQuote =
                wanted.limitE8() == VenueOrder.AT_MARKET && !book(order).hasOpposite(wanted.buy());
        if (life == TimeInForce.IOC) {
            end(order, OrderStatus.CANCELLED, "");
        } else if (order.status != OrderStatus.SUBMITTED && !heldForQuote) {
            order.status = OrderStatus.SUBMITTED;
            listener.orderChanged(order);
        }
    }

    private static VenueOrder venueOrder(BrokerOrder order) {
        long limit = order.terms.kind().hasLimit() ? order.limitE8() : VenueOrder.AT_MARKET;
        return new VenueOrder(order.permId, order.terms.buy(), limit, order.remainingShares());
    }

    private OrderBook book(BrokerOrder order) {
        return venue.book(order.instrument.conId());
    }

    Hours hours() {
        return hours;
    }

    Starts starts() {
        return starts;
    }

    void tell(BrokerOrder order) {
        listener.orderChanged(order);
    }

    void withdraw(BrokerOrder order) {
        book(order).remove(order.permId);
    }

    /** Cancels an order as its owner asks: at the exchange the cancel takes its way. */
    void requestCancel(BrokerOrder order, String reason) {
        long way = settings.latency().cancelNanos();
        if (order.inFlight) {
            end(order, OrderStatus.API_CANCELLED, reason);
        } else if (way == 0 || book(order).waitingShares(order.permId) == 0) {
            cancel(order, reason);
        } else {
            order.status = OrderStatus.PENDING_CANCEL;
            listener.statusChanged(order);
            agenda.at(venue.nowNanos() + way, () -> end(order, OrderStatus.CANCELLED, reason));
        }
    }

    /** Ends an order that still lives, with TWS's confirmation. */
    void cancel(BrokerOrder order, String reason) {
        if (order.isLive() && settings.pendingCancel()) {
            order.status = OrderStatus.PENDING_CANCEL;
            listener.statusChanged(order);
        }
        end(order, OrderStatus.CANCELLED, reason);
    }

    void end(BrokerOrder order, OrderStatus how, String reason) {
        if (!order.isLive()) {
            return;
        }
        end(order, how, reason, new Notice(202, "Order Canceled - reason:" + reason));
    }

    /** Ends an order that still lives, with what is said about it. */
    void end(BrokerOrder order, OrderStatus how, String reason, Notice notice) {
        withdraw(order);
        order.status = how;
        ended(order, reason);
        listener.statusChanged(order);
        listener.orderNoticed(order, notice.code(), notice.text());
        families.cancelled(order);
    }

    /** Rejects an order the broker has looked at: 201 if there is a reason, then Inactive. */
    void reject(BrokerOrder order, String reason) {
        order.placedNanos = venue.nowNanos();
        store.add(order);
        order.status = OrderStatus.INACTIVE;
        ended(order, reason);
        if (!reason.isEmpty()) {
            listener.orderNoticed(order, 201, "Order rejected - reason:" + reason);
        }
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
        Execution execution = bookkeeper.book(order, fill);
        if (order.remainingShares() == 0) {
            order.status = OrderStatus.FILLED;
            ended(order, "Filled Size: " + order.filledShares);
        } else if (order.isLive() && order.status != OrderStatus.PENDING_CANCEL) {
            order.status = OrderStatus.SUBMITTED;
        }
        listener.executed(order, execution);
        listener.orderChanged(order);
        listener.commissionKnown(order, execution);
        listener.positionChanged(order.origin.account(), order.instrument.conId());
        families.filled(order, fill.shares());
        lookAtConditions();
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
        book(order).reduceTo(order.permId, remaining);
        listener.orderChanged(order);
    }

    /** Somebody lends the shares a held short sale needs. */
    void located(BrokerOrder order) {
        if (order.heldForLocate) {
            order.heldForLocate = false;
            listener.orderChanged(order);
            send(order);
        }
    }

    private void holdForHours(BrokerOrder order) {
        if (!order.heldForHours) {
            order.heldForHours = true;
            listener.orderNoticed(order, 399, hours.notice(order));
        }
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
