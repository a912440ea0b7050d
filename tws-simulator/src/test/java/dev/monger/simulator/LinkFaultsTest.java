package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.SessionRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong with links, farms and the gateway itself. */
class LinkFaultsTest {

    private final FaultStage stage = new FaultStage();
    private final TwsClientFake client = stage.client(7);

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldLoseTheLinkAgainAndAgainAndKeepTheData() {
        // Given
        watch(5);
        client.heard.clear();
        stage.on(
                Fault.of(FaultKind.LINK_STORM)
                        .with("losses", 3)
                        .with("gapMillis", 500)
                        .with("outageMillis", 4000));

        // When
        stage.pass(4999);
        List<String> before = client.story();
        stage.pass(1);
        client.heard.clear();
        Desk.quote(stage.simulator, 10050);
        stage.pass(1000);

        // Then
        assertThat(before).containsExactly("error -1 1100", "error -1 1100", "error -1 1100");
        assertThat(bids()).containsExactly(10050L);
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldLoseTheSubscriptionsWithTheLink() {
        // Given
        watch(5);
        client.heard.clear();
        stage.on(Fault.of(FaultKind.LINK_STORM).with("data", "lost"));
        stage.pass(10_000);

        // When
        List<String> told = client.story();
        client.heard.clear();
        Desk.quote(stage.simulator, 10050);
        stage.pass(1000);
        List<Long> without = bids();
        watch(5);

        // Then
        assertThat(told).containsExactly("error -1 1100", "error -1 1101");
        assertThat(without).isEmpty();
        assertThat(bids()).containsExactly(10050L);
        assertThat(client.story()).isEmpty();
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldComeAgainAsOftenAsItIsTold() {
        // Given
        stage.on(
                Fault.of(FaultKind.LINK_STORM)
                        .with("firstMillis", 1000)
                        .with("everyMillis", 20_000)
                        .with("times", 2));

        // When
        stage.pass(100_000);

        // Then
        assertThat(client.story())
                .containsExactly(
                        "error -1 1100", "error -1 1102", "error -1 1100", "error -1 1102");
    }

    @Test
    @Shows(FaultKind.FARM_FLAP)
    void shouldFlapAFarmWithoutLosingData() {
        // Given
        watch(5);
        client.heard.clear();
        stage.on(FaultKind.FARM_FLAP);

        // When
        Desk.quote(stage.simulator, 10050);
        stage.pass(3000);

        // Then
        assertThat(client.story()).containsExactly("error -1 2103", "error -1 2104");
        assertThat(bids()).containsExactly(10050L);
    }

    @Test
    @Shows(FaultKind.FARM_FLAP)
    void shouldFlapAFarmAndLoseDataWithoutAWord() {
        // Given
        watch(5);
        client.heard.clear();
        stage.on(Fault.of(FaultKind.FARM_FLAP).with("data", "lost"));
        stage.pass(3000);

        // When
        Desk.quote(stage.simulator, 10050);
        stage.pass(60_000);
        List<Long> silent = bids();
        client.say(new MarketDataRequest.CancelMarketData(5));
        watch(6);

        // Then
        assertThat(silent).isEmpty();
        assertThat(bids()).containsExactly(10050L);
        assertThat(client.story()).containsExactly("error -1 2103", "error -1 2104");
    }

    @Test
    @Shows(FaultKind.FARM_FLAP)
    void shouldFlapTheOtherFarms() {
        // Given
        keepUp(9);
        stage.on(Fault.of(FaultKind.FARM_FLAP).with("farm", "history").with("data", "lost"));
        stage.pass(3000);
        stage.on(Fault.of(FaultKind.FARM_FLAP).with("farm", "reference"));

        // When
        stage.simulator.person().print(Desk.IBM, 10000 * Desk.CENT, 10);
        stage.pass(60_000);

        // Then
        assertThat(client.story())
                .containsExactly(
                        "error -1 2105", "error -1 2106", "error -1 2157", "error -1 2158");
        assertThat(client.heard(MarketDataMessage.HistoricalDataUpdate.class)).isEmpty();
    }

    @Test
    @Shows(FaultKind.FARM_FLAP)
    void shouldLetRequestsForContractsWaitForTheirFarm() {
        // Given
        stage.on(Fault.of(FaultKind.FARM_FLAP).with("farm", "reference").with("data", "lost"));

        // When
        askForDetails(1);
        stage.pass(2999);
        int meanwhile = client.heard(ReferenceMessage.ContractData.class).size();
        stage.pass(1);

        // Then
        assertThat(meanwhile).isZero();
        assertThat(client.heard(ReferenceMessage.ContractData.class)).hasSize(1);
        assertThat(client.story()).containsExactly("error -1 2157", "error -1 2158");
    }

    @Test
    @Shows(FaultKind.FALSE_UNKNOWN_CONTRACT)
    void shouldNotKnowAValidContractWhileTheLinkIsLost() {
        // Given
        stage.on(FaultKind.FALSE_UNKNOWN_CONTRACT);
        askForDetails(1);
        stage.simulator.linkNotice(1100);

        // When
        askForDetails(2);
        stage.rests(client, 3, Desk.limit("BUY", 1, 9000));
        watch(4);
        stage.simulator.linkNotice(1102);
        askForDetails(5);

        // Then
        assertThat(client.heard(ReferenceMessage.ContractData.class))
                .extracting(ReferenceMessage.ContractData::requestId)
                .containsExactly(1, 5);
        assertThat(client.story())
                .containsExactly(
                        "error -1 1100",
                        "error 2 200",
                        "error 3 200",
                        "error 4 200",
                        "error -1 1102");
    }

    @Test
    @Shows(FaultKind.DAILY_RESTART)
    void shouldRestartAndTakeNobodyForAWhile() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 1, 9000));
        stage.on(FaultKind.DAILY_RESTART);

