package dev.monger.simulator.server;

import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.OrderKind;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.PlaceOutcome;
import dev.monger.simulator.backend.TimeInForce;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Quote;
import dev.monger.tws.message.Decimals;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the control API does to the simulator, always on the loop thread. */
final class ControlActions {
    private static final long HUNDRED_E8 = 100 * Decimals.ONE;

    private final TwsSimulator simulator;

    ControlActions(TwsSimulator simulator) {
        this.simulator = simulator;
    }

    Map<String, Object> manualOrder(Map<String, String> body) throws BadInput {
        known(
                body,
                "account",
                "symbol",
                "action",
                "quantity",
                "type",
                "limitPrice",
                "stopPrice",
                "timeInForce",
                "outsideRegularHours");
        String action = required(body, "action").toUpperCase(Locale.ROOT);
        if (!action.equals("BUY") && !action.equals("SELL")) {
            throw new BadInput("action: expected BUY or SELL, was '" + action + "'");
        }
        String type = body.getOrDefault("type", "MKT");
        OrderKind kind = OrderKind.of(type);
        if (kind == null || kind.trails()) {
            throw new BadInput(
                    "type: expected MKT, LMT, STP, STP LMT, MOC or LOC, was '" + type + "'");
        }
        OrderTerms terms =
                new OrderTerms(
                        action.equals("BUY"),
                        shares(required(body, "quantity")),
                        kind,
                        new OrderTerms.Prices(
                                price(body, "limitPrice"), price(body, "stopPrice"), 0, 0, 0),
                        new OrderTerms.Life(
                                timeInForce(body.getOrDefault("timeInForce", "DAY")),
                                0,
                                Boolean.parseBoolean(
                                        body.getOrDefault("outsideRegularHours", "false"))),
                        "",
                        0,
                        "");
        String account =
                body.getOrDefault("account", simulator.backend().settings().accounts().getFirst());
        return outcome(simulator.person().place(account, required(body, "symbol"), terms));
    }

    Map<String, Object> cancel(String permId) throws BadInput {
        return outcome(simulator.person().cancel(order(permId).permId()));
    }

    Map<String, Object> change(String permId, Map<String, String> body) throws BadInput {
        known(body, "quantity", "limitPrice", "stopPrice");
        BrokerOrder order = order(permId);
        OrderTerms old = order.terms();
        OrderTerms.Prices prices = old.prices();
        OrderTerms terms =
                new OrderTerms(
                        old.buy(),
                        body.containsKey("quantity")
                                ? shares(required(body, "quantity"))
                                : old.shares(),
                        old.kind(),
                        new OrderTerms.Prices(
                                body.containsKey("limitPrice")
                                        ? price(body, "limitPrice")
                                        : prices.limitE8(),
                                body.containsKey("stopPrice")
                                        ? price(body, "stopPrice")
                                        : prices.stopE8(),
                                prices.trailAmountE8(),
                                prices.trailPercentE8(),
                                prices.triggerMethod()),
                        old.life(),
                        old.ocaGroup(),
                        old.ocaType(),
                        old.orderRef());
        return outcome(simulator.person().change(order.permId(), terms));
    }

    Map<String, Object> quote(Map<String, String> body) throws BadInput {
        known(
                body,
                "symbol",
                "bid",
                "ask",
                "bidSize",
                "askSize",
                "shiftPercent",
                "hold",
                "last",
                "lastSize",
                "halted");
        Market market = market(required(body, "symbol"));
        int conId = market.instrument().conId();
        boolean hold = Boolean.parseBoolean(body.getOrDefault("hold", "false"));
        if (body.containsKey("halted")) {
            simulator.person().halt(conId, (int) shares(required(body, "halted")));
        }
        if (body.containsKey("shiftPercent")) {
            shift(market, required(body, "shiftPercent"), hold);
        } else if (body.containsKey("bid") || body.containsKey("ask")) {
            simulator.person().quote(conId, forced(market.quote(), body), hold);
        }
        if (body.containsKey("last")) {
            long size = body.containsKey("lastSize") ? shares(required(body, "lastSize")) : 100;
            simulator.person().print(conId, price(body, "last"), size);
        }
        return quoteView(market);
    }

