package dev.monger.launcher.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** How each part and each ticker of a stack is, one line each. */
final class Board {

    private final Screen screen;
    private final FleetClient fleet;
    private final SequencedMap<String, Screen.Row> parts = new LinkedHashMap<>();
    private volatile List<JsonNode> tickers = List.of();

    Board(Screen screen, FleetClient fleet) {
        this.screen = screen;
        this.fleet = fleet;
        screen.begin();
    }

    /** Tells how a part is from now on. */
    void part(String name, String state, String detail) {
        parts.put(name, new Screen.Row(state, "%-10s %-9s %s".formatted(name, state, detail)));
        draw();
    }

    /** Asks the manager how the tickers are; while it does not answer they are as they were. */
    List<JsonNode> look() throws InterruptedException {
        try {
            tickers = fleet.tickers();
        } catch (Refusal | IOException notNow) {
            return List.of();
        }
        draw();
        return tickers;
    }

    /**
     * What the tickers held when they were last seen, a sentence each; readable from any thread.
     */
    List<String> held() {
        List<String> held = new ArrayList<>();
        for (JsonNode ticker : tickers) {
            if (TickerLine.holdsSomething(ticker)) {
                held.add(TickerLine.of(ticker));
            }
        }
        return held;
    }

    private void draw() {
        SequencedMap<String, Screen.Row> rows = new LinkedHashMap<>(parts);
        for (JsonNode ticker : tickers) {
            String alarms = ticker.path("alarms").toString();
            rows.put(
                    "ticker " + ticker.path("ticker").asText(),
                    new Screen.Row(TickerLine.state(ticker) + alarms, TickerLine.of(ticker)));
        }
        screen.show(rows);
    }
}
