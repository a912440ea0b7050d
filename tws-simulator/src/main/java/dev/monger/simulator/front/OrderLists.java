package dev.monger.simulator.front;

import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.Execution;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.fault.BrokerFaults;
import dev.monger.simulator.fault.Link;
import dev.monger.simulator.fault.WaitingOrder;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.TradingCalendar;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.ExecutionFilter;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.OrderState;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** Lists of orders and executions for one session, as far as TWS knows them. */
final class OrderLists {
    private final Front front;
    private final FrontContext context;
    private final SessionOutput out;

    OrderLists(Front front, SessionOutput out) {
        this.front = front;
        this.context = front.context();
        this.out = out;
    }

    /** A session's own orders; client 0 binds those that people typed, if the broker is there. */
    void ownOpenOrders() {
        for (BrokerOrder order : context.books().openOrders()) {
            boolean unbound = order.origin().manual() && order.origin().orderId() == 0;
            if (unbound && out.clientId() == 0 && !link().isLost()) {
                if (context.settings().readOnly()) {
                    out.error(-1, 321, OrderRequests.READ_ONLY);
                } else {
                    front.bind(order, out);
                }
            }
            if (front.owns(out, order)) {
                tell(order);
            }
        }
        waiting(order -> order.clientId() == out.clientId());
        out.send(new OrderMessage.OpenOrderEnd());
    }

    /** Everybody's orders. */
    void allOpenOrders() {
        for (BrokerOrder order : context.books().openOrders()) {
            front.saw(out, order);
            tell(order);
        }
        waiting(_ -> true);
        out.send(new OrderMessage.OpenOrderEnd());
    }

    /** New orders that wait for the link are TWS's own, and pending. */
    private void waiting(Predicate<WaitingOrder> wanted) {
        for (WaitingOrder order : link().waitingOrders()) {
            if (wanted.test(order)) {
                context.backend().orderIdUsed(out.clientId(), order.request().orderId());
                out.send(open(order));
                out.send(order.status());
            }
        }
    }

    private OrderMessage.OpenOrder open(WaitingOrder order) {
        Contract contract = order.request().contract();
        Order written = order.request().order();
        return new OrderMessage.OpenOrder(
                order.request().orderId(),
                order.clientId(),
                0,
                context.finder().one(contract) instanceof ContractFinder.Found.One(Instrument one)
                        ? WireContracts.contract(one)
                        : contract,
                WireTerms.read(written) instanceof WireTerms.Read.Understood(OrderTerms terms)
                        ? OrderWriter.unplaced(written, terms)
                        : written,
                OrderState.of(WaitingOrder.STATUS));
    }

    private Link link() {
        return context.faults().link();
    }

    /** Tells what nobody asked for; a TWS that knows nothing has nothing to tell. */
    void tell(BrokerFaults.Unasked unasked) {
        if (link().known() == null) {
            return;
        }
        boolean master = out.clientId() == context.settings().masterClientId();
        context.books().openOrders().stream()
                .filter(order -> master || front.owns(out, order))
                .forEach(this::tell);
        List<Execution> all =
                context.books().revisions().stream()
                        .filter(one -> master || one.origin().clientId() == out.clientId())
                        .toList();
        int from = Math.max(0, all.size() - unasked.executions());
        for (Execution execution : all.subList(from, all.size())) {
            out.send(context.writer().execution(-1, execution, out.version()));
            out.send(context.writer().commission(execution));
        }
    }

    private void tell(BrokerOrder order) {
        out.send(context.writer().open(order, false));
        out.send(context.writer().status(order));
    }

    void executions(OrderRequest.RequestExecutions request) {
        ExecutionFilter filter = request.filter();
        long since = filter.time().isEmpty() ? 0 : TimeTexts.parse(filter.time());
        if (since == TimeTexts.MALFORMED) {
            out.error(
                    request.requestId(), 10314, "The date, time, or time-zone entered is invalid.");
            return;
        }
        LocalDate today = context.venue().calendar().day(context.nowNanos());
        int back = filter.lastDays() > 0 && filter.lastDays() <= 7 ? filter.lastDays() : 1;
        LocalDate first = today.minusDays(back - 1L);
        long reach = context.faults().broker().executionsSinceNanos(out.clientId());
        for (Execution execution : context.books().revisions()) {
            LocalDate day = context.venue().calendar().day(execution.timeNanos());
            boolean dayWanted =
                    filter.dates().isEmpty()
                            ? !day.isBefore(first)
                            : filter.dates().contains(number(day));
            if (dayWanted
                    && execution.timeNanos() >= Math.max(since, reach)
                    && matches(filter, execution)) {
                out.send(context.writer().execution(request.requestId(), execution, out.version()));
                out.send(context.writer().commission(execution));
            }
        }
        out.send(new OrderMessage.ExecDetailsEnd(request.requestId()));
    }

    private static int number(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private boolean matches(ExecutionFilter filter, Execution execution) {
        String symbol = context.backend().market(execution.conId()).instrument().symbol();
        String side = execution.trade().buy() ? "BUY" : "SELL";
        boolean client =
                filter.clientId() == 0
                        || filter.clientId() == Integer.MAX_VALUE
                        || filter.clientId() == execution.origin().clientId();
        boolean mayBeSeen =
                !context.settings().readings().ownExecutionsOnly()
                        || front.isMaster(out)
                        || execution.origin().clientId() == out.clientId();
        return client
                && mayBeSeen
                && (filter.account().isEmpty()
                        || filter.account().equals(execution.origin().account()))
                && (filter.symbol().isEmpty() || filter.symbol().equals(symbol))
                && (filter.secType().isEmpty() || filter.secType().equals("STK"))
                && (filter.exchange().isEmpty()
                        || filter.exchange().equals("SMART")
                        || filter.exchange().equals(execution.trade().exchange()))
                && (filter.side().isEmpty() || filter.side().equals(side));
    }

    void completed(boolean apiOnly) {
        LocalDate today = context.venue().calendar().day(context.nowNanos());
        for (BrokerOrder order : context.books().allOrders()) {
            boolean wanted = !(apiOnly && order.origin().manual());
            if (order.status().isDone()
                    && wanted
                    && today.equals(TradingCalendar.local(order.doneNanos()).toLocalDate())) {
                out.send(context.writer().completed(order));
            }
        }
        out.send(new OrderMessage.CompletedOrdersEnd());
    }
}
