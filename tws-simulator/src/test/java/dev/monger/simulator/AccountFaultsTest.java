package dev.monger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.simulator.backend.AccountBooks;
import dev.monger.simulator.fault.Fault;
import dev.monger.simulator.fault.FaultKind;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.AccountRequest;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What people and the broker do in an account, and how its values are told. */
class AccountFaultsTest {

    private final FaultStage stage = new FaultStage();
    private final TwsClientFake client = stage.client(7);

    @Test
    @Shows(FaultKind.MANUAL_ORDER_BOUND)
    void shouldBindAPersonsOrderAndPutItLastInItsQueue() {
        // Given
        TwsClientFake zero = stage.client(0);
        stage.on(Fault.of(FaultKind.MANUAL_ORDER_BOUND).with("symbol", "IBM").with("awayTicks", 0));
        stage.rests(client, 1, Desk.limit("BUY", 10, 10000));
        List<String> typed = zero.story();
        zero.heard.clear();

        // When
        stage.pass(2000);
        zero.say(new OrderRequest.RequestAllOpenOrders());
        stage.simulator.person().print(Desk.IBM, 10000 * Desk.CENT, 510);

        // Then
        assertThat(typed)
                .startsWith(
                        "openOrder 0 PreSubmitted",
                        "orderStatus 0 PreSubmitted 0/10",
                        "openOrder 0 Submitted",
                        "orderStatus 0 Submitted 0/10");
        assertThat(zero.story())
                .startsWith("orderBound -2", "openOrder -2 Submitted")
                .contains("execDetails 1 10")
                .doesNotContain("execDetails -2 10");
        assertThat(stage.held()).isEqualTo(10);
    }

    @Test
    @Shows(FaultKind.MANUAL_FILL)
    void shouldTellAPersonsFillWithTheLargestInteger() {
        // Given
        TwsClientFake zero = stage.client(0);

        // When
        stage.on(Fault.of(FaultKind.MANUAL_FILL).with("symbol", "IBM").with("side", "sell"));

        // Then
        assertThat(zero.story()).contains("execDetails 2147483647 10");
        assertThat(client.story()).isEmpty();
        assertThat(stage.held()).isEqualTo(-10);
        BooksAudit.of(stage.simulator);
    }

    @Test
    @Shows(FaultKind.LIQUIDATION)
    void shouldWarnAndLiquidate() {
        // Given
        TwsClientFake zero = stage.client(0);
        stage.buys(client, 1, 300);
        client.say(new AccountRequest.RequestPositions());
        client.heard.clear();
        zero.heard.clear();

        // When
        stage.on(Fault.of(FaultKind.LIQUIDATION).with("percent", 50));
        stage.pass(4999);
        long before = stage.held();
        stage.pass(1);

        // Then
        assertThat(before).isEqualTo(300);
        assertThat(client.story()).containsExactly("error -1 2148");
        assertThat(client.heard(AccountMessage.Position.class))
                .extracting(position -> FaultStage.shares(position.positionE8()))
                .containsExactly(150L);
        Execution told = zero.heard(OrderMessage.ExecDetails.class).getFirst().execution();
        assertThat(told.orderId()).isEqualTo(-1);
        assertThat(told.clientId()).isZero();
        assertThat(told.liquidation()).isEqualTo(1);
        assertThat(zero.story()).startsWith("error -1 2148");
        BooksAudit.of(stage.simulator);
    }

    @Test
    @Shows(FaultKind.POSITION_MOVED)
    void shouldMoveAPositionWithoutAnExecution() {
        // Given
        stage.buys(client, 1, 300);
        client.say(new AccountRequest.RequestPositions());
        client.heard.clear();
        Fault move = Fault.of(FaultKind.POSITION_MOVED);

        // When
        stage.on(move.with("shares", 50));
        stage.on(move.with("shares", -100));
        stage.on(move.with("how", "assignment").with("shares", -350));
        stage.on(move.with("how", "buy-in"));
        stage.on(move.with("shares", 25));

        // Then
        assertThat(client.heard(AccountMessage.Position.class))
                .extracting(position -> FaultStage.shares(position.positionE8()))
                .containsExactly(350L, 250L, -100L, 0L, 25L);
        assertThat(client.story()).isEmpty();
        assertThat(stage.executions()).hasSize(1);
        BooksAudit.of(stage.simulator);
    }

    @Test
    @Shows(FaultKind.POSITION_MOVED)
    void shouldSplitAPositionAndItsPrice() {
        // Given
        stage.buys(client, 1, 300);
        stage.rests(client, 2, Desk.limit("SELL", 300, 11000));
        client.say(new AccountRequest.RequestPositions());
        long worth = stage.books().netLiquidationE8();
        client.heard.clear();

        // When
        stage.on(Fault.of(FaultKind.POSITION_MOVED).with("how", "split").with("ratio", 4));

        // Then
        assertThat(client.heard(AccountMessage.Position.class))
                .extracting(position -> FaultStage.shares(position.positionE8()))
                .containsExactly(1200L);
        assertThat(client.story()).containsExactly("orderStatus 2 Cancelled 0/300", "error 2 202");
        assertThat(stage.simulator.backend().market(Desk.IBM).quote().bidE8())
                .isEqualTo(2500 * Desk.CENT);
        assertThat(Math.abs(stage.books().netLiquidationE8() - worth)).isLessThan(1200 * Desk.CENT);
        BooksAudit.of(stage.simulator);
    }

