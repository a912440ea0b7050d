package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.SessionMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong with data, live and past. */
class DataFaultsTest {

    private final FaultStage stage = new FaultStage();
    private final TwsClientFake client = stage.client(7);

    @Test
    @Shows(FaultKind.HISTORY_PACING)
    void shouldRefuseAnIdenticalRequestForSmallBars() {
        // Given
        stage.on(FaultKind.HISTORY_PACING);
        stage.simulator.person().print(Desk.IBM, 10000 * Desk.CENT, 100);
        small(1, "60 S", "TRADES");
        stage.pass(14_999);

        // When
        small(2, "60 S", "TRADES");
        stage.pass(15_000);
        small(3, "60 S", "TRADES");
        ask(4, "1 min", "60 S", "TRADES", false);
        ask(5, "1 min", "60 S", "TRADES", false);

        // Then
        assertThat(client.story()).containsExactly("error 2 162");
    }

    @Test
    @Shows(FaultKind.HISTORY_PACING)
    void shouldRefuseTheSixthRequestForOneContractInTwoSeconds() {
        // Given
        stage.on(FaultKind.HISTORY_PACING);
        stage.simulator.person().print(Desk.IBM, 10000 * Desk.CENT, 100);

        // When
        for (int i = 1; i <= 6; i++) {
            small(i, 60 + i + " S", "TRADES");
        }
        small(7, "60 S", "MIDPOINT");
        stage.pass(2000);
        small(8, "80 S", "TRADES");

        // Then
        assertThat(client.story()).containsExactly("error 6 162");
    }

    @Test
    @Shows(FaultKind.HISTORY_PACING)
    void shouldRefuseMoreThanSixtyRequestsInTenMinutes() {
        // Given
        stage.on(FaultKind.HISTORY_PACING);
        stage.simulator.person().print(Desk.IBM, 10000 * Desk.CENT, 100);
        for (int i = 1; i <= 60; i++) {
            small(i, 60 + i + " S", "TRADES");
            stage.pass(500);
        }

        // When
        small(61, "59 S", "TRADES");
        stage.pass(600_000);
        stage.simulator.person().print(Desk.IBM, 10000 * Desk.CENT, 100);
        small(62, "59 S", "TRADES");

        // Then
        assertThat(client.story()).containsExactly("error 61 162");
    }

    @Test
    @Shows(FaultKind.HISTORY_PACING)
    void shouldCountRealTimeBarsAndBothSidesTwice() {
        // Given
        stage.on(FaultKind.HISTORY_PACING);
        client.say(
                new MarketDataRequest.RequestRealTimeBars(
                        1, Desk.CONTRACT, 5, "TRADES", false, ""));

        // When
        client.say(
                new MarketDataRequest.RequestRealTimeBars(
                        2, Desk.CONTRACT, 5, "TRADES", false, ""));
        client.say(
                new MarketDataRequest.RequestRealTimeBars(
                        3, Desk.CONTRACT, 5, "MIDPOINT", false, ""));
        for (int i = 4; i <= 6; i++) {
            small(i, 60 + i + " S", "BID_ASK");
        }

        // Then
        assertThat(client.heard(SessionMessage.ErrorMessage.class))
                .filteredOn(error -> error.text().contains("pacing violation"))
                .extracting(SessionMessage.ErrorMessage::id)
                .containsExactly(2, 6);
    }

    @Test
    @Shows(FaultKind.HISTORY_QUERY_LOST)
    void shouldForgetARequestForHistory() {
        // Given
        stage.on(Fault.of(FaultKind.HISTORY_QUERY_LOST).once());
        stage.simulator.person().print(Desk.IBM, 10000 * Desk.CENT, 100);

        // When
        ask(1, "1 min", "600 S", "TRADES", false);
        ask(2, "1 min", "600 S", "TRADES", false);

        // Then
        assertThat(client.story()).containsExactly("error 1 366");
        assertThat(client.heard(MarketDataMessage.HistoricalData.class)).hasSize(1);
    }

    @Test
    @Shows(FaultKind.LIVE_UPDATES_FAILED)
    void shouldEndWhatIsKeptUpWith10182() {
        // Given
        stage.simulator.person().print(Desk.IBM, 10000 * Desk.CENT, 100);
        ask(1, "1 min", "600 S", "TRADES", true);
        ask(2, "1 min", "600 S", "TRADES", true);
        stage.on(Fault.of(FaultKind.LIVE_UPDATES_FAILED).once());

        // When
        stage.pass(20_000);
        ask(1, "1 min", "600 S", "TRADES", true);

        // Then
        assertThat(client.story()).containsExactly("error 1 10182");
        assertThat(client.heard(MarketDataMessage.HistoricalDataUpdate.class))
                .isNotEmpty()
                .allMatch(update -> update.requestId() == 2);
    }

