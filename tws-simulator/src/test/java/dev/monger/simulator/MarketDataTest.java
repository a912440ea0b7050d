package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.front.DataRights;
import dev.monger.simulator.front.FrontSettings;
import dev.monger.simulator.venue.Quote;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Live, frozen and delayed data, single ticks and five-second bars. */
class MarketDataTest {
    private static final long MINUTE = 60 * Desk.SECOND;

    private final TwsSimulator simulator = Desk.simulator(FrontSettings.usual());
    private final TwsClientFake client = TwsClientFake.started(simulator, 7);

    @ParameterizedTest
    @CsvSource({
        // right, asked for, first code, data type shown
        "LIVE, 1, 0, 1",
        "LIVE, 2, 0, 1",
        "LIVE, 3, 0, 1",
        "LIVE, 4, 0, 1",
        "DELAYED, 1, 354, 0",
        "DELAYED, 2, 354, 0",
        "DELAYED, 3, 10167, 3",
        "DELAYED, 4, 10167, 3",
        "NONE, 1, 354, 0",
        "NONE, 3, 10186, 0",
    })
    void shouldShowWhatTheRightsAllow(DataRights.Right right, int asked, int code, int type) {
        // Given
        simulator.setRight(Desk.IBM, right);

        // When
        client.say(new MarketDataRequest.RequestMarketDataType(asked));
        client.say(watch(5, ""));
        client.say(new MarketDataRequest.CancelMarketData(5));

        // Then
        List<String> story = client.story();
        assertThat(story.contains("error 5 " + code)).isEqualTo(code != 0);
        assertThat(story.contains("error 5 300")).isEqualTo(type == 0);
        List<MarketDataMessage.MarketDataType> types =
                client.heard(MarketDataMessage.MarketDataType.class);
        assertThat(types)
                .isEqualTo(
                        type == 0
                                ? List.of()
                                : List.of(new MarketDataMessage.MarketDataType(5, type)));
    }

    @Test
    void shouldShowAQuarterOfAnHourAgoUnderDelayedNumbers() {
        // Given
        simulator.setRight(Desk.IBM, DataRights.Right.DELAYED);
        simulator.person().print(Desk.IBM, 10000 * Desk.CENT, 70);
        simulator.advanceTo(Desk.START + 5 * MINUTE);
        Desk.quote(simulator, 10500);
        client.say(new MarketDataRequest.RequestMarketDataType(3));

        // When
        simulator.advanceTo(Desk.START + 16 * MINUTE);
        client.say(watch(5, "233"));
        List<Long> first = bids(66);
        simulator.advanceTo(Desk.START + 20 * MINUTE);

        // Then
        assertThat(first).containsExactly(10000L);
        assertThat(bids(66)).containsExactly(10000L, 10500L);
        assertThat(client.heard(MarketDataMessage.TickPrice.class))
                .extracting(MarketDataMessage.TickPrice::tickType)
                .contains(66, 67, 68, 72, 73, 75, 76)
                .doesNotContain(1, 2, 4);
        assertThat(client.heard(MarketDataMessage.TickSize.class))
                .extracting(MarketDataMessage.TickSize::tickType)
                .containsOnly(69, 70, 71, 74);
        assertThat(client.heard(MarketDataMessage.TickString.class))
                .containsExactly(
                        new MarketDataMessage.TickString(
                                5, 88, Long.toString(Desk.START / Desk.SECOND)));
        assertThat(client.heard(MarketDataMessage.TickGeneric.class))
                .containsExactly(new MarketDataMessage.TickGeneric(5, 90, 0));
    }