        // When
        stage.pass(34_999);
        TwsClientFake early = new TwsClientFake(stage.simulator, 200);
        stage.pass(1);
        TwsClientFake after = stage.client(7);

        // Then
        assertThat(client.closed).isTrue();
        assertThat(early.closed).isTrue();
        assertThat(after.closed).isFalse();
        assertThat(stage.simulator.backend().openOrders()).hasSize(1);
    }

    @Test
    @Shows(FaultKind.TOKEN_EXPIRED)
    void shouldTakeNobodyUntilAPersonLogsIn() {
        // Given
        stage.on(FaultKind.TOKEN_EXPIRED);

        // When
        stage.pass(86_400_000);
        TwsClientFake early = new TwsClientFake(stage.simulator, 200);
        stage.simulator.faults().logIn();
        TwsClientFake after = stage.client(7);

        // Then
        assertThat(client.closed).isTrue();
        assertThat(early.closed).isTrue();
        assertThat(after.closed).isFalse();
    }

    @Test
    @Shows(FaultKind.COMPETING_SESSION)
    void shouldStopLiveDataWhileAnotherSessionLives() {
        // Given
        watch(5);
        client.heard.clear();
        stage.on(FaultKind.COMPETING_SESSION);

        // When
        watch(6);
        Desk.quote(stage.simulator, 10050);
        stage.pass(29_999);
        List<Long> meanwhile = bids();
        stage.pass(1);
        Desk.quote(stage.simulator, 10060);
        stage.pass(1000);

        // Then
        assertThat(client.story()).containsExactly("error 5 10197", "error 6 10197");
        assertThat(meanwhile).isEmpty();
        assertThat(bids()).containsExactly(10060L, 10060L);
    }

    @Test
    @Shows(FaultKind.DAILY_RESTART)
    void shouldRestartWhenItsTimeHasCome() {
        // Given
        stage.on(Fault.of(FaultKind.DAILY_RESTART).with("firstMillis", 5000));

        // When
        client.say(new SessionRequest.RequestCurrentTime());
        boolean before = client.closed;
        stage.pass(5000);

        // Then
        assertThat(before).isFalse();
        assertThat(client.closed).isTrue();
    }

    private void watch(int id) {
        client.say(
                new MarketDataRequest.RequestMarketData(id, Desk.CONTRACT, "", false, false, ""));
    }

    private void askForDetails(int id) {
        client.say(
                new ReferenceRequest.RequestContractDetails(
                        id, Contract.of("IBM", "STK", "SMART", "USD"), false, ""));
    }

    private void keepUp(int id) {
        client.say(Desk.keptBars(id));
        client.heard.clear();
    }

    private List<Long> bids() {
        return client.heard(MarketDataMessage.TickPrice.class).stream()
                .filter(tick -> tick.tickType() == 1)
                .map(tick -> tick.priceE8() / Desk.CENT)
                .toList();
    }
}
