package dev.monger.simulator.server;

import dev.monger.simulator.Person;
import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.OrderKind;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.PlaceOutcome;
import dev.monger.simulator.backend.TimeInForce;
import dev.monger.simulator.front.DraftDesk;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The part of the control API by which a person types, transmits, changes and cancels orders. */
final class OrderActions {
    private static final String[] CHANGES = {"quantity", "limitPrice", "stopPrice"};

    private final TwsSimulator simulator;

    OrderActions(TwsSimulator simulator) {
        this.simulator = simulator;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/orders", _ -> BooksView.orders(simulator)),
                Operation.post("/manual-orders", call -> type(call.body())),
                Operation.post("/orders/{permId}/change", this::change),
                Operation.post(
                        "/orders/{permId}/cancel",
                        call -> outcome(person().cancel(order(call).permId()))),
                Operation.post(
                        "/orders/{permId}/locate",
                        call -> outcome(person().locate(order(call).permId()))),
                Operation.get("/drafts", _ -> drafts()),
                Operation.post("/drafts/{number}/change", this::changeDraft),
                Operation.post(
                        "/drafts/{number}/transmit",
                        call -> outcome(person().transmit(draft(call)))),
                Operation.post("/drafts/{number}/discard", this::discard));
    }

    private Object type(RequestBody body) throws BadInput {
        body.only(
                "account",
                "symbol",
                "action",
                "quantity",
                "type",
                "limitPrice",
                "stopPrice",
                "trailingAmount",
                "trailingPercent",
                "limitOffset",
                "timeInForce",
                "goodTill",
                "outsideRegularHours",
                "transmit");
        String symbol = body.required("symbol");
        body.required("action");
        OrderTerms terms =
                new OrderTerms(
                        body.word("action", "", List.of("BUY", "SELL")).equals("BUY"),
                        RequestBody.whole("quantity", body.required("quantity")),
                        kind(body),
                        new OrderTerms.Prices(
                                body.decimalE8("limitPrice", 0),
                                body.decimalE8("stopPrice", 0),
                                body.decimalE8("trailingAmount", 0),
                                body.decimalE8("trailingPercent", 0),
                                0,
                                body.decimalE8("limitOffset", 0)),
                        life(body),
                        "",
                        0,
                        "");
        String account = body.text("account", simulator.backend().settings().accounts().getFirst());
        if (body.flag("transmit", true)) {
            return outcome(person().place(account, symbol, terms));
        }
        return typed(person().type(account, symbol, terms));
    }

    private static OrderKind kind(RequestBody body) throws BadInput {
        List<String> names = new ArrayList<>();
        for (OrderKind kind : OrderKind.values()) {
            names.add(kind.wireName());
        }
        String name = body.word("type", "MKT", names);
        OrderKind kind = OrderKind.of(name);
        if (kind == null) {
            throw new IllegalStateException("Invariant: a kind's name names it, " + name);
        }
        return kind;
    }

    private static OrderTerms.Life life(RequestBody body) throws BadInput {
        List<String> names = new ArrayList<>();
        for (TimeInForce rule : TimeInForce.values()) {
            names.add(rule.name());
        }
        TimeInForce rule = TimeInForce.valueOf(body.word("timeInForce", "DAY", names));
        long end = 0;
        if (rule == TimeInForce.GTD) {
            end = nanos(body.required("goodTill"));
        } else if (body.has("goodTill")) {
            throw new BadInput("goodTill: only with timeInForce GTD");
        }
        return new OrderTerms.Life(rule, end, body.flag("outsideRegularHours", false));
    }

    private static long nanos(String text) throws BadInput {
        try {
            Instant instant = Instant.parse(text);
            return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
        } catch (DateTimeException e) {
            throw new BadInput(
                    "goodTill: expected a time like 2026-11-24T20:00:00Z, was '" + text + "'");
        }
    }

    private Object change(Operation.Call call) throws BadInput {
        call.body().only(CHANGES);
        BrokerOrder order = order(call);
        return outcome(person().change(order.permId(), changed(order.terms(), call.body())));
    }

    private static OrderTerms changed(OrderTerms old, RequestBody body) throws BadInput {
        OrderTerms.Prices prices = old.prices();
        return old.withShares(body.whole("quantity", old.shares()))
                .withPrices(
                        new OrderTerms.Prices(
                                body.decimalE8("limitPrice", prices.limitE8()),
                                body.decimalE8("stopPrice", prices.stopE8()),
                                prices.trailAmountE8(),
                                prices.trailPercentE8(),
                                prices.triggerMethod(),
                                prices.limitOffsetE8()));
    }

    private Object drafts() {
        List<Object> views = new ArrayList<>();
        for (DraftDesk.Draft draft : simulator.front().drafts().all()) {
            views.add(BooksView.draft(draft));
        }
        return views;
    }

    private Object changeDraft(Operation.Call call) throws BadInput {
        call.body().only(CHANGES);
        DraftDesk.Draft draft = draft(call);
        return typed(person().change(draft, changed(draft.terms(), call.body())));
    }

    private Object discard(Operation.Call call) throws BadInput {
        person().discard(draft(call));
        return drafts();
    }

    private DraftDesk.Draft draft(Operation.Call call) throws BadInput {
        String number = call.name("number");
        DraftDesk.Draft draft = person().draft((int) RequestBody.whole("number", number));
        if (draft == null) {
            throw new BadInput("number: no draft has " + number + "; GET /drafts lists them");
        }
        return draft;
    }

    private BrokerOrder order(Operation.Call call) throws BadInput {
        String permId = call.name("permId");
        BrokerOrder order = simulator.backend().order(RequestBody.whole("permId", permId));
        if (order == null) {
            throw new BadInput("permId: no order has " + permId + "; GET /orders lists them");
        }
        return order;
    }

    private Person person() {
        return simulator.person();
    }

    private static Object typed(Person.Typed typed) throws BadInput {
        return switch (typed) {
            case Person.Typed.Held(DraftDesk.Draft draft) -> BooksView.draft(draft);
            case Person.Typed.Refused(PlaceOutcome.Refused why) ->
                    throw new BadInput(why.code() + ": " + why.text());
        };
    }

    private static Map<String, Object> outcome(PlaceOutcome outcome) throws BadInput {
        return switch (outcome) {
            case PlaceOutcome.Taken(BrokerOrder order) -> BooksView.order(order);
            case PlaceOutcome.Refused(int code, String text) ->
                    throw new BadInput(code + ": " + text);
        };
    }
}
