package dev.monger.simulator.server;

import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.backend.AccountBooks;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import dev.monger.simulator.backend.Holding;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.front.DraftDesk;
import dev.monger.simulator.venue.Market;
import dev.monger.tws.message.Decimals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The broker's books as the control API shows them; money and prices are exact decimal texts. */
final class BooksView {
    private BooksView() {}

    static Map<String, Object> books(TwsSimulator simulator) {
        List<Object> accounts = new ArrayList<>();
        for (AccountBooks books : simulator.backend().allBooks()) {
            accounts.add(account(simulator, books));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("time", time(simulator.nowNanos()));
        view.put("accounts", accounts);
        return view;
    }

    private static Map<String, Object> account(TwsSimulator simulator, AccountBooks books) {
        List<Object> positions = new ArrayList<>();
        for (Holding holding : books.holdings()) {
            positions.add(position(simulator, books, holding));
        }
        long open =
                simulator.backend().openOrders().stream()
                        .filter(order -> order.origin().account().equals(books.account()))
                        .count();
        long executions =
                simulator.backend().executions().stream()
                        .filter(one -> one.origin().account().equals(books.account()))
                        .count();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("account", books.account());
        view.put("currency", "USD");
        view.put("startCash", money(books.startCashE8()));
        view.put("cash", money(books.cashE8()));
        view.put("realizedPnl", money(books.realizedE8()));
        view.put("unrealizedPnl", money(books.unrealizedE8()));
        view.put("dailyPnl", money(books.dailyE8()));
        view.put("netLiquidation", money(books.netLiquidationE8()));
        view.put("commissions", money(books.commissionsE8()));
        view.put("openOrders", open);
        view.put("executions", executions);
        view.put("positions", positions);
        return view;
    }

    private static Map<String, Object> position(
            TwsSimulator simulator, AccountBooks books, Holding holding) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("conId", holding.conId());
        view.put("symbol", symbol(simulator, holding.conId()));
        view.put("position", Long.toString(holding.shares()));
        view.put("averageCost", money(holding.averageCostE8()));
        view.put("basis", money(holding.basisE8()));
        view.put("marketPrice", money(books.markE8(holding.conId())));
        view.put("unrealizedPnl", money(holding.unrealizedE8(books.markE8(holding.conId()))));
        view.put("realizedPnl", money(holding.realizedE8()));
        view.put("commissions", money(holding.commissionsE8()));
        return view;
    }

    static List<Object> executions(TwsSimulator simulator) {
        List<Object> views = new ArrayList<>();
        for (Execution execution : simulator.backend().executions()) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("execId", execution.execId());
            view.put("time", time(execution.timeNanos()));
            view.put("permId", execution.permId());
            view.put("clientId", execution.origin().clientId());
            view.put("orderId", execution.origin().orderId());
            view.put("manual", execution.origin().manual());
            view.put("account", execution.origin().account());
            view.put("orderRef", execution.orderRef());
            view.put("conId", execution.conId());
            view.put("symbol", symbol(simulator, execution.conId()));
            view.put("side", execution.trade().buy() ? "BUY" : "SELL");
            view.put("shares", Long.toString(execution.trade().shares()));
            view.put("price", money(execution.trade().priceE8()));
            view.put("exchange", execution.trade().exchange());
            view.put("commission", money(execution.charge().commissionE8()));
            if (execution.charge().closing()) {
                view.put("realizedPnl", money(execution.charge().realizedE8()));
            }
            views.add(view);
        }
        return views;
    }

    static List<Object> orders(TwsSimulator simulator) {
        List<Object> views = new ArrayList<>();
        simulator.backend().allOrders().forEach(order -> views.add(order(order)));
        return views;
    }

    static Map<String, Object> order(BrokerOrder order) {
        OrderTerms terms = order.terms();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("permId", order.permId());
        view.put("clientId", order.origin().clientId());
        view.put("orderId", order.origin().orderId());
        view.put("manual", order.origin().manual());
        view.put("account", order.origin().account());
        view.put("orderRef", terms.orderRef());
        view.put("conId", order.instrument().conId());
        view.put("symbol", order.instrument().symbol());
        view.put("action", terms.buy() ? "BUY" : "SELL");
        view.put("type", terms.kind().wireName());
        view.put("timeInForce", terms.life().timeInForce().name());
        view.put("quantity", Long.toString(terms.shares()));
        view.put("filled", Long.toString(order.filledShares()));
        view.put("remaining", Long.toString(order.remainingShares()));
        view.put("averageFillPrice", money(order.averageFillE8()));
        view.put("limitPrice", money(order.limitE8()));
        view.put("stopPrice", money(order.stopE8()));
        view.put("status", order.status().wireName());
        view.put("whyHeld", order.whyHeld());
        view.put("parentPermId", order.parentPermId());
        view.put("ocaGroup", terms.ocaGroup());
        view.put("open", !order.status().isDone());
        return view;
    }

    static Map<String, Object> draft(DraftDesk.Draft draft) {
        OrderTerms terms = draft.terms();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", draft.number());
        view.put("clientId", draft.origin().clientId());
        view.put("orderId", draft.origin().orderId());
        view.put("parentId", draft.parentId());
        view.put("manual", draft.origin().manual());
        view.put("account", draft.origin().account());
        view.put("orderRef", terms.orderRef());
        view.put("conId", draft.instrument().conId());
        view.put("symbol", draft.instrument().symbol());
        view.put("action", terms.buy() ? "BUY" : "SELL");
        view.put("type", terms.kind().wireName());
        view.put("timeInForce", terms.life().timeInForce().name());
        view.put("quantity", Long.toString(terms.shares()));
        view.put("limitPrice", money(terms.prices().limitE8()));
        view.put("stopPrice", money(terms.prices().stopE8()));
        return view;
    }

    private static String symbol(TwsSimulator simulator, int conId) {
        Market market = simulator.venue().market(conId);
        return market == null ? "" : market.instrument().symbol();
    }

    static String money(long amountE8) {
        return Decimals.text(amountE8);
    }

    static String time(long nanos) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
                .toString();
    }
}
