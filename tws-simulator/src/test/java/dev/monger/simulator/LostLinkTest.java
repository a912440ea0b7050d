package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.simulator.venue.Quote;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import dev.monger.tws.message.SessionRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What clients hear, and do not hear, of a broker that TWS has lost the link to. */
class LostLinkTest {

    private final FaultStage stage = new FaultStage();
    private final TwsClientFake client = stage.client(7);

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldTellNothingOfOrdersWhileTheExchangeGoesOn() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9990));
        client.heard.clear();
        stage.on(FaultKind.LINK_STORM);

        // When
        trade(100);
        stage.pass(9999);

        // Then
        assertThat(stage.held()).isEqualTo(100);
        assertThat(client.story()).containsExactly("error -1 1100");
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldTellWhatHappenedToOrdersAsAndInTheOrderItHappened() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9990));
        client.heard.clear();
        stage.on(FaultKind.LINK_STORM);
        trade(40);
        stage.pass(1000);
        trade(60);

        // When
        stage.pass(9000);

        // Then
        assertThat(client.story())
                .containsExactly(
                        "error -1 1100",
                        "error -1 1102",
                        "execDetails 1 40",
                        "openOrder 1 Submitted",
                        "orderStatus 1 Submitted 40/60",
                        "commissionReport",
                        "execDetails 1 60",
                        "openOrder 1 Filled",
                        "orderStatus 1 Filled 100/0",
                        "openOrder 1 Filled commission",
                        "orderStatus 1 Filled 100/0",
                        "commissionReport");
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldTellCancelsOfPeopleLaterToo() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9990));
        long permId = stage.simulator.backend().openOrders().getFirst().permId();
        client.heard.clear();
        stage.on(FaultKind.LINK_STORM);
        stage.simulator.person().cancel(permId);
        List<String> meanwhile = client.story();

        // When
        stage.pass(10_000);

        // Then
        assertThat(meanwhile).containsExactly("error -1 1100");
        assertThat(client.story())
                .containsExactly(
                        "error -1 1100",
                        "error -1 1102",
                        "orderStatus 1 Cancelled 0/100",
                        "error 1 202");
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldTellPositionsOnceAndAfterTheOrders() {
        // Given
        client.say(new AccountRequest.RequestPositions());
        stage.rests(client, 1, Desk.limit("BUY", 100, 9990));
        client.heard.clear();
        stage.on(FaultKind.LINK_STORM);
        trade(40);
        trade(60);
        List<AccountMessage.Position> meanwhile = positions();

        // When
        stage.pass(10_000);

        // Then
        assertThat(meanwhile).isEmpty();
        assertThat(positions())
                .extracting(AccountMessage.Position::positionE8)
                .containsExactly(100 * Decimals.ONE);
        assertThat(client.heard.getLast()).isInstanceOf(AccountMessage.Position.class);
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldTellNeitherProfitNorAccountValuesMeanwhile() {
        // Given
        stage.buys(client, 1, 100);
        client.say(new AccountRequest.RequestPnl(3, FaultStage.ACCOUNT, ""));
        client.say(new AccountRequest.RequestPnlSingle(4, FaultStage.ACCOUNT, "", Desk.IBM));
        client.say(new AccountRequest.RequestAccountUpdates(true, FaultStage.ACCOUNT));
        client.heard.clear();
        stage.on(Fault.of(FaultKind.LINK_STORM).with("outageMillis", 400_000));

        // When
        Desk.quote(stage.simulator, 10100);
        stage.pass(399_999);
        List<AccountMessage> meanwhile = client.heard(AccountMessage.class);
        stage.pass(1001);

        // Then
        assertThat(meanwhile).isEmpty();
        assertThat(client.heard(AccountMessage.Pnl.class))
                .hasSize(2)
                .allMatch(pnl -> pnl.unrealizedPnlE8() > 0);
        assertThat(client.heard(AccountMessage.PnlSingle.class)).hasSize(2);
        assertThat(client.heard(AccountMessage.AccountUpdateTime.class)).hasSize(1);
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldStopMarketDataAndGoOnWithTheMarketAsItIsThen() {
        // Given
        subscribe();
        stage.on(FaultKind.LINK_STORM);

        // When
        Desk.quote(stage.simulator, 10050);
        stage.pass(5000);
        Desk.quote(stage.simulator, 10070);
        stage.simulator.person().print(Desk.IBM, 10070 * Desk.CENT, 10);
        stage.pass(4999);
        List<MarketDataMessage> meanwhile = client.marketData();
        stage.pass(1);
        List<Long> atOnce = bids();
        int oldBars = client.heard(MarketDataMessage.RealTimeBar.class).size();
        client.heard.clear();
        Desk.quote(stage.simulator, 10080);
        stage.pass(5000);

        // Then
        assertThat(meanwhile).isEmpty();
        assertThat(atOnce).containsExactly(10070L);
        assertThat(oldBars).isZero();
        assertThat(bids()).containsExactly(10080L);
        assertThat(client.heard(MarketDataMessage.TickByTickBidAsk.class)).hasSize(1);
        assertThat(client.heard(MarketDataMessage.RealTimeBar.class)).hasSize(1);
        assertThat(client.heard(MarketDataMessage.HistoricalDataUpdate.class)).isNotEmpty();
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldLoseEverySubscriptionToDataWithTheDataOnly() {
        // Given
        subscribe();
        client.say(new AccountRequest.RequestPnl(30, FaultStage.ACCOUNT, ""));
        stage.on(Fault.of(FaultKind.LINK_STORM).with("data", "lost"));
        stage.pass(10_000);
        client.heard.clear();

        // When
        Desk.quote(stage.simulator, 10050);
        stage.simulator.person().print(Desk.IBM, 10050 * Desk.CENT, 10);
        stage.pass(60_000);

        // Then
        assertThat(client.marketData()).isEmpty();
        assertThat(client.heard(AccountMessage.Pnl.class)).hasSize(60);
    }

    @Test
    @Shows({FaultKind.LINK_STORM, FaultKind.LIQUIDATION})
    void shouldPassOnTheBrokersWarningLater() {
        // Given
        stage.buys(client, 1, 100);
        client.heard.clear();
        stage.on(FaultKind.LINK_STORM);
        stage.on(FaultKind.LIQUIDATION);

        // When
        stage.pass(10_000);

        // Then
        assertThat(client.story())
                .containsExactly("error -1 1100", "error -1 1102", "error -1 2148");
    }

    @Test
    @Shows({FaultKind.LINK_STORM, FaultKind.LATE_COMMISSION})
    void shouldKeepALateCommissionBehindTheLostLink() {
        // Given
        stage.on(Fault.of(FaultKind.LATE_COMMISSION).with("delayMillis", 2000).once());
        stage.buys(client, 1, 100);
        client.heard.clear();
        stage.on(FaultKind.LINK_STORM);

        // When
        stage.pass(9999);
        List<String> meanwhile = client.story();
        stage.pass(1);

        // Then
        assertThat(meanwhile).containsExactly("error -1 1100");
        assertThat(client.story())
                .containsExactly("error -1 1100", "error -1 1102", "commissionReport");
    }

    @Test
    @Shows({FaultKind.LINK_STORM, FaultKind.EXECUTION_AFTER_CANCEL})
    void shouldTellATradeAfterItsCancelledWhenTheLinkIsBack() {
        // Given
        stage.on(Fault.of(FaultKind.EXECUTION_AFTER_CANCEL).once());
        stage.rests(client, 1, Desk.limit("BUY", 100, 9990));
        client.say(OrderRequest.CancelOrder.of(1));
        client.heard.clear();
        stage.on(FaultKind.LINK_STORM);

        // When
        stage.pass(9999);
        long heldMeanwhile = stage.held();
        List<String> meanwhile = client.story();
        stage.pass(1);

        // Then
        assertThat(heldMeanwhile).isEqualTo(100);
        assertThat(meanwhile).containsExactly("error -1 1100");
        assertThat(client.story())
                .containsSubsequence(
                        "error -1 1102", "execDetails 1 100", "orderStatus 1 Filled 100/0");
    }

    @Test
    @Shows({FaultKind.LINK_STORM, FaultKind.FILLS_AFTER_LINK_LOSS})
    void shouldGoOnWaitingWhenTheLinkIsLostAgainWhileItTells() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9990));
        client.heard.clear();
        stage.on(FaultKind.LINK_STORM);
        trade(40);
        stage.pass(1000);
        trade(60);
        stage.on(Fault.of(FaultKind.FILLS_AFTER_LINK_LOSS).once());

        // When
        stage.pass(9000);
        List<String> between = client.story();
        stage.pass(5000);

        // Then
        assertThat(between)
                .containsExactly(
                        "error -1 1100",
                        "error -1 1102",
                        "error -1 1100",
                        "execDetails 1 40",
                        "openOrder 1 Submitted",
                        "orderStatus 1 Submitted 40/60",
                        "commissionReport",
                        "error -1 1100");
        assertThat(client.story())
                .containsSubsequence(
                        "error -1 1102", "execDetails 1 60", "orderStatus 1 Filled 100/0");
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldTellEverythingOnceAfterSeveralLosses() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9990));
        client.heard.clear();
        stage.on(Fault.of(FaultKind.LINK_STORM).with("losses", 3).with("gapMillis", 1000));
        trade(40);
        stage.pass(1500);
        trade(60);

        // When
        stage.pass(20_000);

        // Then
        assertThat(client.heard(OrderMessage.ExecDetails.class)).hasSize(2);
        assertThat(client.story())
                .startsWith(
                        "error -1 1100",
                        "error -1 1100",
                        "error -1 1100",
                        "error -1 1102",
                        "execDetails 1 40");
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldForgetWhatWasToBeToldWhenTwsRestarts() {
        // Given
        stage.rests(client, 1, Desk.limit("BUY", 100, 9990));
        stage.on(FaultKind.LINK_STORM);
        trade(100);

        // When
        stage.simulator.restartFront();
        TwsClientFake again = stage.client(7);
        stage.pass(10_000);

        // Then
        assertThat(again.story()).containsExactly("error -1 1102");
        assertThat(stage.held()).isEqualTo(100);
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldSayThatTheLinkIsLostToAClientThatComesMeanwhile() {
        // When, Then
        assertThat(toldToNewcomer("1100"))
                .endsWith("nextValidId", "error 1100")
                .doesNotContain("error 2104", "error 2106", "error 2158");
        assertThat(toldToNewcomer("2110")).endsWith("nextValidId", "error 2110");
    }

    private static List<String> toldToNewcomer(String code) {
        FaultStage stage = new FaultStage();
        stage.on(Fault.of(FaultKind.LINK_STORM).with("newcomers", code));
        TwsClientFake newcomer = new TwsClientFake(stage.simulator, 200);
        newcomer.say(new SessionRequest.StartApi(8, ""));
        return newcomer.heard.stream().map(LostLinkTest::brief).toList();
    }

    private static String brief(ServerMessage message) {
        return switch (message) {
            case SessionMessage.NextValidId _ -> "nextValidId";
            case SessionMessage.ErrorMessage error -> "error " + error.code();
            default -> "other";
        };
    }

    private void trade(long shares) {
        stage.simulator
                .person()
                .quote(Desk.IBM, new Quote(9980 * Desk.CENT, 1, 9991 * Desk.CENT, 1), false);
        stage.simulator.person().print(Desk.IBM, 9985 * Desk.CENT, shares);
    }

    private void subscribe() {
        client.say(new MarketDataRequest.RequestMarketData(5, Desk.CONTRACT, "", false, false, ""));
        client.say(new MarketDataRequest.RequestTickByTick(6, Desk.CONTRACT, "BidAsk", 0, false));
        client.say(
                new MarketDataRequest.RequestRealTimeBars(7, Desk.CONTRACT, 5, "BID", false, ""));
        client.say(Desk.keptBars(9));
        client.heard.clear();
    }

    private List<AccountMessage.Position> positions() {
        return client.heard(AccountMessage.Position.class);
    }

    private List<Long> bids() {
        return client.heard(MarketDataMessage.TickPrice.class).stream()
                .filter(tick -> tick.tickType() == 1)
                .map(tick -> tick.priceE8() / Desk.CENT)
                .toList();
    }
}
