package dev.monger.engine.tws;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.OrderRef;
import dev.monger.core.monger.Leg;
import dev.monger.core.monger.MongerCommand;
import dev.monger.core.monger.MongerEvent;
import dev.monger.core.monger.OrderEvent;
import dev.monger.core.monger.OrderTicket;
import dev.monger.engine.Now;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.ExecutionFilter;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.session.ClientSession;
import dev.monger.tws.session.Lane;
import dev.monger.tws.session.Sending;
import dev.monger.tws.session.SessionEvent;
import dev.monger.tws.session.SessionOutputs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a monger asks of the broker, and under which ids it asked. */
final class BrokerRequests {

    private static final int DAYS_BACK = 7;

    private final ClientSession session;
    private final OrderIds ids;
    private final AccountId account;
    private final List<MongerEvent> sent = new ArrayList<>();

    BrokerRequests(ClientSession session, OrderIds ids, AccountId account) {
        this.session = session;
        this.ids = ids;
        this.account = account;
    }

    int nextId() {
        return session.takeRequestId();
    }

    boolean isData(int id) {
        return id > ClientSession.FIRST_REQUEST_ID;
    }

    /** Returns, once, what the core must learn of orders that were sent. */
    List<MongerEvent> sentOrders() {
        List<MongerEvent> events = List.copyOf(sent);
        sent.clear();
        return events;
    }

    Sending data(ClientMessage message, Now now, SessionOutputs out) {
        return session.send(message, Lane.DATA, now.monotonicNanos(), out);
    }

    void lists(int executionsId, Now now, SessionOutputs out) {
        data(new OrderRequest.RequestOpenOrders(), now, out);
        data(
                new OrderRequest.RequestExecutions(
                        executionsId, ExecutionFilter.ofAccount(account.value(), DAYS_BACK)),
                now,
                out);
        data(new OrderRequest.RequestCompletedOrders(true), now, out);
        // A second subscription gets no second list, so the first one is ended before.
        data(new AccountRequest.CancelPositions(), now, out);
        data(new AccountRequest.RequestPositions(), now, out);
    }

    void notSent(MongerCommand.SubmitOrders submit, Sink sink) {
        for (OrderTicket ticket : submit.tickets()) {
            sink.event(new OrderEvent.OrderNotSent(ticket.ref(), "no session with TWS"));
        }
    }

    /**
     * What waited for the pace when the link was lost never left: a new order then never was, a
     * changed one lives on as it was.
     */
    void notSent(SessionEvent.NotSent message, Sink sink) {
        if (message.message() instanceof OrderRequest.PlaceOrder place && !message.ofKnownOrder()) {
            ids.refOf(place.orderId())
                    .ifPresent(
                            ref -> sink.event(new OrderEvent.OrderNotSent(ref, message.reason())));
        }
    }

    void submit(
            MongerCommand.SubmitOrders submit,
            @Nullable Contract contract,
            Now now,
            SessionOutputs out) {
        List<OrderTicket> tickets = submit.tickets();
        Lane lane = tickets.getFirst().leg() == Leg.ENTRY ? Lane.ENTRY : Lane.EXIT;
        for (int index = 0; index < tickets.size(); index++) {
            OrderTicket ticket = tickets.get(index);
            if (contract == null) {
                sent.add(new OrderEvent.OrderNotSent(ticket.ref(), "the contract is not known"));
                continue;
            }
            if (!session.hasOrderId()) {
                sent.add(new OrderEvent.OrderNotSent(ticket.ref(), "order ids are used up"));
                continue;
            }
            int orderId = session.takeOrderId();
            ids.put(ticket.ref(), orderId);
            boolean transmit = !continues(ticket, tickets.subList(index + 1, tickets.size()));
            Sending sending =
                    session.send(
                            placed(orderId, contract, ticket, transmit),
                            lane,
                            now.monotonicNanos(),
                            out);
            sent.add(
                    sending == Sending.LINK_DOWN
                            ? new OrderEvent.OrderNotSent(
                                    ticket.ref(), "TWS and the broker are apart")
                            : new OrderEvent.OrderSent(ticket.ref(), orderId));
        }
    }

    /** A bracket is held at TWS until its last order: only that one is transmitted. */
    private static boolean continues(OrderTicket ticket, List<OrderTicket> later) {
        OrderRef parent = ticket.parent();
        return later.stream()
                .anyMatch(other ->
                        ticket.ref().equals(other.parent())
                                || (parent != null && parent.equals(other.parent())));
    }

    private OrderRequest.PlaceOrder placed(
            int orderId, Contract contract, OrderTicket ticket, boolean transmit) {
        int parentId = ticket.parent() == null ? 0 : ids.idOf(ticket.parent()).orElse(0);
        return new OrderRequest.PlaceOrder(
                orderId, contract, OrderMessages.order(ticket, account, parentId, transmit));
    }

    void modify(OrderTicket ticket, @Nullable Contract contract, Now now, SessionOutputs out) {
        Integer orderId = ids.idOf(ticket.ref()).orElse(null);
        if (orderId == null || contract == null) {
            unchanged(
                    ticket,
                    contract == null ? "the contract is not known" : "the order id is not known");
            return;
        }
        Lane lane = ticket.leg().exits() ? Lane.EXIT : Lane.ENTRY;
        Sending sending =
                session.send(
                        placed(orderId, contract, ticket, true), lane, now.monotonicNanos(), out);
        if (sending == Sending.LINK_DOWN) {
            unchanged(ticket, "TWS and the broker are apart");
        }
    }

    /** A change that was not sent leaves the order as one that the broker refused. */
    private void unchanged(OrderTicket ticket, String why) {
        sent.add(
                new OrderEvent.OrderErrorReported(
                        ticket.ref(),
                        null,
                        0,
                        OrderEvent.ErrorMeaning.CHANGE_REFUSED,
                        "the change was not sent: " + why));
    }

    void cancel(OrderRef ref, Now now, SessionOutputs out) {
        Integer orderId = ids.idOf(ref).orElse(null);
        if (orderId == null) {
            sent.add(
                    new OrderEvent.OrderErrorReported(
                            ref,
                            null,
                            0,
                            OrderEvent.ErrorMeaning.CANCEL_REFUSED,
                            "the cancel was not sent: the order id is not known"));
            return;
        }
        session.send(OrderRequest.CancelOrder.of(orderId), Lane.EXIT, now.monotonicNanos(), out);
    }
}