    @Test
    void shouldFollowRightsThatChange() {
        // Given
        client.say(new MarketDataRequest.RequestMarketDataType(3));
        client.say(watch(5, ""));

        // When
        simulator.setRight(Desk.IBM, DataRights.Right.DELAYED);
        simulator.setRight(Desk.IBM, DataRights.Right.LIVE);
        simulator.setRight(Desk.IBM, DataRights.Right.NONE);
        client.say(new MarketDataRequest.CancelMarketData(5));

        // Then
        assertThat(client.heard(MarketDataMessage.MarketDataType.class))
                .extracting(MarketDataMessage.MarketDataType::marketDataType)
                .containsExactly(1, 3, 1);
        assertThat(client.story()).containsExactly("error 5 10167", "error 5 10186", "error 5 300");
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, false", "4, true"})
    void shouldShowTheQuoteOfAClosedMarketOnlyFrozen(int asked, boolean shown) {
        // Given
        TwsSimulator closing = Desk.simulatorWithHours();
        TwsClientFake own = TwsClientFake.started(closing, 7);
        own.say(new MarketDataRequest.RequestMarketDataType(asked));
        own.say(watch(5, ""));
        own.heard.clear();

        // When
        closing.advanceTo(Desk.START + 11 * 60 * MINUTE);

        // Then
        List<MarketDataMessage.MarketDataType> types =
                own.heard(MarketDataMessage.MarketDataType.class);
        List<Long> bids =
                own.heard(MarketDataMessage.TickPrice.class).stream()
                        .filter(tick -> tick.tickType() == 1)
                        .map(MarketDataMessage.TickPrice::priceE8)
                        .toList();
        assertThat(types).hasSize(shown ? 1 : 0);
        assertThat(bids).containsExactly(shown ? 10000 * Desk.CENT : -100_000_000L);
    }

    @Test
    void shouldTellHaltsAndGenericTicks() {
        // Given
        simulator.person().print(Desk.IBM, 10000 * Desk.CENT, 70);
        client.say(watch(5, "165,232,233,236,293,318"));

        // When
        simulator.advanceTo(Desk.START + 1_000_000);
        simulator.person().halt(Desk.IBM, 2);
        simulator.person().print(Desk.IBM, 10002 * Desk.CENT, 30);
        simulator.advanceTo(Desk.START + Desk.SECOND);

        // Then
        assertThat(client.heard(MarketDataMessage.TickGeneric.class))
                .contains(
                        new MarketDataMessage.TickGeneric(5, 49, 0),
                        new MarketDataMessage.TickGeneric(5, 49, 200_000_000L),
                        new MarketDataMessage.TickGeneric(5, 46, 300_000_000L),
                        new MarketDataMessage.TickGeneric(5, 54, 200_000_000L));
        assertThat(client.heard(MarketDataMessage.TickString.class))
                .contains(
                        new MarketDataMessage.TickString(
                                5,
                                48,
                                "100.02;30;" + (Desk.START / 1_000_000 + 1) + ";100;100.006;true"));
        assertThat(client.heard(MarketDataMessage.TickPrice.class))
                .extracting(MarketDataMessage.TickPrice::tickType)
                .contains(15, 16, 17, 18, 19, 20, 37, 57);
    }

    @Test
    void shouldRefuseUnknownGenericTicksAndTooManyLines() {
        // Given
        TwsSimulator small = Desk.simulator(FrontSettings.usual().withMostLines(1));
        TwsClientFake one = TwsClientFake.started(small, 7);
        TwsClientFake two = TwsClientFake.started(small, 8);

        // When
        one.say(watch(1, "233,999"));
        one.say(watch(2, ""));
        two.say(watch(3, ""));
        one.hangUp();
        two.say(watch(4, ""));
        two.say(new MarketDataRequest.RequestMarketDataType(5));

        // Then
        assertThat(one.story()).containsExactly("error 1 321");
        assertThat(two.story()).containsExactly("error 3 101", "error -1 321");
        assertThat(two.heard(MarketDataMessage.MarketDataType.class)).hasSize(1);
    }

    @Test
    void shouldEndASnapshotAfterElevenSeconds() {
        // When
        client.say(new MarketDataRequest.RequestMarketData(5, Desk.CONTRACT, "", true, false, ""));
        simulator.advanceTo(Desk.START + 11 * Desk.SECOND - 1);
        boolean early = client.heard(MarketDataMessage.TickSnapshotEnd.class).isEmpty();
        simulator.advanceTo(Desk.START + 11 * Desk.SECOND);

        // Then
        assertThat(early).isTrue();
        assertThat(bids(1)).containsExactly(10000L);
        assertThat(client.heard(MarketDataMessage.TickSnapshotEnd.class)).hasSize(1);
    }

    @Test
    void shouldTellEverySingleTick() {
        // Given
        stream(1, "Last", false);
        stream(2, "AllLast", false);
        stream(3, "BidAsk", false);
        stream(4, "BidAsk", true);
        stream(5, "MidPoint", false);
        Desk.quote(simulator, 10000);
        client.heard.clear();

        // When
        simulator.person().print(Desk.IBM, 10001 * Desk.CENT, 30);
        simulator
                .person()
                .quote(Desk.IBM, new Quote(10000 * Desk.CENT, 600, 10001 * Desk.CENT, 500), false);
        Desk.quote(simulator, 9990);
        simulator.person().halt(Desk.IBM, 1);

        // Then
        assertThat(client.heard(MarketDataMessage.TickByTickLast.class))
                .extracting(tick ->
                        tick.requestId()
                                + " "
                                + tick.priceE8() / Desk.CENT
                                + " "
                                + tick.attributeMask())
                .containsExactly("1 10001 0", "2 10001 0", "1 0 1", "2 0 1");
        assertThat(client.heard(MarketDataMessage.TickByTickBidAsk.class))
                .extracting(tick ->
                        tick.requestId()
                                + " "
                                + tick.bidPriceE8() / Desk.CENT
                                + " "
                                + tick.attributeMask())
                .containsExactly("3 10000 1", "3 9990 1", "4 9990 1");
        assertThat(client.heard(MarketDataMessage.TickByTickMidPoint.class)).hasSize(1);
    }

    @Test
    void shouldRefuseSingleTicksByCode() {
        // Given
        for (int id = 1; id <= 5; id++) {
            stream(id, "Last", false);
        }

        // When
        stream(6, "Last", false);
        stream(1, "Last", false);
        stream(7, "last", false);
        client.say(new MarketDataRequest.CancelTickByTick(8));
        simulator.setRight(Desk.IBM, DataRights.Right.DELAYED);
        stream(9, "Last", false);

        // Then
        assertThat(client.story())
                .containsExactly(
                        "error 6 10190",
                        "error 1 102",
                        "error 7 321",
                        "error 8 300",
                        "error 9 10189");
    }

    @Test
    void shouldTellBarsOfFiveSecondsInTheHoursAskedFor() {
        // Given
        TwsSimulator closing = Desk.simulatorWithHours();
        TwsClientFake own = TwsClientFake.started(closing, 7);
        closing.person().print(Desk.IBM, 10000 * Desk.CENT, 70);
        closing.advanceTo(Desk.START + 389 * MINUTE + 50 * Desk.SECOND);
        own.say(bars(1, 5, "TRADES", true));
        own.say(bars(2, 5, "MIDPOINT", false));

        // When
        closing.advanceTo(Desk.START + 390 * MINUTE + 10 * Desk.SECOND);

        // Then
        List<MarketDataMessage.RealTimeBar> told = own.heard(MarketDataMessage.RealTimeBar.class);
        assertThat(told).filteredOn(bar -> bar.requestId() == 1).hasSize(2);
        assertThat(told).filteredOn(bar -> bar.requestId() == 2).hasSize(4);
        assertThat(told.getFirst().epochSeconds())
                .isEqualTo((Desk.START + 389 * MINUTE) / Desk.SECOND + 50);
        assertThat(told.getFirst().closeE8()).isEqualTo(10000 * Desk.CENT);
        assertThat(told.get(1).volumeE8()).isEqualTo(-100_000_000L);
    }

    @Test
    void shouldRefuseBarsByCode() {
        // When
        client.say(bars(1, 5, "TRADES", true));
        client.say(bars(1, 5, "TRADES", true));
        client.say(bars(2, 10, "TRADES", true));
        client.say(bars(3, 5, "NEWS", true));
        client.say(new MarketDataRequest.CancelRealTimeBars(4));
        simulator.setRight(Desk.IBM, DataRights.Right.NONE);
        client.say(bars(5, 5, "TRADES", true));

        // Then
        assertThat(client.story())
                .containsExactly(
                        "error 1 102", "error 2 321", "error 3 321", "error 4 300", "error 5 420");
    }

    private List<Long> bids(int tickType) {
        return client.heard(MarketDataMessage.TickPrice.class).stream()
                .filter(tick -> tick.tickType() == tickType)
                .map(tick -> tick.priceE8() / Desk.CENT)
                .toList();
    }

    private void stream(int id, String kind, boolean ignoreSize) {
        client.say(new MarketDataRequest.RequestTickByTick(id, Desk.CONTRACT, kind, 0, ignoreSize));
    }

    private static MarketDataRequest watch(int id, String generics) {
        return new MarketDataRequest.RequestMarketData(
                id, Desk.CONTRACT, generics, false, false, "");
    }

    private static MarketDataRequest bars(int id, int size, String shown, boolean regular) {
        return new MarketDataRequest.RequestRealTimeBars(
                id, Desk.CONTRACT, size, shown, regular, "");
    }
}
