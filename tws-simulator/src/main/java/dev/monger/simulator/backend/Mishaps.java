package dev.monger.simulator.backend;

import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Quote;
import dev.monger.simulator.venue.VenueFill;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes wrong at the broker when somebody wants it to: orders doubled, held, rejected, filled
 * after their end; executions corrected; positions moved. The books follow all of it exactly.
 */
public final class Mishaps {
    private static final int LIQUIDATION = -1;
    private static final long PERCENT = 100;

    private final Backend backend;
    private final OrderStore store;
    private final OrderDesk desk;
    private final OrderChecks checks;
    private final BackendListener listener;
    private final List<Adjustment> adjustments = new ArrayList<>();

    Mishaps(
            Backend backend,
            OrderStore store,
            OrderDesk desk,
            OrderChecks checks,
            BackendListener listener) {
        this.backend = backend;
        this.store = store;
        this.desk = desk;
        this.checks = checks;
        this.listener = listener;
    }

    /** How an order becomes inactive. */
    public sealed interface Inactive {

        /** The broker rejects it; without a reason nobody is told one. */
        record Rejected(String reason) implements Inactive {}

        /** It is held until its shares are located, and lives. */
        record Held() implements Inactive {}
    }

    /** How a position moves without an execution. */
    public sealed interface Move {

        /** Shares come from another broker at their market value, or leave when negative. */
        record Transfer(long shares) implements Move {}

        /** An option is assigned: shares against cash at the market's price. */
        record Assignment(long shares) implements Move {}

        /** One share becomes several; working orders end and the market's price follows. */
        record Split(long ratio) implements Move {}

        /** The broker buys what is short. */
        record BuyIn() implements Move {}
    }

    /** Takes an order that becomes inactive. */
    public PlaceOutcome placeInactive(
            OrderOrigin origin,
            Instrument instrument,
            OrderTerms terms,
            long parentPermId,
            Inactive how) {
        PlaceOutcome.Refused refused = checks.terms(instrument, terms);
        if (refused != null) {
            return refused;
        }
        OrderTerms own = Backend.inParentsGroup(terms, parentPermId);
        BrokerOrder order = new BrokerOrder(store.takePermId(), instrument, origin, own);
        BrokerOrder parent = parentPermId == 0 ? null : store.get(parentPermId);
        order.parentPermId = parentPermId;
        order.heldByParent = parent != null && parent.isLive();
        switch (how) {
            case Inactive.Rejected(String reason) -> desk.reject(order, reason);
            case Inactive.Held _ -> {
                order.heldForLocate = true;
                desk.accept(order, List.of());
            }
        }
        return new PlaceOutcome.Taken(order);
    }

    /**
     * Instead of being changed an order stays as it is, and a second one under the same numbers of
     * the client works besides it.
     */
    public PlaceOutcome secondIncarnation(
            BrokerOrder order, Instrument instrument, OrderTerms terms) {
        PlaceOutcome.Refused refused = checks.change(order, instrument, terms);
        if (refused != null) {
            return refused;
        }
        BrokerOrder second =
                new BrokerOrder(
                        store.takePermId(),
                        instrument,
                        order.origin,
                        terms.inGroup(order.terms.ocaGroup(), order.terms.ocaType()));
        second.parentPermId = order.parentPermId;
        second.heldByParent = order.heldByParent;
        desk.accept(second, List.of());
        return new PlaceOutcome.Taken(second);
    }

    /** A part of what a cancelled order had left trades all the same, at its limit or the quote. */
    public void fillAfterCancel(BrokerOrder order, long percent) {
        long price = priceE8(order);
        if (order.status != OrderStatus.CANCELLED || price == 0) {
            return;
        }
        long shares = Math.max(1, order.remainingShares() * percent / PERCENT);
        if (order.remainingShares() > 0) {
            desk.filled(
                    new VenueFill(order.permId, backend.venue().nowNanos(), shares, price, false));
        }
    }

    private long priceE8(BrokerOrder order) {
        if (order.terms.kind().hasLimit()) {
            return order.terms.prices().limitE8();
        }
        Market market = backend.market(order.instrument.conId());
        Quote quote = market.quote();
        long near = order.terms.buy() ? quote.askE8() : quote.bidE8();
        return near > 0 ? near : market.markE8();
    }

    /** What is left of a partly filled order is rejected. */
    public void rejectRemainder(BrokerOrder order) {
        if (order.isLive()) {
            String reason = "The remainder was not accepted.";
            desk.end(
                    order,
                    OrderStatus.CANCELLED,
                    reason,
                    new OrderDesk.Notice(201, "Order rejected - reason:" + reason));
        }
    }