    @Test
    @Shows(FaultKind.POSITION_MOVED)
    void shouldSplitThePositionsOfEveryAccountWithThePrice() {
        // Given
        FaultStage two = FaultStage.withAccounts(List.of(FaultStage.ACCOUNT, "DU2", "DU3"));
        Fault move = Fault.of(FaultKind.POSITION_MOVED).with("symbol", "IBM");
        two.on(move.with("shares", 300));
        two.on(move.with("account", "DU2").with("shares", -200));
        AccountBooks other = two.simulator.backend().books("DU2");
        long worth = other.netLiquidationE8();
        TwsClientFake listener = two.client(8);
        listener.say(new AccountRequest.RequestPositions());
        listener.heard.clear();

        // When
        two.on(move.with("how", "split").with("ratio", 4));

        // Then
        assertThat(other.shares(Desk.IBM)).isEqualTo(-800);
        assertThat(Math.abs(other.netLiquidationE8() - worth)).isLessThan(800 * Desk.CENT);
        assertThat(listener.heard(AccountMessage.Position.class))
                .extracting(position -> FaultStage.shares(position.positionE8()))
                .containsExactly(1200L, -800L);
        BooksAudit.of(two.simulator);
    }

    @Test
    @Shows(FaultKind.PNL_UNSET)
    void shouldTellProfitsAsTheLargestNumber() {
        // Given
        stage.on(FaultKind.PNL_UNSET);
        stage.buys(client, 1, 100);

        // When
        client.say(new AccountRequest.RequestPnl(3, FaultStage.ACCOUNT, ""));
        client.say(new AccountRequest.RequestPnlSingle(4, FaultStage.ACCOUNT, "", Desk.IBM));

        // Then
        assertThat(client.heard(AccountMessage.Pnl.class).getFirst().dailyPnlE8())
                .isEqualTo(Decimals.UNSET);
        assertThat(client.heard(AccountMessage.PnlSingle.class).getFirst().dailyPnlE8())
                .isEqualTo(Decimals.UNSET);
    }

    @Test
    @Shows(FaultKind.PNL_SILENT)
    void shouldTellNoProfits() {
        // Given
        stage.on(Fault.of(FaultKind.PNL_SILENT).with("times", 3));

        // When
        client.say(new AccountRequest.RequestPnl(3, FaultStage.ACCOUNT, ""));
        stage.pass(2000);
        int silent = client.heard(AccountMessage.Pnl.class).size();
        stage.pass(2000);

        // Then
        assertThat(silent).isZero();
        assertThat(client.heard(AccountMessage.Pnl.class)).hasSize(2);
    }

    @Test
    @Shows(FaultKind.PNL_RESET)
    void shouldStartTheDaysProfitAgainFromZero() {
        // Given
        stage.buys(client, 1, 100);
        Desk.quote(stage.simulator, 9900);
        stage.simulator.person().print(Desk.IBM, 9900 * Desk.CENT, 1);
        client.say(new AccountRequest.RequestPnl(3, FaultStage.ACCOUNT, ""));
        stage.on(Fault.of(FaultKind.PNL_RESET).once());

        // When
        stage.pass(1000);
        Desk.quote(stage.simulator, 9890);
        stage.simulator.person().print(Desk.IBM, 9890 * Desk.CENT, 1);
        stage.pass(1000);

        // Then
        List<Long> daily =
                client.heard(AccountMessage.Pnl.class).stream()
                        .map(AccountMessage.Pnl::dailyPnlE8)
                        .toList();
        assertThat(daily.get(0)).isLessThan(-100 * Decimals.ONE);
        assertThat(daily.get(1)).isZero();
        assertThat(daily.get(2)).isEqualTo(-10 * Decimals.ONE);
    }

    @Test
    @Shows(FaultKind.ACCOUNT_NOT_READY)
    void shouldTellGarbageWhileTheAccountIsNotReady() {
        // Given
        stage.on(Fault.of(FaultKind.ACCOUNT_NOT_READY).once());

        // When
        client.say(new AccountRequest.RequestAccountUpdates(true, FaultStage.ACCOUNT));
        Map<String, String> garbage = values();
        client.heard.clear();
        stage.on(Fault.of(FaultKind.ACCOUNT_NOT_READY).with("values", "random").once());
        stage.pass(180_000);
        Map<String, String> random = values();
        client.heard.clear();
        stage.pass(180_000);

        // Then
        assertThat(garbage).containsEntry("AccountReady", "false");
        assertThat(garbage).containsEntry("NetLiquidation", "0.00");
        assertThat(random).containsEntry("AccountReady", "false");
        assertThat(random.get("NetLiquidation")).isNotEqualTo("1000000.00");
        assertThat(values()).containsEntry("AccountReady", "true");
        assertThat(values()).containsEntry("NetLiquidation", "1000000.00");
    }

    @Test
    void shouldRefuseASymbolThatIsNotListed() {
        // When, Then
        assertThatThrownBy(() -> stage.on(Fault.of(FaultKind.MANUAL_FILL).with("symbol", "NOPE")))
                .hasMessageContaining("symbol: 'NOPE' is not listed");
        assertThatThrownBy(() -> stage.on(Fault.of(FaultKind.LIQUIDATION).with("account", "U1")))
                .hasMessageContaining("account: expected one of DU1234567, was 'U1'");
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        client.heard(AccountMessage.AccountValue.class)
                .forEach(value -> values.putIfAbsent(value.key(), value.value()));
        return values;
    }
}
