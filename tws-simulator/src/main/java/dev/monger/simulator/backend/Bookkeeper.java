package dev.monger.simulator.backend;

import dev.monger.simulator.venue.VenueFill;
import java.util.List;
import java.util.Map;

/** Turns a trade at the venue into an execution with its commission, and books it. */
final class Bookkeeper {
    private static final List<String> PLACES = List.of("ARCA", "NASDAQ", "BATS", "IEX", "NYSE");

    private final BackendSettings settings;
    private final OrderStore store;
    private final Map<String, AccountBooks> books;

    Bookkeeper(BackendSettings settings, OrderStore store, Map<String, AccountBooks> books) {
        this.settings = settings;
        this.store = store;
        this.books = books;
    }

    /** Books a trade of an order, which already counts it. */
    Execution book(BrokerOrder order, VenueFill fill) {
        AccountBooks account = books.get(order.origin.account());
        if (account == null) {
            throw new IllegalStateException("Invariant: orders have an account, " + order);
        }
        Commission list = settings.commission();
        order.ratedE8 += fill.shares() * list.rateE8(account.monthShares());
        long commission = list.wholeE8(order.ratedE8, order.filledValueE8) - order.commissionE8;
        order.commissionE8 += commission;
        boolean buy = order.terms.buy();
        account.countShares(fill.shares());
        String place = PLACES.get((int) (store.executionNumber() % PLACES.size()));
        String execId = store.takeExecId();
        Execution.Charge charge =
                account.book(
                        order.instrument.conId(),
                        OrderStore.family(execId),
                        buy ? fill.shares() : -fill.shares(),
                        fill.priceE8(),
                        commission);
        Execution execution =
                new Execution(
                        execId,
                        order.permId,
                        order.origin,
                        order.terms.orderRef(),
                        order.instrument.conId(),
                        new Execution.Trade(
                                buy, fill.shares(), fill.priceE8(), place, fill.removedLiquidity()),
                        fill.timeNanos(),
                        order.filledShares,
                        order.averageFillE8(),
                        charge);
        store.addExecution(execution);
        return execution;
    }
}
