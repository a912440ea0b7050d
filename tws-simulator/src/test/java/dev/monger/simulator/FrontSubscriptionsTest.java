package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.front.FrontSettings;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Instruments;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.SessionMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontSubscriptionsTest {

    private final TwsSimulator simulator = Desk.simulator(FrontSettings.usual());

    @Test
    void shouldConflateTicksToFourASecond() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);
        client.say(
                new MarketDataRequest.RequestMarketData(5, Desk.CONTRACT, "236", false, false, ""));
        List<MarketDataMessage> first = client.marketData();
        client.heard.clear();

        // When
        for (int i = 1; i <= 10; i++) {
            simulator.advanceTo(Desk.START + i * Desk.SECOND / 20);
            Desk.quote(simulator, 10000 + i);
        }
        simulator.advanceTo(Desk.START + Desk.SECOND);

        // Then
        assertThat(first.get(0)).isInstanceOf(MarketDataMessage.TickRequestParameters.class);
        assertThat(first.get(1)).isEqualTo(new MarketDataMessage.MarketDataType(5, 1));
        List<Long> bids =
                client.heard(MarketDataMessage.TickPrice.class).stream()
                        .filter(tick -> tick.tickType() == 1)
                        .map(tick -> tick.priceE8() / Desk.CENT)
                        .toList();
        assertThat(bids).hasSizeBetween(2, 4).endsWith(10010L);
    }

    @Test
    void shouldTellHistoryAndKeepItUp() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);
        simulator.person().print(Desk.IBM, 10000 * Desk.CENT, 100);
        simulator.advanceTo(Desk.START + 61 * Desk.SECOND);
        simulator.person().print(Desk.IBM, 10002 * Desk.CENT, 50);

        // When
        client.say(Desk.keptBars(9));
        simulator.person().print(Desk.IBM, 10005 * Desk.CENT, 50);
        simulator.advanceTo(Desk.START + 67 * Desk.SECOND);
        client.say(new MarketDataRequest.CancelHistoricalData(9));
        client.say(new MarketDataRequest.CancelHistoricalData(9));

        // Then
        MarketDataMessage.HistoricalData data =
                client.heard(MarketDataMessage.HistoricalData.class).getFirst();
        assertThat(data.bars()).hasSize(10);
        assertThat(data.bars().get(8).closeE8()).isEqualTo(10000 * Desk.CENT);
        MarketDataMessage.HistoricalDataUpdate update =
                client.heard(MarketDataMessage.HistoricalDataUpdate.class).getLast();
        assertThat(update.bar().highE8()).isEqualTo(10005 * Desk.CENT);
        assertThat(update.bar().time())
                .isEqualTo(Long.toString((Desk.START + 60 * Desk.SECOND) / Desk.SECOND));
        assertThat(client.story()).containsExactly("error 9 162", "error 9 366");
    }

    @Test
    void shouldDescribeContractsAndRefuseUnknownOnes() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);

        // When
        client.say(new ReferenceRequest.RequestContractDetails(1, Desk.CONTRACT, false, ""));
        client.say(
                new ReferenceRequest.RequestContractDetails(
                        2, Contract.of("NOPE", "STK", "SMART", "USD"), false, ""));

        // Then
        ReferenceMessage.ContractData data =
                client.heard(ReferenceMessage.ContractData.class).getFirst();
        assertThat(data.details().contract().conId()).isEqualTo(Desk.IBM);
        assertThat(data.details().minTickE8()).isEqualTo(Desk.CENT);
        assertThat(client.heard(ReferenceMessage.ContractDataEnd.class)).hasSize(1);
        assertThat(client.story()).containsExactly("error 2 200");
    }

    @Test
    void shouldCallASymbolListedTwiceAmbiguousUnlessItIsToldApart() {
        // Given
        Instrument ibm = Instruments.usual().get(1);
        Instrument abroad =
                new Instrument(
                        777,
                        "IBM",
                        "LSEETF",
                        "IBM",
                        ibm.longName(),
                        "COMMON",
                        "USD",
                        Desk.CENT,
                        26,
                        ibm.character());
        TwsSimulator twice =
                Desk.simulator(SimulatorSettings.usual(1).withInstruments(List.of(ibm, abroad)));
        TwsClientFake client = TwsClientFake.started(twice, 7);

        // When
        client.say(Desk.place(1, Desk.limit("BUY", 10, 9000)));
        client.say(
                new OrderRequest.PlaceOrder(
                        2,
                        Desk.CONTRACT.withPrimaryExchange("NYSE"),
                        Desk.limit("BUY", 10, 9000).build()));
        client.say(new ReferenceRequest.RequestContractDetails(3, Desk.CONTRACT, false, ""));
        client.say(new MarketDataRequest.RequestMarketData(4, Desk.CONTRACT, "", false, false, ""));

        // Then
        assertThat(client.story())
                .containsExactly(
                        "error 1 200",
                        "openOrder 2 PreSubmitted",
                        "orderStatus 2 PreSubmitted 0/10",
                        "openOrder 2 Submitted",
                        "orderStatus 2 Submitted 0/10",
                        "error 4 200");
        assertThat(client.heard(ReferenceMessage.ContractData.class)).hasSize(2);
        assertThat(client.heard(SessionMessage.ErrorMessage.class).getFirst().text())
                .contains("ambiguous");
    }

    @Test
    void shouldTellPositionsAndProfit() {
        // Given
        TwsClientFake client = TwsClientFake.started(simulator, 7);
        client.say(new AccountRequest.RequestPositions());
        client.say(new AccountRequest.RequestPnl(3, "DU1234567", ""));

        // When
        client.say(Desk.place(1, Order.builder("BUY", 100 * Decimals.ONE, "MKT")));
        simulator.advanceTo(Desk.START + Desk.SECOND);

        // Then
        AccountMessage.Position position = client.heard(AccountMessage.Position.class).getLast();
        assertThat(position.positionE8()).isEqualTo(100 * Decimals.ONE);
        assertThat(position.averageCostE8()).isEqualTo(10001 * Desk.CENT + Desk.CENT);
        AccountMessage.Pnl profit = client.heard(AccountMessage.Pnl.class).getLast();
        assertThat(profit.dailyPnlE8()).isEqualTo(simulator.backend().books("DU1234567").dailyE8());
    }
}
