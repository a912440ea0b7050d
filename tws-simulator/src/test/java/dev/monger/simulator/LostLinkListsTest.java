package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.monger.simulator.backend.OrderKind;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.ExecutionFilter;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lists TWS gives while it has lost its link to the broker. */
class LostLinkListsTest {

    private final FaultStage stage = new FaultStage();
    private final TwsClientFake client = stage.client(7);

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldAnswerListsWithWhatTwsKnewWhenItLostTheLink() {
        // Given
        stage.buys(client, 1, 30);
        stage.rests(client, 2, Desk.limit("BUY", 100, 9990));
        stage.on(FaultKind.LINK_STORM);
        Desk.quote(stage.simulator, 9980);
        client.heard.clear();

        // When
        askForLists();

        // Then
        assertThat(stage.held()).isEqualTo(130);
        assertThat(client.story())
                .containsExactly(
                        "openOrder 2 Submitted",
                        "orderStatus 2 Submitted 0/100",
                        "openOrderEnd",
                        "openOrder 2 Submitted",
                        "orderStatus 2 Submitted 0/100",
                        "openOrderEnd",
                        "execDetails 1 30",
                        "commissionReport");
        assertThat(client.heard(AccountMessage.Position.class))
                .extracting(AccountMessage.Position::positionE8)
                .containsExactly(30 * Decimals.ONE);
        assertThat(client.heard(AccountMessage.PortfolioValue.class))
                .extracting(
                        AccountMessage.PortfolioValue::positionE8,
                        AccountMessage.PortfolioValue::marketPriceE8)
                .containsExactly(tuple(30 * Decimals.ONE, 1_000_050 * Desk.CENT / 100));
        assertThat(client.heard(OrderMessage.CompletedOrder.class)).hasSize(1);
        assertThat(ends()).hasSize(6);
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldLearnNothingByASecondLoss() {
        // Given
        stage.on(Fault.of(FaultKind.LINK_STORM).with("losses", 2).with("gapMillis", 1000));
        stage.simulator.person().place(FaultStage.ACCOUNT, "IBM", terms());
        stage.pass(2000);
        client.heard.clear();

        // When
        client.say(new AccountRequest.RequestPositions());

        // Then
        assertThat(stage.held()).isEqualTo(100);
        assertThat(client.heard(AccountMessage.Position.class)).isEmpty();
        assertThat(ends()).hasSize(1);
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldTellTheTruthAfterwardsToWhomItHadAnsweredWithWhatItKnew() {
        // Given
        stage.rests(client, 2, Desk.limit("BUY", 100, 9990));
        stage.on(FaultKind.LINK_STORM);
        Desk.quote(stage.simulator, 9980);
        askForLists();
        client.heard.clear();

        // When
        stage.pass(10_000);

        // Then
        assertThat(client.heard(AccountMessage.Position.class))
                .extracting(AccountMessage.Position::positionE8)
                .containsExactly(100 * Decimals.ONE);
        assertThat(client.heard(AccountMessage.PortfolioValue.class))
                .extracting(AccountMessage.PortfolioValue::positionE8)
                .containsExactly(100 * Decimals.ONE);
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldNotAnswerListsAtAllWhenToldSo() {
        // Given
        stage.buys(client, 1, 30);
        stage.rests(client, 2, Desk.limit("BUY", 100, 9990));
        stage.on(Fault.of(FaultKind.LINK_STORM).with("lists", "silent"));
        client.heard.clear();

        // When
        askForLists();
        stage.pass(9999);

        // Then
        assertThat(client.heard).isEmpty();
    }

    @Test
    @Shows({FaultKind.FILLS_AFTER_LINK_LOSS})
    void shouldNotAnswerListsInTheMiddleOfABatchEither() {
        // Given
        stage.on(Fault.of(FaultKind.FILLS_AFTER_LINK_LOSS).with("lists", "silent").once());
        stage.buys(client, 1, 30);
        client.heard.clear();

        // When
        askForLists();
        stage.pass(4999);

        // Then
        assertThat(client.story()).containsExactly("error -1 1100");
        assertThat(ends()).isEmpty();
    }

    @Test
    @Shows({FaultKind.LINK_STORM, FaultKind.UNSOLICITED_FRAMES})
    void shouldKnowNothingAfterARestartUntilTheLinkIsBack() {
        // Given
        stage.buys(client, 1, 30);
        stage.on(FaultKind.UNSOLICITED_FRAMES);
        stage.on(FaultKind.LINK_STORM);
        stage.simulator.restartFront();
        TwsClientFake again = new TwsClientFake(stage.simulator, 200);
        again.say(new SessionRequest.StartApi(7, ""));
        List<String> greeting = again.story();
        again.heard.clear();

        // When
        again.say(new OrderRequest.RequestExecutions(9, ExecutionFilter.NONE));
        again.say(new AccountRequest.RequestPositions());
        stage.pass(10_000);
        List<String> meanwhile = again.story();
        again.say(new OrderRequest.RequestExecutions(10, ExecutionFilter.NONE));

        // Then
        assertThat(greeting).containsExactly("error -1 1100");
        assertThat(meanwhile).containsExactly("error -1 1102");
        assertThat(again.story())
                .containsExactly("error -1 1102", "execDetails 1 30", "commissionReport");
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldListAnOrderThatWaitsAsPending() {
        // Given
        stage.on(FaultKind.LINK_STORM);
        stage.rests(client, 1, Desk.limit("BUY", 100, 9900));
        stage.rests(client, 1, Desk.limit("BUY", 50, 9900));
        TwsClientFake other = stage.client(8);
        client.heard.clear();
        other.heard.clear();

        // When
        client.say(new OrderRequest.RequestOpenOrders());
        other.say(new OrderRequest.RequestOpenOrders());
        other.say(new OrderRequest.RequestAllOpenOrders());

        // Then
        assertThat(client.story())
                .containsExactly(
                        "openOrder 1 PendingSubmit",
                        "orderStatus 1 PendingSubmit 0/50",
                        "openOrderEnd");
        assertThat(client.heard(OrderMessage.OpenOrder.class))
                .singleElement()
                .matches(open -> open.permId() == 0 && open.contract().conId() == Desk.IBM);
        assertThat(other.story())
                .containsExactly(
                        "openOrderEnd",
                        "openOrder 1 PendingSubmit",
                        "orderStatus 1 PendingSubmit 0/50",
                        "openOrderEnd");
    }

    @Test
    @Shows(FaultKind.LINK_STORM)
    void shouldBindNothingWithoutALink() {
        // Given
        TwsClientFake zero = stage.client(0);
        stage.on(FaultKind.MANUAL_ORDER_BOUND);
        stage.on(FaultKind.LINK_STORM);
        zero.heard.clear();

        // When
        zero.say(new OrderRequest.RequestOpenOrders());
        stage.pass(9999);
        List<String> meanwhile = zero.story();
        stage.pass(1);

        // Then
        assertThat(meanwhile).containsExactly("openOrderEnd");
        assertThat(zero.story())
                .containsSubsequence("error -1 1102", "orderBound -2", "openOrder -2 Submitted");
    }

    private static OrderTerms terms() {
        return new OrderTerms(
                true,
                100,
                OrderKind.MARKET,
                OrderTerms.Prices.NONE,
                OrderTerms.Life.DAY,
                "",
                0,
                "");
    }

    private void askForLists() {
        client.say(new OrderRequest.RequestOpenOrders());
        client.say(new OrderRequest.RequestAllOpenOrders());
        client.say(new OrderRequest.RequestExecutions(9, ExecutionFilter.NONE));
        client.say(new OrderRequest.RequestCompletedOrders(false));
        client.say(new AccountRequest.RequestPositions());
        client.say(new AccountRequest.RequestAccountUpdates(true, FaultStage.ACCOUNT));
    }

    private List<ServerMessage> ends() {
        return client.heard.stream()
                .filter(message ->
                        message instanceof OrderMessage.OpenOrderEnd
                                || message instanceof OrderMessage.ExecDetailsEnd
                                || message instanceof OrderMessage.CompletedOrdersEnd
                                || message instanceof AccountMessage.PositionEnd
                                || message instanceof AccountMessage.AccountDownloadEnd)
                .toList();
    }
}