    /**
     * An execution is corrected in price and size, the last revision of it if there are several.
     */
    public void correct(Execution execution, long ticks, long moreShares) {
        Execution old = store.latestOf(execution);
        BrokerOrder order = store.get(old.permId());
        if (order == null) {
            return;
        }
        Execution.Trade trade = old.trade();
        long tick = order.instrument.minTickE8();
        long price = Math.max(tick, trade.priceE8() + ticks * tick);
        // A correction does not complete an order that works: at least one share stays open.
        long open = order.remainingShares() - (order.isLive() ? 1 : 0);
        long most = trade.shares() + Math.max(0, open);
        long shares = Math.clamp(trade.shares() + moreShares, 1, most);
        long sign = trade.buy() ? 1 : -1;
        AccountBooks books = backend.books(old.origin().account());
        long heldBefore = books.shares(old.conId());
        // Whatever later trades realize otherwise because of it is told with the correction.
        long more = books.correct(old, sign * shares, price);
        long traded = sign * (shares - trade.shares());
        multiplied(old, books.shares(old.conId()) - heldBefore - traded);
        boolean resized = shares != trade.shares();
        order.filledShares += shares - trade.shares();
        order.filledValueE8 += shares * price - trade.shares() * trade.priceE8();
        order.lastFillE8 = price;
        Execution.Charge charge = old.charge();
        Execution corrected =
                new Execution(
                        OrderStore.nextRevision(old.execId()),
                        old.permId(),
                        old.origin(),
                        old.orderRef(),
                        old.conId(),
                        new Execution.Trade(
                                trade.buy(),
                                shares,
                                price,
                                trade.exchange(),
                                trade.removedLiquidity()),
                        old.timeNanos(),
                        old.cumulativeShares() + shares - trade.shares(),
                        order.averageFillE8(),
                        new Execution.Charge(
                                charge.commissionE8(),
                                charge.closing() || more != 0,
                                charge.realizedE8() + more));
        store.addExecution(corrected);
        tell(order, corrected, resized);
    }

    /** A split since the trade has multiplied the shares of its correction too. */
    private void multiplied(Execution execution, long shares) {
        if (shares != 0) {
            String account = execution.origin().account();
            adjustments.add(new Adjustment(account, execution.conId(), shares, 0, 0, 0));
        }
    }

    private void tell(BrokerOrder order, Execution corrected, boolean resized) {
        listener.executed(order, corrected);
        listener.orderChanged(order);
        listener.commissionKnown(order, corrected);
        listener.positionChanged(order.origin.account(), order.instrument.conId());
        if (resized && order.isLive()) {
            desk.withdraw(order);
            desk.activate(order);
        }
    }

    /** The broker closes a part of a position at the market. */
    public void liquidate(String account, int conId, long percent) {
        long held = backend.books(account).shares(conId);
        long shares = Math.abs(held) * percent / PERCENT;
        if (shares > 0) {
            OrderTerms terms =
                    new OrderTerms(
                            held < 0,
                            shares,
                            OrderKind.MARKET,
                            OrderTerms.Prices.NONE,
                            OrderTerms.Life.DAY,
                            "",
                            0,
                            "");
            backend.place(
                    new OrderOrigin(account, 0, LIQUIDATION, true),
                    backend.market(conId).instrument(),
                    terms,
                    0);
        }
    }

    /** A position moves without an execution; a split moves that of every account. */
    public void move(String account, int conId, Move move) {
        AccountBooks books = backend.books(account);
        Market market = backend.market(conId);
        List<Adjustment> made =
                switch (move) {
                    case Move.Transfer(long shares) ->
                            List.of(books.transfer(conId, shares, market.markE8()));
                    case Move.Assignment(long shares) ->
                            List.of(books.assign(conId, shares, market.markE8()));
                    case Move.BuyIn _ -> {
                        long bought = Math.max(0, -books.shares(conId));
                        yield List.of(books.assign(conId, bought, market.markE8()));
                    }
                    case Move.Split(long ratio) -> split(books, market, ratio);
                };
        adjustments.addAll(made);
        made.forEach(one -> listener.positionChanged(one.account(), conId));
    }

    private List<Adjustment> split(AccountBooks asked, Market market, long ratio) {
        int conId = market.instrument().conId();
        for (BrokerOrder order : store.live(conId)) {
            desk.cancel(order, "Corporate action");
        }
        // The price is one for all: shares of an account left out would lose their worth by it.
        List<Adjustment> made = new ArrayList<>();
        for (AccountBooks books : backend.allBooks()) {
            if (books == asked || books.shares(conId) != 0) {
                made.add(books.split(conId, ratio));
            }
        }
        Quote quote = market.quote();
        long tick = market.instrument().minTickE8();
        long bid = Math.max(tick, quote.bidE8() / ratio / tick * tick);
        long ask = Math.max(bid + tick, quote.askE8() / ratio / tick * tick);
        backend.venue()
                .force(
                        conId,
                        new Quote(bid, quote.bidShares(), ask, quote.askShares()),
                        false,
                        backend.venueListener());
        backend.venue().print(conId, bid, 1, backend.venueListener());
        return made;
    }

    /** The moves there were, oldest first, for audits. */
    public List<Adjustment> adjustments() {
        return List.copyOf(adjustments);
    }
}
