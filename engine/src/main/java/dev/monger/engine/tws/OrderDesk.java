package dev.monger.engine.tws;

import dev.monger.core.monger.MongerEvent;
import dev.monger.core.monger.OrderEvent;
import dev.monger.engine.Now;
import dev.monger.engine.avro.BrokerDetail.ExecutionDetail;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.session.SessionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells the core what TWS says of orders and executions, and keeps what only records need. */
final class OrderDesk {

    /** Records look at an execution when it comes, corrections at those of the same day. */
    private static final int MOST_EXECUTIONS = 10_000;

    private final OrderEvents events;
    private final Map<String, ExecutionDetail> executions =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, ExecutionDetail> eldest) {
                    return size() > MOST_EXECUTIONS;
                }
            };

    OrderDesk(OrderEvents events) {
        this.events = events;
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
            case OrderMessage.CommissionReport report ->
                    events.commission(report).ifPresent(sink::event);
            case OrderMessage.CompletedOrder completed ->
                    events.completedOrder(completed).ifPresent(sink::event);
            // The session says what the ends of lists mean.
            case OrderMessage.OpenOrderEnd _,
                    OrderMessage.ExecDetailsEnd _,
                    OrderMessage.CompletedOrdersEnd _,
                    OrderMessage.OrderBound _ -> {}
        }
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
