package dev.monger.tws.codec;

import dev.monger.tws.message.CompletedState;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderMessage.CommissionReport;
import dev.monger.tws.message.OrderMessage.CompletedOrder;
import dev.monger.tws.message.OrderMessage.CompletedOrdersEnd;
import dev.monger.tws.message.OrderMessage.ExecDetails;
import dev.monger.tws.message.OrderMessage.ExecDetailsEnd;
import dev.monger.tws.message.OrderMessage.OpenOrder;
import dev.monger.tws.message.OrderMessage.OpenOrderEnd;
import dev.monger.tws.message.OrderMessage.OrderBound;
import dev.monger.tws.message.OrderMessage.OrderStatus;
import dev.monger.tws.message.OrderState;
import java.util.List;

/** Layouts of what TWS says of orders. */
final class OrderMessageLayouts {

    private static final Layout<OrderStatus> ORDER_STATUS =
            new Layout<>(
                    3,
                    0,
                    new OrderStatus(0, "", 0, 0, 0, 0, 0, 0, 0, "", 0),
                    (f, m) ->
                            new OrderStatus(
                                    f.integer("orderId", m.orderId()),
                                    f.text("status", m.status()),
                                    f.decimal("filled", m.filledE8(), DecimalForm.QUANTITY),
                                    f.decimal("remaining", m.remainingE8(), DecimalForm.QUANTITY),
                                    f.decimal(
                                            "avgFillPrice",
                                            m.averageFillPriceE8(),
                                            DecimalForm.AMOUNT),
                                    f.number("permId", m.permId()),
                                    f.integer("parentId", m.parentId()),
                                    f.decimal(
                                            "lastFillPrice",
                                            m.lastFillPriceE8(),
                                            DecimalForm.AMOUNT),
                                    f.integer("clientId", m.clientId()),
                                    f.text("whyHeld", m.whyHeld()),
                                    f.decimal(
                                            "mktCapPrice",
                                            m.marketCapPriceE8(),
                                            DecimalForm.AMOUNT)));

    private static final Layout<OpenOrder> OPEN_ORDER =
            new Layout<>(
                    5,
                    0,
                    new OpenOrder(0, 0, 0, Contract.NONE, Order.NONE, OrderState.NONE),
                    OpenOrderLayout::walk);

    private static final Layout<OpenOrderEnd> OPEN_ORDER_END =
            new Layout<>(
                    53,
                    0,
                    new OpenOrderEnd(),
                    (f, m) -> {
                        f.filler("1");
                        return new OpenOrderEnd();
                    });

    private static final Layout<OrderBound> ORDER_BOUND =
            new Layout<>(
                    100,
                    0,
                    new OrderBound(0, 0, 0),
                    (f, m) ->
                            new OrderBound(
                                    f.number("permId", m.permId()),
                                    f.integer("clientId", m.clientId()),
                                    f.integer("orderId", m.orderId())));

    private static final Layout<ExecDetails> EXEC_DETAILS =
            new Layout<>(
                    11,
                    0,
                    new ExecDetails(0, Contract.NONE, Execution.NONE),
                    OrderMessageLayouts::execution);

    private static final Layout<ExecDetailsEnd> EXEC_DETAILS_END =
            new Layout<>(
                    55,
                    0,
                    new ExecDetailsEnd(0),
                    (f, m) -> {
                        f.filler("1");
                        return new ExecDetailsEnd(f.integer("requestId", m.requestId()));
                    });

    private static final Layout<CommissionReport> COMMISSION_REPORT =
            new Layout<>(
                    59,
                    0,
                    new CommissionReport("", 0, "", 0, 0, ""),
                    (f, m) -> {
                        f.filler("1");
                        return new CommissionReport(
                                f.text("execId", m.execId()),
                                f.decimal("commission", m.commissionE8(), DecimalForm.POINT),
                                f.text("currency", m.currency()),
                                f.decimal(
                                        "realizedPnL",
                                        m.realizedPnlE8(),
                                        DecimalForm.POINT_OR_LARGEST),
                                f.decimal("yield", m.yieldE8(), DecimalForm.POINT_OR_LARGEST),
                                f.text("yieldRedemptionDate", m.yieldRedemptionDate()));
                    });

    private static final Layout<CompletedOrder> COMPLETED_ORDER =
            new Layout<>(
                    101,
                    0,
                    new CompletedOrder(0, Contract.NONE, Order.NONE, CompletedState.NONE),
                    CompletedOrderLayout::walk);

    private static final Layout<CompletedOrdersEnd> COMPLETED_ORDERS_END =
            new Layout<>(102, 0, new CompletedOrdersEnd(), (f, m) -> new CompletedOrdersEnd());

    static final List<Layout<? extends OrderMessage>> ALL =
            List.of(
                    ORDER_STATUS,
                    OPEN_ORDER,
                    OPEN_ORDER_END,
                    ORDER_BOUND,
                    EXEC_DETAILS,
                    EXEC_DETAILS_END,
                    COMMISSION_REPORT,
                    COMPLETED_ORDER,
                    COMPLETED_ORDERS_END);

    private OrderMessageLayouts() {}

    static void write(FieldWriter writer, OrderMessage message) {
        switch (message) {
            case OrderStatus m -> ORDER_STATUS.write(writer, m);
            case OpenOrder m -> OPEN_ORDER.write(writer, m);
            case OpenOrderEnd m -> OPEN_ORDER_END.write(writer, m);
            case OrderBound m -> ORDER_BOUND.write(writer, m);
            case ExecDetails m -> EXEC_DETAILS.write(writer, m);
            case ExecDetailsEnd m -> EXEC_DETAILS_END.write(writer, m);
            case CommissionReport m -> COMMISSION_REPORT.write(writer, m);
            case CompletedOrder m -> COMPLETED_ORDER.write(writer, m);
            case CompletedOrdersEnd m -> COMPLETED_ORDERS_END.write(writer, m);
        }
    }

    private static ExecDetails execution(Fields f, ExecDetails m) {
        Execution e = m.execution();
        int requestId = f.integer("requestId", m.requestId());
        int orderId = f.integer("orderId", e.orderId());
        Contract contract = ContractFields.eleven(f, m.contract());
        return new ExecDetails(
                requestId,
                contract,
                new Execution(
                        orderId,
                        f.text("execId", e.execId()),
                        f.text("time", e.time()),
                        f.text("account", e.account()),
                        f.text("exchange", e.exchange()),
                        f.text("side", e.side()),
                        f.decimal("shares", e.sharesE8(), DecimalForm.QUANTITY),
                        f.decimal("price", e.priceE8(), DecimalForm.POINT),
                        f.number("permId", e.permId()),
                        f.integer("clientId", e.clientId()),
                        f.integer("liquidation", e.liquidation()),
                        f.decimal("cumQty", e.cumulativeQuantityE8(), DecimalForm.QUANTITY),
                        f.decimal("avgPrice", e.averagePriceE8(), DecimalForm.POINT),
                        f.text("orderRef", e.orderRef()),
                        f.text("evRule", e.evRule()),
                        f.decimal("evMultiplier", e.evMultiplierE8(), DecimalForm.OPTIONAL),
                        f.text("modelCode", e.modelCode()),
                        f.integer("lastLiquidity", e.lastLiquidity()),
                        f.since(178) && f.flag("pendingPriceRevision", e.pendingPriceRevision()),
                        f.since(198) ? f.text("submitter", e.submitter()) : ""));
    }
}