    @Test
    @Shows(FaultKind.UPDATES_STOP_AT_MIDNIGHT)
    void shouldStopKeepingUpAtMidnightWithoutAWord() {
        // Given
        stage.on(FaultKind.UPDATES_STOP_AT_MIDNIGHT);
        long untilMidnight = 14 * 3_600_000L + 30 * 60_000L;
        stage.pass(untilMidnight - 60_000);
        stage.simulator.person().print(Desk.IBM, 10000 * Desk.CENT, 100);
        ask(1, "1 min", "600 S", "TRADES", true);

        // When
        stage.pass(59_999);
        int before = client.heard(MarketDataMessage.HistoricalDataUpdate.class).size();
        stage.pass(60_000);

        // Then
        assertThat(before).isPositive();
        assertThat(client.heard(MarketDataMessage.HistoricalDataUpdate.class)).hasSize(before);
        assertThat(client.story()).isEmpty();
    }

    @Test
    @Shows(FaultKind.DELAYED_AS_LIVE)
    void shouldTellOldTicksAsLive() {
        // Given
        stage.on(Fault.of(FaultKind.DELAYED_AS_LIVE).with("delayMillis", 60_000));
        watch(5);
        client.heard.clear();

        // When
        Desk.quote(stage.simulator, 10050);
        stage.pass(59_999);
        List<Long> before = bids();
        stage.pass(1000);

        // Then
        assertThat(before).isEmpty();
        assertThat(bids()).containsExactly(10050L);
        assertThat(client.heard(MarketDataMessage.MarketDataType.class)).isEmpty();
    }

    @Test
    @Shows(FaultKind.DELAYED_AS_LIVE)
    void shouldSayThatTicksAreOldWhenItIsToldTo() {
        // Given
        stage.on(Fault.of(FaultKind.DELAYED_AS_LIVE).with("announced", "yes"));

        // When
        watch(5);
        List<Long> first = bids();
        stage.simulator.faults().calm();
        Desk.quote(stage.simulator, 10050);
        stage.pass(1000);

        // Then
        assertThat(client.heard(MarketDataMessage.MarketDataType.class))
                .containsExactly(
                        new MarketDataMessage.MarketDataType(5, 3),
                        new MarketDataMessage.MarketDataType(5, 1));
        assertThat(first).containsExactly(10000L);
        assertThat(bids()).containsExactly(10000L, 10050L);
    }

    @Test
    @Shows(FaultKind.FROZEN_AS_LIVE)
    void shouldTellTheSameValuesAsLive() {
        // Given
        stage.on(FaultKind.FROZEN_AS_LIVE);
        watch(5);

        // When
        Desk.quote(stage.simulator, 10050);
        stage.pass(1000);
        Desk.quote(stage.simulator, 10060);
        stage.pass(1000);
        stage.simulator.faults().calm();
        Desk.quote(stage.simulator, 10070);
        stage.pass(1000);

        // Then
        assertThat(bids()).containsExactly(10000L, 10000L, 10000L, 10070L);
        assertThat(client.heard(MarketDataMessage.MarketDataType.class))
                .containsExactly(new MarketDataMessage.MarketDataType(5, 1));
    }

    @Test
    @Shows({FaultKind.DELAYED_AS_LIVE, FaultKind.FROZEN_AS_LIVE})
    void shouldDropWhatIsLateWhenDataAreLiveAgain() {
        // Given
        watch(5);
        stage.on(Fault.of(FaultKind.FROZEN_AS_LIVE));
        stage.on(Fault.of(FaultKind.DELAYED_AS_LIVE).with("delayMillis", 60_000));
        client.heard.clear();
        Desk.quote(stage.simulator, 10010);
        stage.pass(1000);
        Desk.quote(stage.simulator, 10020);
        stage.pass(1000);
        List<Long> old = bids();

        // When
        stage.simulator.faults().calm();
        Desk.quote(stage.simulator, 10050);
        stage.pass(120_000);

        // Then
        assertThat(old).containsExactly(10010L);
        assertThat(bids()).containsExactly(10010L, 10050L);
    }

    private void watch(int id) {
        client.say(
                new MarketDataRequest.RequestMarketData(id, Desk.CONTRACT, "", false, false, ""));
    }

    private void small(int id, String duration, String what) {
        ask(id, "5 secs", duration, what, false);
    }

    private void ask(int id, String bar, String duration, String what, boolean keepUp) {
        client.say(
                new MarketDataRequest.RequestHistoricalData(
                        id, Desk.CONTRACT, false, "", bar, duration, false, what, 2, keepUp, ""));
    }

    private List<Long> bids() {
        return client.heard(MarketDataMessage.TickPrice.class).stream()
                .filter(tick -> tick.tickType() == 1)
                .map(tick -> tick.priceE8() / Desk.CENT)
                .toList();
    }
}
