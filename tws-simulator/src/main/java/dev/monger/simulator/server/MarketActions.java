package dev.monger.simulator.server;

import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.front.DataRights;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.Quote;
import dev.monger.tws.message.Decimals;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of the control API that moves and halts markets, and says what may be seen and borrowed.
 */
final class MarketActions {
    private static final long HUNDRED_E8 = 100 * Decimals.ONE;

    private final TwsSimulator simulator;

    MarketActions(TwsSimulator simulator) {
        this.simulator = simulator;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("/quotes", _ -> quotes()),
                Operation.post("/quotes", call -> quote(call.body())),
                Operation.post("/instruments/{symbol}/halt", this::halt),
                Operation.post("/instruments/{symbol}/rights", this::right),
                Operation.post("/instruments/{symbol}/shortable", this::shortable));
    }

    private Object halt(Operation.Call call) throws BadInput {
        call.body().only("halted");
        Market market = market(call.name("symbol"));
        long kind = call.body().whole("halted", 1);
        if (kind < 0 || kind > 2) {
            throw new BadInput(
                    "halted: expected 0 to resume, 1 or 2 (for volatility) to halt, was " + kind);
        }
        simulator.person().halt(market.instrument().conId(), (int) kind);
        return view(market);
    }

    private Object right(Operation.Call call) throws BadInput {
        call.body().only("right");
        call.body().required("right");
        Market market = market(call.name("symbol"));
        List<String> names = new ArrayList<>();
        for (DataRights.Right right : DataRights.Right.values()) {
            names.add(right.name());
        }
        simulator.setRight(
                market.instrument().conId(),
                DataRights.Right.valueOf(call.body().word("right", "", names)));
        return view(market);
    }

    private Object shortable(Operation.Call call) throws BadInput {
        call.body().only("shortable");
        call.body().required("shortable");
        Market market = market(call.name("symbol"));
        simulator
                .person()
                .setShortable(market.instrument().symbol(), call.body().flag("shortable", true));
        return view(market);
    }

    private Object quote(RequestBody body) throws BadInput {
        body.only(
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
        Market market = market(body.required("symbol"));
        int conId = market.instrument().conId();
        boolean hold = body.flag("hold", false);
        if (body.has("halted")) {
            simulator.person().halt(conId, (int) body.whole("halted", 0));
        }
        if (body.has("shiftPercent")) {
            shift(market, body.decimalE8("shiftPercent", 0), hold);
        } else if (body.has("bid") || body.has("ask")) {
            simulator.person().quote(conId, forced(market.quote(), body), hold);
        }
        if (body.has("last")) {
            long size = body.whole("lastSize", 100);
            simulator.person().print(conId, body.decimalE8("last", 0), size);
        }
        return view(market);
    }

    private void shift(Market market, long percentE8, boolean hold) {
        int conId = market.instrument().conId();
        long tick = market.instrument().minTickE8();
        Quote now = market.quote();
        long exact =
                BigInteger.valueOf(now.midE8())
                        .multiply(BigInteger.valueOf(percentE8))
                        .divide(BigInteger.valueOf(HUNDRED_E8))
                        .longValueExact();
        long shift = exact / tick * tick;
        Quote moved =
                new Quote(
                        now.bidE8() + shift, now.bidShares(), now.askE8() + shift, now.askShares());
        simulator.person().quote(conId, moved, hold);
        // A print at the new level, so that stops that look at the last trade see the shift.
        simulator.person().print(conId, moved.midE8() / tick * tick, 100);
    }

    private static Quote forced(Quote now, RequestBody body) throws BadInput {
        return new Quote(
                body.decimalE8("bid", now.bidE8()),
                body.whole("bidSize", Math.max(100, now.bidShares())),
                body.decimalE8("ask", now.askE8()),
                body.whole("askSize", Math.max(100, now.askShares())));
    }

    private Object quotes() {
        return simulator.venue().markets().stream().map(this::view).toList();
    }

    private Map<String, Object> view(Market market) {
        Map<String, Object> view = new LinkedHashMap<>();
        int conId = market.instrument().conId();
        view.put("symbol", market.instrument().symbol());
        view.put("conId", conId);
        view.put("exchange", market.instrument().primaryExchange());
        view.put("bid", BooksView.money(market.quote().bidE8()));
        view.put("bidSize", Long.toString(market.quote().bidShares()));
        view.put("ask", BooksView.money(market.quote().askE8()));
        view.put("askSize", Long.toString(market.quote().askShares()));
        view.put("last", BooksView.money(market.lastE8()));
        view.put("volume", Long.toString(market.volumeShares()));
        view.put("close", BooksView.money(market.closeE8()));
        view.put("halted", market.halted());
        view.put("right", simulator.right(conId).name());
        view.put("shortable", simulator.backend().isShortable(market.instrument().symbol()));
        return view;
    }

    private Market market(String symbol) throws BadInput {
        Market market = simulator.venue().market(symbol);
        if (market == null) {
            throw new BadInput("symbol: '" + symbol + "' is not listed; GET /quotes lists what is");
        }
        return market;
    }
}