    private void shift(Market market, String percent, boolean hold) throws BadInput {
        int conId = market.instrument().conId();
        long tick = market.instrument().minTickE8();
        Quote now = market.quote();
        long shift = shift(now.midE8(), percent, tick);
        Quote moved =
                new Quote(
                        now.bidE8() + shift, now.bidShares(), now.askE8() + shift, now.askShares());
        simulator.person().quote(conId, moved, hold);
        // A print at the new level, so that stops that look at the last trade see the shift.
        simulator.person().print(conId, moved.midE8() / tick * tick, 100);
    }

    private static Quote forced(Quote now, Map<String, String> body) throws BadInput {
        return new Quote(
                body.containsKey("bid") ? price(body, "bid") : now.bidE8(),
                body.containsKey("bidSize")
                        ? shares(required(body, "bidSize"))
                        : Math.max(100, now.bidShares()),
                body.containsKey("ask") ? price(body, "ask") : now.askE8(),
                body.containsKey("askSize")
                        ? shares(required(body, "askSize"))
                        : Math.max(100, now.askShares()));
    }

    Map<String, Object> quoteView(Market market) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("symbol", market.instrument().symbol());
        view.put("conId", market.instrument().conId());
        view.put("bid", BooksView.money(market.quote().bidE8()));
        view.put("bidSize", Long.toString(market.quote().bidShares()));
        view.put("ask", BooksView.money(market.quote().askE8()));
        view.put("askSize", Long.toString(market.quote().askShares()));
        view.put("last", BooksView.money(market.lastE8()));
        view.put("halted", market.halted());
        return view;
    }

    List<Map<String, Object>> quotes() {
        return simulator.venue().markets().stream().map(this::quoteView).toList();
    }

    private static long shift(long midE8, String percent, long tickE8) throws BadInput {
        long percentE8 = decimal("shiftPercent", percent);
        long exact =
                BigInteger.valueOf(midE8)
                        .multiply(BigInteger.valueOf(percentE8))
                        .divide(BigInteger.valueOf(HUNDRED_E8))
                        .longValueExact();
        return exact / tickE8 * tickE8;
    }

    private Market market(String symbol) throws BadInput {
        Market market = simulator.venue().market(symbol);
        if (market == null) {
            throw new BadInput("symbol: '" + symbol + "' is not listed");
        }
        return market;
    }

    private BrokerOrder order(String permId) throws BadInput {
        BrokerOrder order = simulator.backend().order(shares(permId));
        if (order == null) {
            throw new BadInput("permId: no order has " + permId + "; GET /orders lists them");
        }
        return order;
    }

    private static Map<String, Object> outcome(PlaceOutcome outcome) throws BadInput {
        return switch (outcome) {
            case PlaceOutcome.Taken(BrokerOrder order) -> BooksView.order(order);
            case PlaceOutcome.Refused(int code, String text) ->
                    throw new BadInput(code + ": " + text);
        };
    }

    private static TimeInForce timeInForce(String text) throws BadInput {
        return switch (text) {
            case "DAY" -> TimeInForce.DAY;
            case "GTC" -> TimeInForce.GTC;
            case "IOC" -> TimeInForce.IOC;
            default ->
                    throw new BadInput("timeInForce: expected DAY, GTC or IOC, was '" + text + "'");
        };
    }

    private static void known(Map<String, String> body, String... names) throws BadInput {
        for (String key : body.keySet()) {
            if (!List.of(names).contains(key)) {
                throw new BadInput(
                        key
                                + ": no such field; right would be some of "
                                + String.join(", ", names));
            }
        }
    }

    private static String required(Map<String, String> body, String name) throws BadInput {
        String value = body.get(name);
        if (value == null || value.isBlank()) {
            throw new BadInput(name + ": is missing");
        }
        return value;
    }

    private static long shares(String text) throws BadInput {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadInput("expected a whole number, was '" + text + "'");
        }
    }

    private static long price(Map<String, String> body, String name) throws BadInput {
        String text = body.get(name);
        return text == null ? 0 : decimal(name, text);
    }

    private static long decimal(String name, String text) throws BadInput {
        try {
            return Decimals.of(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(name + ": expected a number like 150.25, was '" + text + "'");
        }
    }
}
