package dev.monger.simulator.front;

import dev.monger.simulator.backend.Backend;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.OrderOrigin;
import dev.monger.simulator.backend.OrderStatus;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.PlaceOutcome;
import dev.monger.simulator.venue.Instrument;
import dev.monger.tws.message.OrderRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders a session places, changes and cancels. */
final class OrderRequests {
    static final String READ_ONLY =
            "Error validating request.-'bW' : cause - The API interface is currently in Read-Only mode.";

    private final FrontContext context;
    private final SessionOutput out;

    private record Read(OrderRequest.PlaceOrder request, Instrument instrument, OrderTerms terms) {
        int id() {
            return request.orderId();
        }
    }

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
        if (known == null && !isNextId(request)) {
            return;
        }
        Read order = read(request);
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

    /** Whether an order that is not there yet may have the id it was sent with. */
    private boolean isNextId(OrderRequest.PlaceOrder request) {
        int id = request.orderId();
        if (request.order().whatIf() || context.drafts().of(out.clientId(), id) != null) {
            return true;
        }
        if (id <= 0) {
            out.error(id, 10149, "Invalid order id: " + id);
            return false;
        }
        boolean waited = context.faults().link().sendsOn(out.clientId(), id);
        if (!waited && id < backend().nextOrderId(out.clientId())) {
            out.error(id, 103, "Duplicate order id");
            return false;
        }
        return true;
    }

    void cancel(int orderId) {
        BrokerOrder order = backend().order(out.clientId(), orderId);
        DraftDesk.Draft draft = context.drafts().of(out.clientId(), orderId);
        if (draft != null) {
            context.drafts().discard(draft);
        } else if (order == null) {
            unknown(orderId);
        } else if (context.settings().readOnly()) {
            out.error(orderId, 321, READ_ONLY);
        } else if (!backend().cancel(order, "")) {
            uncancellable(order);
        }
    }

    private void unknown(int orderId) {
        boolean ofAnother =
                backend().allOrders().stream().anyMatch(one -> one.origin().orderId() == orderId);
        if (orderId == 0) {
            out.error(orderId, 10149, "Invalid order id: 0");
        } else if (ofAnother) {
            out.error(orderId, 135, "Can't find order with id =" + orderId);
        } else {
            out.error(
                    orderId,
                    10147,
                    "OrderId " + orderId + " that needs to be cancelled is not found.");
        }
    }

    private void uncancellable(BrokerOrder order) {
        int id = order.origin().orderId();
        if (order.status() == OrderStatus.INACTIVE) {
            out.error(
                    id,
                    161,
                    "Cancel attempted when order is not in a cancellable state. Order permId ="
                            + order.permId());
        } else {
            out.error(
                    id,
                    10148,
                    "OrderId "
                            + id
                            + " that needs to be cancelled cannot be cancelled, state: "
                            + order.status().wireName()
                            + ".");
        }
    }

    private @Nullable Read read(OrderRequest.PlaceOrder request) {
        int id = request.orderId();
        return switch (context.finder().one(request.contract())) {
            case ContractFinder.Found.NotOne(String text) -> {
                if (request.order().whatIf()) {
                    out.error(id, 321, "Error validating request.-'bW' : cause - " + text);
                } else {
                    out.error(id, 200, text);
                }
                yield null;
            }
            case ContractFinder.Found.One(Instrument instrument) ->
                    switch (WireTerms.read(request.order())) {
                        case WireTerms.Read.Refused(int code, String text) -> {
                            out.error(id, code, text);
                            yield null;
                        }
                        case WireTerms.Read.Understood(OrderTerms terms) ->
                                new Read(request, instrument, terms);
                    };
        };
    }

    private void whatIf(Read order) {
        PlaceOutcome.Refused problem = backend().problem(order.instrument(), order.terms());
        String account = account(order);
        if (!order.request().order().transmit()) {
            out.error(order.id(), 413, "The what-if order must be transmitted.");
        } else if (problem != null) {
            out.error(order.id(), problem.code(), problem.text());
        } else if (account == null) {
            out.error(order.id(), 435, "You must specify an account.");
        } else {
            out.send(
                    WhatIfAnswer.of(
                            out.clientId(),
                            order.request(),
                            new WhatIfAnswer.Asked(
                                    WireContracts.contract(order.instrument()),
                                    account,
                                    order.terms()),
                            backend().preview(account, order.instrument(), order.terms())));
        }
    }

    private void change(BrokerOrder known, Read order) {
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
            case PlaceOutcome.Refused(int code, String text) -> out.error(order.id(), code, text);
            case PlaceOutcome.Taken taken ->
                    context.echoes().wrote(taken.order().permId(), order.request().order());
        }
    }

    private void take(Read order) {
        int id = order.id();
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
                        || context.drafts().of(out.clientId(), parentId) != null
                        || backend().order(out.clientId(), parentId) != null;
        if (!parentKnown) {
            out.error(id, 10006, "Missing parent order.");
            return;
        }
        backend().orderIdUsed(out.clientId(), id);
        OrderOrigin origin = new OrderOrigin(account, out.clientId(), id, false);
        context.drafts()
                .hold(origin, parentId, order.instrument(), order.terms(), order.request().order());
        if (order.request().order().transmit()) {
            context.drafts().transmitFamily(out.clientId(), parentId == 0 ? id : parentId);
            tellPreset(order);
        }
    }

    private void tellPreset(Read order) {
        boolean unsaid = order.request().order().timeInForce().isEmpty();
        boolean taken = backend().order(out.clientId(), order.id()) != null;
        if (unsaid && taken && context.settings().readings().presetDay()) {
            out.error(order.id(), 10349, "Order TIF was set to DAY based on order preset.");
        }
    }

    private @Nullable String account(Read order) {
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
