package dev.monger.engine.tws;

import dev.monger.core.monger.MongerEvent;
import dev.monger.core.monger.OrderEvent;
import dev.monger.engine.Now;
import dev.monger.engine.avro.BrokerDetail.ExecutionDetail;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.session.SessionEvent;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells the core what TWS says of orders and executions, and keeps what only records need. */
final class OrderDesk {

    private final OrderEvents events;
    private final Listings listings;
    private final BrokerRequests requests;
    private final SortedMap<String, ExecutionDetail> executions = new TreeMap<>();

    OrderDesk(OrderEvents events, Listings listings, BrokerRequests requests) {
        this.events = events;
        this.listings = listings;
        this.requests = requests;
    }

    /** Reads for another client from now on. */
    void use(int newClientId) {
        events.use(newClientId);
    }

    void heard(OrderMessage message, Now now, Sink sink) {
        switch (message) {
            case OrderMessage.OpenOrder open -> events.openOrder(open).ifPresent(sink::event);
            case OrderMessage.OrderStatus status -> sink.event(events.status(status));
            case OrderMessage.ExecDetails details -> execution(details, now, sink);
            case OrderMessage.CommissionReport report -> sink.event(events.commission(report));
            case OrderMessage.CompletedOrder completed ->
                    events.completedOrder(completed).ifPresent(sink::event);
            case OrderMessage.OpenOrderEnd _ -> ended(Listings.Kind.OPEN_ORDERS, sink);
            case OrderMessage.ExecDetailsEnd end when requests.askedExecutions(end.requestId()) ->
                    ended(Listings.Kind.EXECUTIONS, sink);
            case OrderMessage.CompletedOrdersEnd _ -> ended(Listings.Kind.COMPLETED_ORDERS, sink);
            case OrderMessage.ExecDetailsEnd _, OrderMessage.OrderBound _ -> {}
        }
    }

    private void ended(Listings.Kind kind, Sink sink) {
        listings.ended(kind).forEach(sink::event);
    }

    /** Executions of other clients and of hands are the portfolio's to tell. */
    private void execution(OrderMessage.ExecDetails details, Now now, Sink sink) {
        var execution = details.execution();
        if (!events.isOwn(execution.clientId()) || execution.orderId() <= 0) {
            return;
        }
        executions.put(
                execution.execId(),
                new ExecutionDetail(
                        execution.orderId(),
                        execution.clientId(),
                        execution.exchange(),
                        AccountEvents.liquidity(execution.lastLiquidity())));
        events.execution(details, now.exchangeNanos())
                .map(OrderEvent.ExecutionReported::new)
                .ifPresent(sink::event);
    }

    Optional<MongerEvent> remarked(SessionEvent.OrderRemarked remarked) {
        return events.remarked(remarked);
    }

    ExecutionDetail executionDetail(String execId) {
        return executions.getOrDefault(execId, ExecutionDetail.UNKNOWN);
    }
}
