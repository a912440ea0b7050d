package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.front.FrontSettings;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.ReferenceMessage;
import dev.monger.tws.message.ReferenceRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import org.junit.jupiter.api.Test;

/** What becomes of requests for data and contracts while TWS has lost its link. */
class LostLinkDataTest {
    private static final Contract IBM = Contract.of("IBM", "STK", "SMART", "USD");

    private final FaultStage stage = new FaultStage();
    private final TwsClientFake client = stage.client(7);

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldLetRequestsForContractsAndHistoryWait() {
        // Given
        stage.on(Fault.of(FaultKind.LINK_STORM).with("data", "lost"));
        client.heard.clear();

        // When
        client.say(new ReferenceRequest.RequestContractDetails(1, IBM, false, ""));
        client.say(history(2, false));
        client.say(new MarketDataRequest.RequestHeadTimestamp(3, IBM, false, true, "TRADES", 2));
        stage.pass(9999);
        int meanwhile = client.heard.size();
        stage.pass(1);

        // Then
        assertThat(meanwhile).isZero();
        assertThat(client.heard(ReferenceMessage.ContractData.class)).hasSize(1);
        assertThat(client.heard(MarketDataMessage.HistoricalData.class)).hasSize(1);
        assertThat(client.heard(MarketDataMessage.HeadTimestamp.class)).hasSize(1);
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldBeginWhatIsSubscribedMeanwhileWhenDataAreKept() {
        // Given
        stage.on(FaultKind.LINK_STORM);
        client.heard.clear();

        // When
        watch(5);
        watch(6);
        client.say(new MarketDataRequest.CancelMarketData(5));
        client.say(new AccountRequest.RequestPnl(30, FaultStage.ACCOUNT, ""));
        stage.pass(9999);
        int meanwhile = client.heard.size();
        stage.pass(1);
        int pnl = client.heard(AccountMessage.Pnl.class).size();
        client.heard.clear();
        Desk.quote(stage.simulator, 10050);
        stage.pass(1000);

        // Then
        assertThat(meanwhile).isZero();
        assertThat(pnl).isEqualTo(1);
        assertThat(client.heard(MarketDataMessage.TickPrice.class))
                .isNotEmpty()
                .allMatch(tick -> tick.requestId() == 6);
        assertThat(client.heard(SessionMessage.ErrorMessage.class)).isEmpty();
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldNotBeginWhatWasSubscribedMeanwhileWhenDataAreLost() {
        // Given
        stage.on(Fault.of(FaultKind.LINK_STORM).with("data", "lost"));
        client.heard.clear();

        // When
        watch(5);
        client.say(history(6, true));
        stage.pass(10_000);
        Desk.quote(stage.simulator, 10050);
        stage.pass(20_000);

        // Then
        assertThat(client.marketData()).isEmpty();
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldTakeNoLineOfDataForAClientThatLeft() {
        // Given
        TwsSimulator simulator = Desk.simulator(FrontSettings.usual().withMostLines(1));
        TwsClientFake leaver = TwsClientFake.started(simulator, 7);
        simulator.linkNotice(1100);
        leaver.say(watched(5));
        leaver.hangUp();
        TwsClientFake again = TwsClientFake.started(simulator, 7);
        simulator.linkNotice(1102);

        // When
        again.say(watched(5));

        // Then
        assertThat(leaver.heard(MarketDataMessage.class)).isEmpty();
        assertThat(again.story()).containsExactly("error -1 1102");
        assertThat(again.heard(MarketDataMessage.TickPrice.class)).isNotEmpty();
    }

    @Test
    @Shows({FaultKind.LINK_STORM, FaultKind.DELAYED_AS_LIVE})
    void shouldKeepDelayedDataBehindTheLostLinkToo() {
        // Given
        stage.on(Fault.of(FaultKind.DELAYED_AS_LIVE).with("delayMillis", 2000));
        watch(5);
        Desk.quote(stage.simulator, 10050);
        stage.pass(1000);
        stage.on(FaultKind.LINK_STORM);
        client.heard.clear();

        // When
        stage.pass(9999);
        int meanwhile = client.marketData().size();
        stage.pass(1);

        // Then
        assertThat(meanwhile).isZero();
        assertThat(client.marketData()).isNotEmpty();
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldAnswerByItselfWhatNeedsNoBroker() {
        // Given
        stage.on(FaultKind.LINK_STORM);
        client.heard.clear();

        // When
        client.say(new SessionRequest.RequestCurrentTime());
        client.say(new SessionRequest.RequestIds(1));
        client.say(new SessionRequest.RequestManagedAccounts());

        // Then
        assertThat(client.heard)
                .extracting(ServerMessage::getClass)
                .extracting(Class::getSimpleName)
                .containsExactly("CurrentTime", "NextValidId", "ManagedAccounts");
    }

    private void watch(int id) {
        client.say(watched(id));
    }

    private static MarketDataRequest.RequestMarketData watched(int id) {
        return new MarketDataRequest.RequestMarketData(id, Desk.CONTRACT, "", false, false, "");
    }

    private static MarketDataRequest.RequestHistoricalData history(int id, boolean keepUp) {
        return new MarketDataRequest.RequestHistoricalData(
                id, IBM, false, "", "1 min", "600 S", true, "TRADES", 2, keepUp, "");
    }
}
