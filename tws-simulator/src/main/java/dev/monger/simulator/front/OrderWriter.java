package dev.monger.simulator.front;

import dev.monger.simulator.backend.Backend;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import dev.monger.simulator.backend.OrderStatus;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.tws.message.Clearing;
import dev.monger.tws.message.CompletedState;
import dev.monger.tws.message.DeadOrderFields;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderExtras;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderParties;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.PegToMidpoint;
import dev.monger.tws.message.ShortSale;

/** Writes the broker's orders and executions as TWS tells them. */
final class OrderWriter {
    private static final String SUBMITTER = "user1";
    private static final String CURRENCY = "USD";
    private static final int REDUCE_WITHOUT_BLOCK = 3;
    private static final int BY_HAND = Integer.MAX_VALUE;
    private static final int LIQUIDATION = -1;

    private final Backend backend;
    private final OrderEchoes echoes;
    private final boolean locateShowsInactive;

    OrderWriter(Backend backend, OrderEchoes echoes, Readings readings) {
        this.backend = backend;
        this.echoes = echoes;
        this.locateShowsInactive = readings.locateShowsInactive();
    }

    private String shown(BrokerOrder order) {
        OrderStatus status =
                order.waitsForLocate() && locateShowsInactive
                        ? OrderStatus.INACTIVE
                        : order.status();
        return status.wireName();
    }

    OrderMessage.OpenOrder open(BrokerOrder order, boolean withCommission) {
        OrderState state = OrderState.of(shown(order));
        boolean shown = withCommission && order.commissionE8() > 0;
        return new OrderMessage.OpenOrder(
                order.origin().orderId(),
                order.origin().clientId(),
                order.permId(),
                WireContracts.contract(order.instrument()),
                order(order),
                shown ? state.withCommission(order.commissionE8(), CURRENCY) : state);
    }

    OrderMessage.OrderStatus status(BrokerOrder order) {
        BrokerOrder parent = order.parentPermId() == 0 ? null : backend.order(order.parentPermId());
        return new OrderMessage.OrderStatus(
                order.origin().orderId(),
                shown(order),
                Amounts.sharesE8(order.filledShares()),
                Amounts.sharesE8(order.remainingShares()),
                order.averageFillE8(),
                order.permId(),
                parent == null ? 0 : parent.origin().orderId(),
                order.lastFillE8(),
                order.origin().clientId(),
                order.whyHeld(),
                0);
    }

    OrderMessage.ExecDetails execution(int requestId, Execution execution, int version) {
        Execution.Trade trade = execution.trade();
        boolean unbound = execution.origin().manual() && execution.origin().orderId() == 0;
        dev.monger.tws.message.Execution told =
                new dev.monger.tws.message.Execution(
                        unbound ? BY_HAND : execution.origin().orderId(),
                        execution.execId(),
                        TimeTexts.stamped(execution.timeNanos(), version),
                        execution.origin().account(),
                        trade.exchange(),
                        trade.buy() ? "BOT" : "SLD",
                        Amounts.sharesE8(trade.shares()),
                        trade.priceE8(),
                        execution.permId(),
                        execution.origin().clientId(),
                        execution.origin().orderId() == LIQUIDATION ? 1 : 0,
                        Amounts.sharesE8(execution.cumulativeShares()),
                        execution.averageE8(),
                        execution.orderRef(),
                        "",
                        Decimals.UNSET,
                        "",
                        trade.removedLiquidity() ? 2 : 1,
                        false,
                        SUBMITTER);
        return new OrderMessage.ExecDetails(
                requestId,
                WireContracts.contract(backend.market(execution.conId()).instrument()),
                told);
    }

    OrderMessage.CommissionReport commission(Execution execution) {
        Execution.Charge charge = execution.charge();
        return new OrderMessage.CommissionReport(
                execution.execId(),
                charge.commissionE8(),
                CURRENCY,
                charge.closing() ? charge.realizedE8() : Decimals.UNSET,
                Decimals.UNSET,
                "");
    }

