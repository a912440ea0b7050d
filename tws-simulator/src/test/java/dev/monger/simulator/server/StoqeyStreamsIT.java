package dev.monger.simulator.server;

import static dev.monger.simulator.server.InteropStage.CENT;
import static dev.monger.simulator.server.InteropStage.CLIENT;
import static dev.monger.simulator.server.InteropStage.IBM;
import static dev.monger.simulator.server.InteropStage.ibm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.venue.BarKind;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.TradingCalendar;
import dev.monger.tws.message.Bar;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code @stoqey/ib} follows a market and its history: every tick and bar is what the market says.
 */
class StoqeyStreamsIT {
    private static final long SECOND = 1_000_000_000L;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss", Locale.ROOT);

    private InteropStage stage;
    private StoqeyClient client;

    @BeforeEach
    void connect() throws Exception {
        stage = new InteropStage();
        client = StoqeyClient.connected(stage.server, CLIENT);
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
        stage.close();
    }

    @Test
    void shouldTellSingleTicksAndBars() throws Exception {
        // Given
        List<String> kinds = List.of("Last", "AllLast", "BidAsk", "MidPoint");
        for (int i = 0; i < kinds.size(); i++) {
            client.call("reqTickByTickData", i + 1, ibm(), kinds.get(i), 0, false);
        }
        client.call("reqTickByTickData", 9, ibm(), "Nothing", 0, false);
        client.expectError(9, 321);

        // When
        stage.print(10001, 30);
        long traded = stage.ask(simulator -> market(simulator).lastNanos() / SECOND);
        stage.quote(10002, 400);
        long quoted = stage.ask(simulator -> market(simulator).quoteNanos() / SECOND);

        // Then
        client.expect(
                last(1, false, traded),
                last(2, true, traded),
                new MarketDataMessage.TickByTickBidAsk(
                        3,
                        quoted,
                        10002 * CENT,
                        10003 * CENT,
                        400 * Decimals.ONE,
                        400 * Decimals.ONE,
                        2),
                new MarketDataMessage.TickByTickMidPoint(4, quoted, 10002 * CENT + CENT / 2));
        for (int i = 1; i <= kinds.size(); i++) {
            client.call("cancelTickByTickData", i);
        }
        client.expectNothingElse();
    }

    @Test
    void shouldTellBarsOfFiveSeconds() throws Exception {
        // When
        client.call("reqRealTimeBars", 11, ibm(), 5, "TRADES", true);
        Map<?, ?> bar = client.next();

        // Then
        long start = Long.parseLong(String.valueOf(StoqeyClient.arguments(bar).get(1)));
        var told =
                stage.ask(simulator ->
                        market(simulator).bars(BarKind.TRADES).between(start, start + 5, 5, 0));
        boolean quiet = told.isEmpty();
        MarketDataMessage.RealTimeBar expected =
                new MarketDataMessage.RealTimeBar(
                        11,
                        start,
                        10000 * CENT,
                        10000 * CENT,
                        10000 * CENT,
                        10000 * CENT,
                        quiet ? 0 : told.getFirst().shares() * Decimals.ONE,
                        10000 * CENT,
                        quiet ? 0 : told.getFirst().count());
        assertThat(
                        StoqeyEvent.differences(
                                StoqeyView.of(expected, StoqeyClient.VERSION).getFirst(), bar))
                .isEmpty();
        client.call("cancelRealTimeBars", 11);
        client.call("cancelRealTimeBars", 11);
        client.expectError(11, 300);
    }

