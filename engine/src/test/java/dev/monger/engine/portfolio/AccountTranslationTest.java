package dev.monger.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.Instants;
import dev.monger.core.model.Money;
import dev.monger.core.portfolio.AccountPnl;
import dev.monger.core.portfolio.Author;
import dev.monger.core.portfolio.HandReport;
import dev.monger.core.portfolio.ObservedOrder;
import dev.monger.core.portfolio.PortfolioCommand;
import dev.monger.core.portfolio.PortfolioEvent;
import dev.monger.engine.Now;
import dev.monger.engine.avro.Stamp;
import dev.monger.schemas.ManualOrder;
import dev.monger.schemas.ManualOrderKind;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTranslationTest {

    private static final Now NOW = new Now(7_000_000_000L, 5_000_000_000L, 9_000_000_000L);
    private static final Contract SPY = Contract.stock(756733, "SPY", "ARCA");
    private static final HandRecords.Owner OWNER = new HandRecords.Owner("DU1", "SPY");

    private final AccountEvents events = new AccountEvents("DU1", ZoneId.of("US/Eastern"));

    @Test
    void shouldTakeTheLargestDoubleForUnknownNotForZero() {
        assertThat(event(new AccountMessage.Pnl(1, Decimals.UNSET, Decimals.UNSET, 0)))
                .contains(
                        new PortfolioEvent.PnlSeen(
                                new Instants(7_000_000_000L, 5_000_000_000L),
                                new AccountPnl(null, null, Money.ZERO)));
    }

    @Test
    void shouldIgnoreWhatBelongsToAnotherAccount() {
        assertThat(event(new AccountMessage.Position("DU2", SPY, 1, 1))).isEmpty();
        assertThat(event(open("DU2", "BUY"))).isEmpty();
        assertThat(event(fill("DU2"))).isEmpty();
        assertThat(event(open("DU1", "BUY"))).isPresent();
        assertThat(event(fill("DU1"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"1100, BrokerLinkLost", "2110, BrokerLinkLost", "1101, BrokerLinkRestored"})
    void shouldReadTheLinkFromItsCodes(int code, String kind) {
        Optional<PortfolioEvent> event = event(SessionMessage.ErrorMessage.of(-1, code, "text"));

        assertThat(event).hasValueSatisfying(e -> assertThat(e.toString()).startsWith(kind));
    }

    @ParameterizedTest
    @CsvSource({"200", "201", "2103", "2104", "399", "99999"})
    void shouldTakeNoOtherCodeForTheLink(int code) {
        assertThat(event(SessionMessage.ErrorMessage.of(-1, code, "text"))).isEmpty();
    }

    @Test
    void shouldNeverWriteARequestThatTouchesAnOrder() {
        List<PortfolioCommand> commands =
                List.of(
                        new PortfolioCommand.RequestPositions(),
                        new PortfolioCommand.RequestPnl(true),
                        new PortfolioCommand.RequestOpenOrders(),
                        new PortfolioCommand.RequestExecutions(),
                        new PortfolioCommand.RequestCompletedOrders());
        AccountRequests asked = new AccountRequests("DU1");
        List<ClientMessage> requests =
                commands.stream()
                        .flatMap(command -> asked.of(command, () -> 1_000_000_001).stream())
                        .toList();

        assertThat(requests)
                .hasSize(7)
                .noneMatch(OrderRequest.RequestOpenOrders.class::isInstance)
                .noneMatch(OrderRequest.RequestAutoOpenOrders.class::isInstance)
                .noneMatch(OrderRequest.PlaceOrder.class::isInstance)
                .noneMatch(OrderRequest.CancelOrder.class::isInstance)
                .noneMatch(OrderRequest.RequestGlobalCancel.class::isInstance);
    }

    @Test
    void shouldRecallFromTheTopicWhatItTold() {
        ObservedOrder order =
                event(open("DU1", "SELL"))
                        .map(PortfolioEvent.OrderSeen.class::cast)
                        .orElseThrow()
                        .order();
        HandReport typed = new HandReport.OrderTyped(Author.PERSON, order);
        var execution =
                event(fill("DU1"))
                        .map(PortfolioEvent.ExecutionSeen.class::cast)
                        .orElseThrow()
                        .execution();
        HandReport filled = new HandReport.Filled(Author.PERSON, execution, false);

        ManualOrder first = HandRecords.write(typed, OWNER, Stamp.of(1, NOW, 3));
        ManualOrder second = HandRecords.write(filled, OWNER, Stamp.of(2, NOW, 3));

        assertThat(first.getKind()).isEqualTo(ManualOrderKind.ORDER);
        assertThat(first.getText()).contains("a person placed SELL 100 SPY");
        assertThat(HandRecords.read(first))
                .containsInstanceOf(HandReport.OrderTyped.class)
                .hasValueSatisfying(report -> {
                    ObservedOrder read = ((HandReport.OrderTyped) report).order();
                    assertThat(read.permId()).isEqualTo(order.permId());
                    assertThat(read.terms()).isEqualTo(order.terms());
                    assertThat(read.amounts()).isEqualTo(order.amounts());
                    assertThat(read.phase()).isEqualTo(order.phase());
                });
        assertThat(second.getKind()).isEqualTo(ManualOrderKind.FILL);
        assertThat(HandRecords.read(second))
                .hasValueSatisfying(report ->
                        assertThat(((HandReport.Filled) report).execution().execId())
                                .isEqualTo(execution.execId()));
    }

    private Optional<PortfolioEvent> event(ServerMessage message) {
        return events.event(message, NOW);
    }

    private static ServerMessage open(String account, String action) {
        Order order =
                Order.builder(action, 100 * Decimals.ONE, "LMT")
                        .limitPriceE8(150 * Decimals.ONE)
                        .account(account)
                        .build();
        return new OrderMessage.OpenOrder(
                0, 0, 900, SPY, order, OrderState.NONE.withStatus("Submitted"));
    }

    private static ServerMessage fill(String account) {
        Execution none = Execution.NONE;
        return new OrderMessage.ExecDetails(
                -1,
                SPY,
                new Execution(
                        Integer.MAX_VALUE,
                        "0000e0d5.1.01.01",
                        "20261123 10:00:00 US/Eastern",
                        account,
                        "ARCA",
                        "SLD",
                        100 * Decimals.ONE,
                        150 * Decimals.ONE,
                        900,
                        0,
                        0,
                        100 * Decimals.ONE,
                        150 * Decimals.ONE,
                        "",
                        none.evRule(),
                        none.evMultiplierE8(),
                        "",
                        0,
                        false,
                        ""));
    }
}