    OrderMessage.CompletedOrder completed(BrokerOrder order) {
        boolean filled = order.status() == OrderStatus.FILLED;
        // The completed list shows a rejected order as cancelled.
        String status = filled ? "Filled" : "Cancelled";
        String how = filled ? order.doneReason() : "Cancelled by Trader";
        CompletedState state =
                new CompletedState(
                        status,
                        "",
                        Amounts.sharesE8(order.filledShares()),
                        Integer.MAX_VALUE,
                        "Not an insider or substantial shareholder",
                        0,
                        order.parentPermId() == 0 ? Long.MAX_VALUE : order.parentPermId(),
                        TimeTexts.completed(order.doneNanos()),
                        order.status() == OrderStatus.INACTIVE ? order.doneReason() : how);
        Order shown = order(order);
        return new OrderMessage.CompletedOrder(
                order.permId(),
                WireContracts.contract(order.instrument()),
                filled ? shown.toBuilder().totalQuantityE8(0).build() : shown,
                state);
    }

    /** The order as its client wrote it, with what the broker made of it. */
    private Order order(BrokerOrder order) {
        OrderTerms terms = order.terms();
        OrderTerms.Prices prices = terms.prices();
        Order echo = echoes.of(order);
        boolean trailing = terms.kind().trails();
        BrokerOrder parent = order.parentPermId() == 0 ? null : backend.order(order.parentPermId());
        Order told =
                echo.toBuilder()
                        .totalQuantityE8(Amounts.sharesE8(terms.shares()))
                        .timeInForce(terms.life().timeInForce().name())
                        .limitPriceE8(order.limitE8())
                        .auxPriceE8(trailing ? prices.trailAmountE8() : prices.stopE8())
                        .trailStopPriceE8(trailing ? stop(order) : Decimals.UNSET)
                        .account(order.origin().account())
                        .parentId(parent == null ? 0 : parent.origin().orderId())
                        .ocaGroup(terms.ocaGroup())
                        .ocaType(terms.ocaType())
                        .transmit(true)
                        .build();
        return completed(told, order.permId(), repeatedStop(order));
    }

    /** A stop that is not known yet shows as none. */
    private static long stop(BrokerOrder order) {
        return order.stopE8() == 0 ? Decimals.UNSET : order.stopE8();
    }

    /** An order that is not placed, as TWS shows it. */
    static Order unplaced(Order written, OrderTerms terms) {
        return completed(written, 0, repeatedStop(terms, terms.prices().stopE8()));
    }

    /** What TWS adds to every order of a stock. */
    private static Order completed(Order order, long permId, long repeatedStopE8) {
        String shares =
                permId + ".0/" + order.account() + "/" + order.totalQuantityE8() / Decimals.ONE;
        PegToMidpoint usual =
                new PegToMidpoint(
                        Integer.MAX_VALUE, 100, 2_000_000L, Decimals.UNSET, Decimals.UNSET);
        OrderExtras extras = order.extras();
        return order.toBuilder()
                .ocaType(order.ocaType() == 0 ? REDUCE_WITHOUT_BLOCK : order.ocaType())
                .extras(
                        extras.toBuilder()
                                .openClose("")
                                .clearing(new Clearing(extras.clearing().account(), "IB"))
                                .cashQuantityE8(0)
                                .dontUseAutoPriceForHedge(true)
                                .usePriceManagementAlgo(0)
                                .pegToMidpoint(usual)
                                .repeatedTrailStopPriceE8(repeatedStopE8)
                                .shortSale(shown(extras.shortSale()))
                                .parties(submitted(extras.parties()))
                                .dead(new DeadOrderFields(shares, false, false, Decimals.UNSET))
                                .build())
                .build();
    }

    /** Clients that say nothing of an exemption send nothing or 0; TWS shows −1. */
    private static ShortSale shown(ShortSale written) {
        return written.exemptCode() == 0
                ? new ShortSale(written.slot(), written.designatedLocation(), -1)
                : written;
    }

    private static OrderParties submitted(OrderParties parties) {
        return new OrderParties(
                parties.externalOperator(),
                parties.manualOrderTime(),
                parties.customerAccount(),
                parties.professionalCustomer(),
                parties.manualOrderIndicator(),
                SUBMITTER);
    }

    /** What TWS shows a second time as trailStopPrice, odd as it is. */
    private static long repeatedStop(BrokerOrder order) {
        return repeatedStop(order.terms(), order.stopE8());
    }

    private static long repeatedStop(OrderTerms terms, long stopE8) {
        return switch (terms.kind()) {
            case LIMIT -> terms.prices().limitE8() + (terms.buy() ? Decimals.ONE : -Decimals.ONE);
            case STOP, STOP_LIMIT, TRAIL, TRAIL_LIMIT -> stopE8 == 0 ? Decimals.UNSET : stopE8;
            case MARKET, MARKET_ON_CLOSE, LIMIT_ON_CLOSE -> Decimals.UNSET;
        };
    }
}