    @Test
    void shouldGiveHistory() throws Exception {
        // Given
        String end = "20261120-21:00:00";
        long until = 1_795_208_400L;

        // When
        client.call("reqHistoricalData", 5, ibm(), end, "1800 S", "5 mins", "TRADES", 1, 2, false);

        // Then
        client.expect(
                new MarketDataMessage.HistoricalData(
                        5, stamp(until - 1800), stamp(until), bars(until - 1800, until)));
        client.call("reqHeadTimestamp", 6, ibm(), "TRADES", true, 2);
        long head = stage.ask(simulator -> market(simulator).headSecond(true));
        client.expect(new MarketDataMessage.HeadTimestamp(6, Long.toString(head)));
        client.call("cancelHeadTimestamp", 6);
        client.call("reqHistoricalData", 7, ibm(), end, "1 D", "7 mins", "TRADES", 1, 2, false);
        client.expectError(7, 321);
        client.call("cancelHistoricalData", 7);
        client.expectError(7, 366);
        client.expectNothingElse();
    }

    @Test
    void shouldKeepHistoryUp() throws Exception {
        // Given
        client.call("reqHistoricalData", 8, ibm(), "", "300 S", "1 min", "TRADES", 1, 2, true);
        while (!client.next().toString().contains("finished-")) {
            // What was before is looked at above.
        }

        // When
        stage.print(10100, 70);

        // Then
        Map<?, ?> update = client.next();
        while (!"101".equals(StoqeyClient.arguments(update).get(3))) {
            update = client.next();
        }
        List<?> told = StoqeyClient.arguments(update);
        assertThat(update.get("event")).isEqualTo("historicalDataUpdate");
        long start = Long.parseLong(String.valueOf(told.get(1)));
        Bar expected = bars(start, start + 60, 60).getFirst();
        assertThat(
                        StoqeyEvent.differences(
                                StoqeyView.of(
                                                new MarketDataMessage.HistoricalDataUpdate(
                                                        8, expected),
                                                StoqeyClient.VERSION)
                                        .getFirst(),
                                update))
                .isEmpty();
        client.call("cancelHistoricalData", 8);
        Map<?, ?> answer = client.next();
        while (!"error".equals(answer.get("event"))) {
            answer = client.next();
        }
        assertThat(String.valueOf(answer.get("arguments")))
                .contains("API historical data query cancelled: 8", "162");
        client.expectNothingElse();
    }

    private List<Bar> bars(long from, long until) {
        return bars(from, until, 300);
    }

    /** Bars made here of the market's minutes, by the clock. */
    private List<Bar> bars(long from, long until, long size) {
        List<dev.monger.simulator.venue.Bar> minutes =
                stage.ask(simulator -> market(simulator).history(BarKind.TRADES, from, until, 60));
        List<Bar> bars = new ArrayList<>();
        for (long start = from; start < until; start += size) {
            long first = start;
            List<dev.monger.simulator.venue.Bar> own =
                    minutes.stream()
                            .filter(one -> one.startSecond() >= first)
                            .filter(one -> one.startSecond() < first + size)
                            .toList();
            if (own.isEmpty()) {
                continue;
            }
            long shares = own.stream().mapToLong(one -> one.shares()).sum();
            long value =
                    own.stream().mapToLong(one -> one.averageE8() / 10_000 * one.shares()).sum();
            bars.add(
                    new Bar(
                            Long.toString(start),
                            own.getFirst().openE8(),
                            own.stream().mapToLong(one -> one.highE8()).max().orElseThrow(),
                            own.stream().mapToLong(one -> one.lowE8()).min().orElseThrow(),
                            own.getLast().closeE8(),
                            shares * Decimals.ONE,
                            value / shares * 10_000,
                            own.stream().mapToInt(one -> one.count()).sum()));
        }
        return bars;
    }

    private static String stamp(long second) {
        return TIME.format(TradingCalendar.local(second * SECOND)) + " US/Eastern";
    }

    private static MarketDataMessage.TickByTickLast last(int id, boolean all, long second) {
        return new MarketDataMessage.TickByTickLast(
                id, all, second, 10001 * CENT, 30 * Decimals.ONE, 0, "NYSE", "");
    }

    private static Market market(TwsSimulator simulator) {
        return simulator.backend().market(IBM);
    }
}
