package dev.monger.simulator.server;

import static dev.monger.simulator.server.InteropStage.CENT;
import static dev.monger.simulator.server.InteropStage.CLIENT;
import static dev.monger.simulator.server.InteropStage.IBM;
import static dev.monger.simulator.server.InteropStage.ibm;
import static dev.monger.simulator.server.InteropStage.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.TwsSimulator;
import dev.monger.simulator.front.DataRights;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Market;
import dev.monger.simulator.venue.TradingCalendar;
import dev.monger.tws.message.ContractDetails;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.PriceStep;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SymbolSample;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code @stoqey/ib} asks for facts and prices: every field is what the market says. */
class StoqeyDataIT {
    private static final long SECOND = 1_000_000_000L;

    private InteropStage stage;
    private StoqeyClient client;

    @BeforeEach
    void connect() throws Exception {
        stage = new InteropStage();
        client = StoqeyClient.connecting(stage.server, CLIENT);
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
        stage.close();
    }

    @Test
    void shouldGreetAndAnswerForTheSession() throws Exception {
        // When
        Map<?, ?> connected = client.next();
        Map<?, ?> greeting = client.next();

        // Then
        assertThat(greeting.get("event")).isEqualTo("server");
        assertThat(String.valueOf(greeting.get("arguments")))
                .matches("\\[193, \\d{8} \\d\\d:\\d\\d:\\d\\d E[SD]T]");
        assertThat(connected.get("event")).isEqualTo("connected");
        client.expect(
                new SessionMessage.ManagedAccounts(List.of(Books.ACCOUNT)),
                new SessionMessage.NextValidId(1),
                notice(2104, "Market data farm connection is OK:usfarm.nj"),
                notice(2104, "Market data farm connection is OK:usfarm"),
                notice(2106, "HMDS data farm connection is OK:ushmds"),
                notice(2158, "Sec-def data farm connection is OK:secdefil"));
        client.call("setServerLogLevel", 5);
        client.call("reqIds", 1);
        client.expect(new SessionMessage.NextValidId(1));
        client.call("reqManagedAccts");
        client.expect(new SessionMessage.ManagedAccounts(List.of(Books.ACCOUNT)));
        long before = stage.ask(simulator -> simulator.nowNanos() / SECOND);
        client.call("reqCurrentTime");
        Map<?, ?> time = client.next();
        long after = stage.ask(simulator -> simulator.nowNanos() / SECOND);
        assertThat(time.get("event")).isEqualTo("currentTime");
        assertThat(StoqeyClient.arguments(time))
                .singleElement()
                .satisfies(seconds ->
                        assertThat(Long.parseLong(String.valueOf(seconds)))
                                .isBetween(before, after));
        client.expectNothingElse();
    }

    @Test
    void shouldDescribeInstruments() throws Exception {
        // Given
        skipGreeting();
        ContractDetails details = stage.ask(StoqeyDataIT::details);

        // When
        client.call("reqContractDetails", 1, ibm());
        client.call("reqContractDetails", 2, Map.of("conId", IBM));
        client.call("reqContractDetails", 3, named("NOPE", "STK"));
        client.call("reqContractDetails", 4, named("IBM", "OPT"));
        client.call("reqMatchingSymbols", 5, "ib");
        client.call("reqMarketRule", 26);
        client.call("reqMarketRule", 99);

        // Then
        client.expect(
                new ReferenceMessage.ContractData(1, details),
                new ReferenceMessage.ContractDataEnd(1),
                new ReferenceMessage.ContractData(2, details),
                new ReferenceMessage.ContractDataEnd(2));
        client.expectError(3, 200);
        client.expectError(4, 200);
        client.expect(
                new ReferenceMessage.SymbolSamples(
                        5,
                        List.of(
                                new SymbolSample(
                                        IBM,
                                        "IBM",
                                        "STK",
                                        "NYSE",
                                        "USD",
                                        List.of("OPT"),
                                        "INTL BUSINESS MACHINES CORP",
                                        ""))),
                new ReferenceMessage.MarketRule(26, List.of(new PriceStep(0, CENT))));
        client.expectError(-1, 321);
        client.expectNothingElse();
    }

    /** A stock of New York, open day and night, as the wire reference says TWS shows it. */
    private static ContractDetails details(TwsSimulator simulator) {
        Instrument instrument = simulator.venue().markets().getFirst().instrument();
        String exchanges = "SMART,AMEX,NYSE,CBOE,PHLX,ARCA,NASDAQ,BATS,IEX,ISLAND";
        String hours = hours(simulator.nowNanos());
        return ContractDetails.builder(Books.contract(instrument))
                .marketName("IBM")
                .minTickE8(CENT)
                .orderTypes(
                        "ACTIVETIM,AD,ADJUST,ALERT,BASKET,COND,DAY,GTC,GTD,IOC,LMT,MKT,MOC,OCA,STP,STPLMT,TRAIL,WHATIF")
                .validExchanges(exchanges)
                .marketRuleIds("26,26,26,26,26,26,26,26,26,26")
                .longName("INTL BUSINESS MACHINES CORP")
                .stockType("COMMON")
                .timeZoneId("US/Eastern")
                .tradingHours(hours)
                .liquidHours(hours)
                .aggGroup(1)
                .minSizeE8(Decimals.ONE)
                .sizeIncrementE8(Decimals.ONE)
                .suggestedSizeIncrementE8(100 * Decimals.ONE)
                .build();
    }

