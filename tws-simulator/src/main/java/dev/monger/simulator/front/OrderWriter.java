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
        return echo.toBuilder()
                .totalQuantityE8(Amounts.sharesE8(terms.shares()))
                .timeInForce(terms.life().timeInForce().name())
                .limitPriceE8(order.limitE8())
                .auxPriceE8(trailing ? prices.trailAmountE8() : prices.stopE8())
                .trailStopPriceE8(trailing ? order.stopE8() : Decimals.UNSET)
                .account(order.origin().account())
                .parentId(parent == null ? 0 : parent.origin().orderId())
                .ocaGroup(terms.ocaGroup())
                .ocaType(terms.ocaType() == 0 ? REDUCE_WITHOUT_BLOCK : terms.ocaType())
                .transmit(true)
                .extras(extras(order, echo.extras()))
                .build();
    }

    private static OrderExtras extras(BrokerOrder order, OrderExtras echo) {
        String shares =
                order.permId() + ".0/" + order.origin().account() + "/" + order.terms().shares();
        PegToMidpoint usual =
                new PegToMidpoint(
                        Integer.MAX_VALUE, 100, 2_000_000L, Decimals.UNSET, Decimals.UNSET);
        return echo.toBuilder()
                .openClose("")
                .clearing(new Clearing(echo.clearing().account(), "IB"))
                .cashQuantityE8(0)
                .dontUseAutoPriceForHedge(true)
                .usePriceManagementAlgo(0)
                .pegToMidpoint(usual)
                .repeatedTrailStopPriceE8(repeatedStop(order))
                .parties(submitted(echo.parties()))
                .dead(new DeadOrderFields(shares, false, false, Decimals.UNSET))
                .build();
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
        OrderTerms.Prices prices = order.terms().prices();
        return switch (order.terms().kind()) {
            case LIMIT -> prices.limitE8() + (order.terms().buy() ? Decimals.ONE : -Decimals.ONE);
            case STOP, STOP_LIMIT, TRAIL, TRAIL_LIMIT -> order.stopE8();
            case MARKET, MARKET_ON_CLOSE, LIMIT_ON_CLOSE -> Decimals.UNSET;
        };
    }
}
