package dev.monger.simulator.front;

import dev.monger.simulator.backend.Backend;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.OrderOrigin;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.PlaceOutcome;
import dev.monger.simulator.venue.Instrument;
import dev.monger.tws.message.OrderRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Orders a session places, changes and cancels; those not transmitted wait here and die with the
 * session's TWS.
 */
final class OrderRequests {
    private static final String READ_ONLY =
            "Error validating request.-'bW' : cause - The API interface is currently in Read-Only mode.";

    private final FrontContext context;
    private final SessionOutput out;
    private final Map<Integer, Held> held = new TreeMap<>();

    private record Held(OrderRequest.PlaceOrder request, Instrument instrument, OrderTerms terms) {}

    OrderRequests(FrontContext context, SessionOutput out) {
        this.context = context;
        this.out = out;
    }

    void place(OrderRequest.PlaceOrder request) {
        int id = request.orderId();
        if (context.settings().readOnly()) {
            out.error(id, 321, READ_ONLY);
            return;
        }
        BrokerOrder known = backend().order(out.clientId(), id);
        boolean isNew = known == null && !held.containsKey(id);
        if (isNew && !request.order().whatIf() && id < backend().nextOrderId(out.clientId())) {
            out.error(id, 103, "Duplicate order id");
            return;
        }
        Held order = read(request);
        if (order == null) {
            return;
        }
        if (request.order().whatIf()) {
            whatIf(order);
        } else if (known != null) {
            change(known, order);
        } else {
            take(order);
        }
    }

    void cancel(int orderId) {
        BrokerOrder order = backend().order(out.clientId(), orderId);
        if (held.remove(orderId) != null) {
            out.error(orderId, 202, "Order Canceled - reason:");
        } else if (order == null) {
            out.error(
                    orderId,
                    10147,
                    "OrderId " + orderId + " that needs to be cancelled is not found.");
        } else if (context.settings().readOnly()) {
            out.error(orderId, 321, READ_ONLY);
        } else if (!backend().cancel(order, "")) {
            out.error(
                    orderId,
                    10148,
                    "OrderId "
                            + orderId
                            + " that needs to be cancelled cannot be cancelled, state: "
                            + order.status().wireName()
                            + ".");
        }
    }

    private @Nullable Held read(OrderRequest.PlaceOrder request) {
        int id = request.orderId();
        return switch (context.finder().one(request.contract())) {
            case ContractFinder.Found.NotOne(String text) -> {
                out.error(id, 200, text);
                yield null;
            }
            case ContractFinder.Found.One(Instrument instrument) ->
                    switch (WireTerms.read(request.order())) {
                        case WireTerms.Read.Refused(int code, String text) -> {
                            out.error(id, code, text);
                            yield null;
                        }
                        case WireTerms.Read.Understood(OrderTerms terms) ->
                                new Held(request, instrument, terms);
                    };
        };
    }

    private void whatIf(Held order) {
        int id = order.request().orderId();
        PlaceOutcome.Refused problem = backend().problem(order.instrument(), order.terms());
        String account = account(order);
        if (!order.request().order().transmit()) {
            out.error(id, 413, "The what-if order must be transmitted.");
        } else if (problem != null) {
            out.error(id, problem.code(), problem.text());
        } else if (account == null) {
            out.error(id, 435, "You must specify an account.");
        } else {
            out.send(
                    WhatIfAnswer.of(
                            out.clientId(),
                            order.request(),
                            WireContracts.contract(order.instrument()),
                            backend().preview(account, order.instrument(), order.terms())));
        }
    }

    private void change(BrokerOrder known, Held order) {
        PlaceOutcome outcome =
                context.faults()
                        .broker()
                        .change(
                                known,
                                order.instrument(),
                                order.terms(),
                                () -> context.echoes().expect(order.request().order()));
        context.echoes().expectNothing();
        switch (outcome) {
            case PlaceOutcome.Refused(int code, String text) ->
                    out.error(order.request().orderId(), code, text);
            case PlaceOutcome.Taken taken ->
                    context.echoes().wrote(taken.order().permId(), order.request().order());
        }
    }

    private void take(Held order) {
        int id = order.request().orderId();
        int parentId = order.request().order().parentId();
        PlaceOutcome.Refused problem = backend().problem(order.instrument(), order.terms());
        String account = account(order);
        if (problem != null) {
            out.error(id, problem.code(), problem.text());
            return;
        }
        if (account == null) {
            out.error(id, 435, "You must specify an account.");
            return;
        }
        boolean parentKnown =
                parentId == 0
                        || held.containsKey(parentId)
                        || backend().order(out.clientId(), parentId) != null;
        if (!parentKnown) {
            out.error(id, 10006, "Missing parent order.");
            return;
        }
        backend().orderIdUsed(out.clientId(), id);
        held.put(id, order);
        if (order.request().order().transmit()) {
            transmit(parentId == 0 ? id : parentId);
        }
    }

    /** Sends an order and all that hang on it, the parent first. */
    private void transmit(int rootId) {
        List<Integer> family = new ArrayList<>();
        if (held.containsKey(rootId)) {
            family.add(rootId);
        }
        for (Map.Entry<Integer, Held> entry : held.entrySet()) {
            if (entry.getValue().request().order().parentId() == rootId) {
                family.add(entry.getKey());
            }
        }
        for (int id : family) {
            Held order = held.remove(id);
            if (order != null) {
                submit(order);
            }
        }
    }

    private void submit(Held order) {
        int id = order.request().orderId();
        int parentId = order.request().order().parentId();
        BrokerOrder parent = parentId == 0 ? null : backend().order(out.clientId(), parentId);
        String account = account(order);
        if ((parentId != 0 && parent == null) || account == null) {
            out.error(id, 201, "Order rejected - reason:The parent order was not accepted.");
            return;
        }
        long parentPermId = parent == null ? 0 : parent.permId();
        OrderOrigin origin = new OrderOrigin(account, out.clientId(), id, false);
        context.echoes().expect(order.request().order());
        PlaceOutcome outcome =
                context.faults()
                        .broker()
                        .place(origin, order.instrument(), order.terms(), parentPermId);
        if (outcome instanceof PlaceOutcome.Refused(int code, String text)) {
            out.error(id, code, text);
        }
        context.echoes().expectNothing();
    }

    private @Nullable String account(Held order) {
        String named = order.request().order().account();
        List<String> accounts = backend().settings().accounts();
        if (named.isEmpty()) {
            return accounts.size() == 1 ? accounts.getFirst() : null;
        }
        return named;
    }

    private Backend backend() {
        return context.backend();
    }
}