    private static String hours(long nanos) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
        List<String> days = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            var date = TradingCalendar.local(nanos).toLocalDate().plusDays(i);
            days.add(day.format(date) + ":0000-" + day.format(date.plusDays(1)) + ":0000");
        }
        return String.join(";", days);
    }

    @Test
    void shouldWatchAMarketLiveAndDelayed() throws Exception {
        // Given
        skipGreeting();
        long close = stage.ask(simulator -> market(simulator).closeE8());
        long last = stage.ask(simulator -> market(simulator).lastNanos());

        // When
        client.call("reqMarketDataType", 1);
        client.call("reqMktData", 7, ibm(), "233,236,293", false, false);

        // Then
        client.expect(
                new MarketDataMessage.TickRequestParameters(7, CENT, "9c0001", 3),
                new MarketDataMessage.MarketDataType(7, 1),
                new MarketDataMessage.TickGeneric(7, 49, 0),
                price(1, 10000, 500, 1),
                size(0, 500),
                price(2, 10001, 500, 1),
                size(3, 500),
                new MarketDataMessage.TickString(7, 45, Long.toString(last / SECOND)),
                price(4, 10000, 100, 0),
                size(5, 100),
                new MarketDataMessage.TickString(
                        7, 48, "100;100;" + last / 1_000_000 + ";100;100;true"),
                new MarketDataMessage.TickPrice(7, 9, close, 0, 0),
                size(8, 100),
                price(14, 10000, 0, 0),
                price(6, 10000, 0, 0),
                price(7, 10000, 0, 0),
                new MarketDataMessage.TickGeneric(7, 46, 3 * Decimals.ONE),
                size(89, 1_000_000),
                new MarketDataMessage.TickGeneric(7, 54, Decimals.ONE));
        stage.halt();
        client.expect(new MarketDataMessage.TickGeneric(7, 49, 2 * Decimals.ONE));
        client.call("cancelMktData", 7);
        client.call("cancelMktData", 7);
        client.expectError(7, 300);
        stage.right(DataRights.Right.DELAYED);
        client.call("reqMktData", 8, ibm(), "", false, false);
        client.expectError(8, 354);
        client.call("reqMarketDataType", 3);
        client.call("reqMktData", 7, ibm(), "", false, false);
        client.expectError(7, 10167);
        client.expect(
                new MarketDataMessage.TickRequestParameters(7, CENT, "9c0001", 3),
                new MarketDataMessage.MarketDataType(7, 3));
        client.call("cancelMktData", 7);
    }

    @Test
    void shouldSayToEachRequestItDoesNotServe() throws Exception {
        // Given
        skipGreeting();

        // When
        client.call("reqMktDepth", 31, ibm(), 5, false);
        client.call("reqFundamentalData", 32, ibm(), "ReportSnapshot");
        client.call("reqSecDefOptParams", 33, "IBM", "", "STK", IBM);
        client.call("reqSmartComponents", 34, "9c0001");
        client.call("reqHistogramData", 35, ibm(), true, 3, "days");
        client.call(
                "reqHistoricalTicks", 36, ibm(), "20261120 12:00:00", "", 10, "TRADES", 1, true);
        client.call("reqSoftDollarTiers", 37);
        client.call("reqUserInfo", 38);
        client.call("queryDisplayGroups", 39);
        client.call("reqFamilyCodes");
        client.call("reqNewsProviders");
        client.call("reqScannerParameters");

        // Then
        for (int id = 31; id <= 39; id++) {
            assertThat(client.expectError(id, 321)).contains("is not served by this simulator");
        }
        for (String name : List.of("family codes", "news providers", "scanner parameters")) {
            assertThat(client.expectError(-1, 321)).contains(name + " is not served");
        }
        client.expectNothingElse();
    }

    @Test
    void shouldEndASnapshot() throws Exception {
        // Given
        skipGreeting();

        // When
        client.call("reqMktData", 7, ibm(), "", true, false);

        // Then
        Map<?, ?> event = client.next();
        int events = 1;
        while (!"tickSnapshotEnd".equals(event.get("event"))) {
            event = client.next();
            events++;
        }
        assertThat(String.valueOf(event.get("arguments"))).isEqualTo("[7]");
        assertThat(events).isGreaterThan(10);
        client.expectNothingElse();
    }

    private static MarketDataMessage.TickPrice price(int type, long cents, long shares, int mask) {
        return new MarketDataMessage.TickPrice(7, type, cents * CENT, shares * Decimals.ONE, mask);
    }

    private static MarketDataMessage.TickSize size(int type, long shares) {
        return new MarketDataMessage.TickSize(7, type, shares * Decimals.ONE);
    }

    private static SessionMessage.ErrorMessage notice(int code, String text) {
        return SessionMessage.ErrorMessage.of(-1, code, text);
    }

    private void skipGreeting() throws Exception {
        while (!client.next().toString().contains("secdefil")) {
            // The greeting has a test of its own.
        }
    }

    private static Market market(TwsSimulator simulator) {
        return simulator.backend().market(IBM);
    }
}
