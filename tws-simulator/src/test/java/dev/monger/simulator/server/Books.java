package dev.monger.simulator.server;

import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.backend.AccountBooks;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import dev.monger.simulator.backend.Holding;
import dev.monger.simulator.backend.OrderStatus;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.TradingCalendar;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.Clearing;
import dev.monger.tws.message.CompletedState;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderBuilder;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.PegToMidpoint;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What TWS should tell according to the simulator's books, written down here once more and not by
 * the code that is tested: the fields as the wire reference has them, the values as the books do.
 */
final class Books {
    static final String ACCOUNT = "DU1234567";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss", Locale.ROOT);
    private static final int REDUCE_WITHOUT_BLOCK = 3;

    private Books() {}

    static Contract contract(Instrument instrument) {
        return Contract.of(instrument.symbol(), "STK", "SMART", "USD")
                .withConId(instrument.conId())
                .withPrimaryExchange(instrument.primaryExchange())
                .withLocalNames(instrument.symbol(), instrument.tradingClass());
    }

    /** An order as a client wrote it, with what TWS adds to every order of a stock. */
    static OrderBuilder told(OrderBuilder written, BrokerOrder order) {
        return told(written, repeated(written.build(), order));
    }

    /** The same of an order that is not placed, given the second trailing stop. */
    static OrderBuilder told(OrderBuilder written, long repeatedStopE8) {
        Order plain = written.build();
        return written.account(ACCOUNT)
                .ocaType(plain.ocaType() == 0 ? REDUCE_WITHOUT_BLOCK : plain.ocaType())
                .extras(
                        plain.extras().toBuilder()
                                .clearing(new Clearing("", "IB"))
                                .cashQuantityE8(0)
                                .dontUseAutoPriceForHedge(true)
                                .usePriceManagementAlgo(0)
                                .pegToMidpoint(
                                        new PegToMidpoint(
                                                Integer.MAX_VALUE,
                                                100,
                                                2_000_000L,
                                                Decimals.UNSET,
                                                Decimals.UNSET))
                                .repeatedTrailStopPriceE8(repeatedStopE8)
                                .build());
    }

    /** The observed second trailing stop: a dollar beyond a limit, or the stop itself. */
    private static long repeated(Order plain, BrokerOrder order) {
        return switch (plain.orderType()) {
            case "LMT" ->
                    plain.limitPriceE8()
                            + (plain.action().equals("BUY") ? Decimals.ONE : -Decimals.ONE);
            case "STP", "STP LMT", "TRAIL", "TRAIL LIMIT" -> order.stopE8();
            default -> Decimals.UNSET;
        };
    }

    static OrderMessage.OpenOrder open(
            OrderBuilder written, BrokerOrder order, String status, boolean commission) {
        OrderState state = OrderState.of(status);
        return new OrderMessage.OpenOrder(
                order.origin().orderId(),
                order.origin().clientId(),
                order.permId(),
                contract(order.instrument()),
                told(written, order).build(),
                commission ? state.withCommission(order.commissionE8(), "USD") : state);
    }

    static OrderMessage.OrderStatus filled(BrokerOrder order) {
        return filled(order, 0);
    }

    static OrderMessage.OrderStatus filled(BrokerOrder order, int parentId) {
        return new OrderMessage.OrderStatus(
                order.origin().orderId(),
                "Filled",
                shares(order.filledShares()),
                0,
                order.averageFillE8(),
                order.permId(),
                parentId,
                order.lastFillE8(),
                order.origin().clientId(),
                "",
                0);
    }

    /** A status before any fill. */
    static OrderMessage.OrderStatus status(
            BrokerOrder order, String status, int parentId, long remaining, String whyHeld) {
        return new OrderMessage.OrderStatus(
                order.origin().orderId(),
                status,
                0,
                shares(remaining),
                0,
                order.permId(),
                parentId,
                0,
                order.origin().clientId(),
                whyHeld,
                0);
    }

    static OrderMessage.ExecDetails execution(int requestId, BrokerOrder order, Execution one) {
        return new OrderMessage.ExecDetails(
                requestId,
                contract(order.instrument()),
                new dev.monger.tws.message.Execution(
                        order.origin().orderId(),
                        one.execId(),
                        TIME.format(TradingCalendar.local(one.timeNanos())) + " US/Eastern",
                        ACCOUNT,
                        one.trade().exchange(),
                        one.trade().buy() ? "BOT" : "SLD",
                        shares(one.trade().shares()),
                        one.trade().priceE8(),
                        order.permId(),
                        order.origin().clientId(),
                        0,
                        shares(one.cumulativeShares()),
                        one.averageE8(),
                        order.terms().orderRef(),
                        "",
                        Decimals.UNSET,
                        "",
                        one.trade().removedLiquidity() ? 2 : 1,
                        false,
                        ""));
    }

    static OrderMessage.CommissionReport commission(Execution one) {
        return new OrderMessage.CommissionReport(
                one.execId(),
                one.charge().commissionE8(),
                "USD",
                one.charge().closing() ? one.charge().realizedE8() : Decimals.UNSET,
                Decimals.UNSET,
                "");
    }

    static OrderMessage.CompletedOrder completed(OrderBuilder written, BrokerOrder order) {
        boolean filled = order.status() == OrderStatus.FILLED;
        OrderBuilder told = told(written, order);
        return new OrderMessage.CompletedOrder(
                order.permId(),
                contract(order.instrument()),
                filled ? told.totalQuantityE8(0).build() : told.build(),
                new CompletedState(
                        filled ? "Filled" : "Cancelled",
                        "",
                        shares(order.filledShares()),
                        Integer.MAX_VALUE,
                        "Not an insider or substantial shareholder",
                        0,
                        order.parentPermId() == 0 ? Long.MAX_VALUE : order.parentPermId(),
                        TIME.format(TradingCalendar.local(order.doneNanos())) + " America/New_York",
                        filled ? "Filled Size: " + order.filledShares() : "Cancelled by Trader"));
    }

    static AccountMessage.Position position(TwsSimulator simulator, int conId) {
        AccountBooks books = simulator.backend().books(ACCOUNT);
        Holding holding = holding(books, conId);
        return new AccountMessage.Position(
                ACCOUNT,
                contract(simulator.backend().market(conId).instrument()),
                shares(holding.shares()),
                holding.averageCostE8());
    }

    static AccountMessage.PortfolioValue portfolio(TwsSimulator simulator, int conId) {
        AccountBooks books = simulator.backend().books(ACCOUNT);
        Holding holding = holding(books, conId);
        long mark = simulator.backend().market(conId).lastE8();
        Instrument instrument = simulator.backend().market(conId).instrument();
        return new AccountMessage.PortfolioValue(
                contract(instrument).withExchange(instrument.primaryExchange()),
                shares(holding.shares()),
                mark,
                holding.shares() * mark,
                holding.averageCostE8(),
                holding.shares() * mark - holding.basisE8(),
                holding.dayRealizedE8(),
                ACCOUNT);
    }

    static Holding holding(AccountBooks books, int conId) {
        Holding holding = books.holding(conId);
        if (holding == null) {
            throw new AssertionError("nothing is held of " + conId);
        }
        return holding;
    }

    static long shares(long shares) {
        return shares * Decimals.ONE;
    }
}
