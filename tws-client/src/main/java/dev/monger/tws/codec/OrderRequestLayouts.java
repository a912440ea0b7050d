package dev.monger.tws.codec;

import dev.monger.tws.message.Contract;
import dev.monger.tws.message.ExecutionFilter;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.OrderRequest.CancelOrder;
import dev.monger.tws.message.OrderRequest.PlaceOrder;
import dev.monger.tws.message.OrderRequest.RequestAllOpenOrders;
import dev.monger.tws.message.OrderRequest.RequestAutoOpenOrders;
import dev.monger.tws.message.OrderRequest.RequestCompletedOrders;
import dev.monger.tws.message.OrderRequest.RequestExecutions;
import dev.monger.tws.message.OrderRequest.RequestGlobalCancel;
import dev.monger.tws.message.OrderRequest.RequestOpenOrders;
import java.util.List;

/** Layouts of requests about orders. */
final class OrderRequestLayouts {

    private static final Layout<PlaceOrder> PLACE_ORDER =
            new Layout<>(
                    3, 0, new PlaceOrder(0, Contract.NONE, Order.NONE), PlaceOrderLayout::walk);

    private static final Layout<CancelOrder> CANCEL_ORDER =
            new Layout<>(4, 0, CancelOrder.of(0), OrderRequestLayouts::cancel);

    private static final Layout<RequestGlobalCancel> REQUEST_GLOBAL_CANCEL =
            new Layout<>(58, 0, RequestGlobalCancel.PLAIN, OrderRequestLayouts::globalCancel);

    private static final Layout<RequestOpenOrders> REQUEST_OPEN_ORDERS =
            new Layout<>(
                    5,
                    0,
                    new RequestOpenOrders(),
                    (f, m) -> {
                        f.filler("1");
                        return new RequestOpenOrders();
                    });

    private static final Layout<RequestAllOpenOrders> REQUEST_ALL_OPEN_ORDERS =
            new Layout<>(
                    16,
                    0,
                    new RequestAllOpenOrders(),
                    (f, m) -> {
                        f.filler("1");
                        return new RequestAllOpenOrders();
                    });

    private static final Layout<RequestAutoOpenOrders> REQUEST_AUTO_OPEN_ORDERS =
            new Layout<>(
                    15,
                    0,
                    new RequestAutoOpenOrders(false),
                    (f, m) -> {
                        f.filler("1");
                        return new RequestAutoOpenOrders(f.flag("autoBind", m.autoBind()));
                    });

    private static final Layout<RequestExecutions> REQUEST_EXECUTIONS =
            new Layout<>(
                    7,
                    0,
                    new RequestExecutions(0, ExecutionFilter.NONE),
                    OrderRequestLayouts::executions);

    private static final Layout<RequestCompletedOrders> REQUEST_COMPLETED_ORDERS =
            new Layout<>(
                    99,
                    0,
                    new RequestCompletedOrders(false),
                    (f, m) -> new RequestCompletedOrders(f.flag("apiOnly", m.apiOnly())));

    static final List<Layout<? extends OrderRequest>> ALL =
            List.of(
                    PLACE_ORDER,
                    CANCEL_ORDER,
                    REQUEST_GLOBAL_CANCEL,
                    REQUEST_OPEN_ORDERS,
                    REQUEST_ALL_OPEN_ORDERS,
                    REQUEST_AUTO_OPEN_ORDERS,
                    REQUEST_EXECUTIONS,
                    REQUEST_COMPLETED_ORDERS);

    private OrderRequestLayouts() {}

    static void write(FieldWriter writer, OrderRequest message) {
        switch (message) {
            case PlaceOrder m -> PLACE_ORDER.write(writer, m);
            case CancelOrder m -> CANCEL_ORDER.write(writer, m);
            case RequestGlobalCancel m -> REQUEST_GLOBAL_CANCEL.write(writer, m);
            case RequestOpenOrders m -> REQUEST_OPEN_ORDERS.write(writer, m);
            case RequestAllOpenOrders m -> REQUEST_ALL_OPEN_ORDERS.write(writer, m);
            case RequestAutoOpenOrders m -> REQUEST_AUTO_OPEN_ORDERS.write(writer, m);
            case RequestExecutions m -> REQUEST_EXECUTIONS.write(writer, m);
            case RequestCompletedOrders m -> REQUEST_COMPLETED_ORDERS.write(writer, m);
        }
    }

    private static CancelOrder cancel(Fields f, CancelOrder m) {
        boolean operators = f.since(192);
        if (!operators) {
            f.filler("1");
        }
        int orderId = f.integer("orderId", m.orderId());
        String time =
                f.since(169) ? f.text("manualOrderCancelTime", m.manualOrderCancelTime()) : "";
        if (f.since(187) && !f.since(190)) {
            f.filler("");
            f.filler("");
            f.filler(Integer.toString(Integer.MAX_VALUE));
        }
        return new CancelOrder(
                orderId,
                time,
                operators ? f.text("extOperator", m.externalOperator()) : "",
                operators ? indicator(f, m.manualOrderIndicator()) : Integer.MAX_VALUE);
    }

    private static RequestGlobalCancel globalCancel(Fields f, RequestGlobalCancel m) {
        if (!f.since(192)) {
            f.filler("1");
            return RequestGlobalCancel.PLAIN;
        }
        return new RequestGlobalCancel(
                f.text("extOperator", m.externalOperator()),
                indicator(f, m.manualOrderIndicator()));
    }

    private static int indicator(Fields f, int value) {
        return f.integer("manualOrderIndicator", value, Unset.LARGEST);
    }

    private static RequestExecutions executions(Fields f, RequestExecutions m) {
        f.filler("3");
        ExecutionFilter filter = m.filter();
        int requestId = f.integer("requestId", m.requestId());
        int clientId = f.integer("clientId", filter.clientId(), Unset.ZERO_AS_EMPTY);
        String account = f.text("acctCode", filter.account());
        String time = f.text("time", filter.time());
        String symbol = f.text("symbol", filter.symbol());
        String secType = f.text("secType", filter.secType());
        String exchange = f.text("exchange", filter.exchange());
        String side = f.text("side", filter.side());
        boolean days = f.since(200);
        int lastDays =
                days ? f.integer("lastNDays", filter.lastDays(), Unset.LARGEST) : Integer.MAX_VALUE;
        List<Integer> none = List.of();
        List<Integer> dates =
                days
                        ? f.list(
                                "dateCount",
                                filter.dates(),
                                0,
                                (g, date) -> g.integer("date", date))
                        : none;
        return new RequestExecutions(
                requestId,
                new ExecutionFilter(
                        clientId, account, time, symbol, secType, exchange, side, lastDays, dates));
    }
}
