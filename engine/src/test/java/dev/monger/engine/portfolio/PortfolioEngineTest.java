package dev.monger.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.monger.core.model.Money;
import dev.monger.core.portfolio.PermitGate;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.CommandOutcome;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.ManualOrder;
import dev.monger.schemas.ManualOrderKind;
import dev.monger.schemas.RiskLevel;
import dev.monger.schemas.RiskState;
import dev.monger.schemas.Topics;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortfolioEngineTest {

    private static final Contract SPY = Contract.stock(756733, "SPY", "ARCA");
    private static final PortfolioSettings SETTINGS =
            new PortfolioSettings("DU1", "USD", Money.of("1000"));

    private final Gateway gateway = new Gateway(new PortfolioEngine());

    @Test
    void shouldReadItsSettingsBack() {
        assertThat(PortfolioSettings.read(SETTINGS.text())).isEqualTo(SETTINGS);
        PortfolioSettings none = new PortfolioSettings("DU1", "USD", null);
        assertThat(PortfolioSettings.read(none.text())).isEqualTo(none);
    }

    @Test
    void shouldConnectReconcileAndPermit() {
        began();
        gateway.passes(3);

        assertThat(gateway.published(RiskState.class).getLast().getLevel())
                .isEqualTo(RiskLevel.CLEAR);
        assertThat(gateway.engine().view().closed()).isEmpty();
        assertThat(gateway.requests())
                .noneMatch(OrderRequest.RequestOpenOrders.class::isInstance)
                .noneMatch(OrderRequest.RequestAutoOpenOrders.class::isInstance);
    }

    @Test
    void shouldNotConnectBeforeItsPastIsReadOnAnEmptyDisk() {
        gateway.take(new EngineInput.Started(gateway.now(), 7, SETTINGS.text()));
        gateway.passes(5);
        assertThat(gateway.of(EngineOutput.OpenLink.class)).isEmpty();
        assertThat(gateway.published(RiskState.class).getLast().getLevel())
                .isEqualTo(RiskLevel.UNKNOWN);

        gateway.take(new EngineInput.CaughtUp(gateway.now(), Topics.RISK.name()));
        gateway.take(new EngineInput.CaughtUp(gateway.now(), Topics.MANUAL_ORDERS.name()));

        assertThat(gateway.of(EngineOutput.OpenLink.class)).hasSize(1);
    }

    @Test
    void shouldTellATypedOrderAndItsFillOnceAcrossARestart() {
        gateway.lists(open("Submitted"));
        gateway.executes(fill("0000e0d5.1.01.01"));
        began();
        gateway.passes(20);
        gateway.restart(new PortfolioEngine());
        gateway.take(new EngineInput.Started(gateway.now(), 8, SETTINGS.text()));
        gateway.passes(20);

        assertThat(gateway.published(ManualOrder.class))
                .extracting(ManualOrder::getKind)
                .containsExactly(ManualOrderKind.ORDER, ManualOrderKind.FILL);
        assertThat(gateway.published(ManualOrder.class))
                .extracting(ManualOrder::getSequence)
                .containsExactly(1L, 2L);
        assertThat(gateway.published(RiskState.class).getLast().getLevel())
                .isEqualTo(RiskLevel.CLEAR);
    }

    @Test
    void onALostDiskShouldTellNothingTwiceAndKeepTheBreach() {
        gateway.lists(open("Submitted"));
        gateway.executes(fill("0000e0d5.1.01.01"));
        began();
        gateway.passes(2);
        gateway.dailyPnl(-1000 * Decimals.ONE);
        gateway.passes(2);

        Gateway later = new Gateway(new PortfolioEngine());
        later.lists(open("Submitted"));
        later.executes(fill("0000e0d5.1.01.01"));
        later.take(new EngineInput.Started(later.now(), 9, SETTINGS.text()));
        for (EngineOutput.Publish told : gateway.of(EngineOutput.Publish.class)) {
            later.take(
                    new EngineInput.RecordRead(
                            later.now(), told.topic(), told.key(), told.value()));
        }
        later.take(new EngineInput.CaughtUp(later.now(), Topics.RISK.name()));
        later.take(new EngineInput.CaughtUp(later.now(), Topics.MANUAL_ORDERS.name()));
        later.passes(5);

        assertThat(later.published(ManualOrder.class)).isEmpty();
        assertThat(later.published(RiskState.class).getLast())
                .satisfies(risk -> {
                    assertThat(risk.getLevel()).isEqualTo(RiskLevel.BREACHED);
                    assertThat(risk.getBreach()).isEqualTo("daily-loss-7-1");
                });
    }

    @Test
    void shouldLatchTheBreachUntilAResetThatNamesIt() {
        began();
        gateway.passes(2);
        gateway.dailyPnl(-1000 * Decimals.ONE);
        gateway.passes(1);
        gateway.dailyPnl(0);
        gateway.passes(2);
        RiskState breached = gateway.published(RiskState.class).getLast();
        gateway.take(reset("r1", "something-else"));
        gateway.take(reset("r2", breached.getBreach()));
        gateway.take(reset("r2", breached.getBreach()));
        gateway.passes(1);

        assertThat(breached.getLevel()).isEqualTo(RiskLevel.BREACHED);
        assertThat(gateway.published(CommandResult.class))
                .extracting(CommandResult::getCommandId, CommandResult::getOutcome)
                .containsExactly(
                        tuple("r1", CommandOutcome.FAILED), tuple("r2", CommandOutcome.DONE));
        assertThat(gateway.published(RiskState.class).getLast().getLevel())
                .isEqualTo(RiskLevel.CLEAR);
    }

    @Test
    void shouldWithholdThePermitWhileTheBrokerIsAway() {
        began();
        gateway.passes(2);
        gateway.say(SessionMessage.ErrorMessage.of(-1, 1100, "lost"));
        gateway.passes(2);
        assertThat(gateway.engine().view().closed())
                .containsExactly(PermitGate.BROKER_LINK, PermitGate.RECONCILED);

        gateway.say(SessionMessage.ErrorMessage.of(-1, 1102, "restored"));
        gateway.passes(2);

        assertThat(gateway.engine().view().closed()).isEmpty();
    }

    @Test
    void shouldWaitForABrokerThatWasAwayBeforeItCame() {
        // Given a TWS that has lost the broker, says so before it is ready, and lists nothing
        gateway.losesTheBroker();
        began();
        assertThat(gateway.engine().view().closed()).contains(PermitGate.BROKER_LINK);

        // When
        gateway.passes(60);

        // Then it does not take it for a TWS that does not answer
        assertThat(gateway.of(EngineOutput.CloseLink.class)).isEmpty();

        // And when the broker is back it asks for all that never came
        gateway.findsTheBroker();
        gateway.passes(12);
        assertThat(gateway.of(EngineOutput.CloseLink.class)).isEmpty();
        assertThat(gateway.engine().view().closed()).isEmpty();
    }

    @Test
    void shouldWarnBeforeTheLimit() {
        began();
        gateway.dailyPnl(-800 * Decimals.ONE);
        gateway.passes(2);

        assertThat(gateway.published(RiskState.class).getLast().getLevel())
                .isEqualTo(RiskLevel.WARNING);
    }

    @Test
    void shouldTryAgainAndSayThatTwsIsAway() {
        began();
        int opened = gateway.of(EngineOutput.OpenLink.class).size();
        for (int loss = 0; loss < 3; loss++) {
            gateway.take(new EngineInput.LinkClosed(gateway.now(), "connection refused"));
        }
        gateway.passes(5);

        assertThat(gateway.of(EngineOutput.OpenLink.class).size()).isGreaterThan(opened);
        assertThat(gateway.of(EngineOutput.Alarm.class))
                .extracting(EngineOutput.Alarm::code)
                .contains("account-session-lost", "tws-unreachable");
        assertThat(gateway.engine().view().connected()).isTrue();
    }

    @Test
    void shouldRefuseATwsThatDoesNotHaveTheAccount() {
        gateway.accounts("DU7", "DU8");
        began();

        assertThat(gateway.of(EngineOutput.Exit.class))
                .singleElement()
                .satisfies(exit -> {
                    assertThat(exit.code()).isEqualTo(78);
                    assertThat(exit.reason()).contains("DU1").contains("DU7");
                });
    }

    @Test
    void shouldAnswerTheSameInputsWithTheSameOutputs() {
        gateway.lists(open("Submitted"));
        gateway.executes(fill("0000e0d5.1.01.01"));
        began();
        gateway.passes(10);
        gateway.dailyPnl(-1000 * Decimals.ONE);
        gateway.passes(2);

        PortfolioEngine again = new PortfolioEngine();
        List<String> repeated = new ArrayList<>();
        gateway.inputs().forEach(input -> again.step(input).forEach(o -> repeated.add(text(o))));

        assertThat(repeated).containsExactlyInAnyOrderElementsOf(texts(gateway.outputs()));
        assertThat(again.view()).isEqualTo(gateway.engine().view());
    }

    private static List<String> texts(List<EngineOutput> outputs) {
        return outputs.stream().map(PortfolioEngineTest::text).toList();
    }

    private static String text(EngineOutput output) {
        return output instanceof EngineOutput.Send send
                ? Arrays.toString(send.bytes())
                : output.toString();
    }

    private void began() {
        gateway.take(new EngineInput.Started(gateway.now(), 7, SETTINGS.text()));
        gateway.take(new EngineInput.CaughtUp(gateway.now(), Topics.MANUAL_ORDERS.name()));
        gateway.take(new EngineInput.CaughtUp(gateway.now(), Topics.RISK.name()));
    }

    private EngineInput reset(String id, String breach) {
        Instant issued = Instant.ofEpochSecond(gateway.now().wallNanos() / Gateway.SECOND);
        FleetCommand command =
                FleetCommand.newBuilder()
                        .setSequence(1)
                        .setOccurredAt(issued)
                        .setRecordedAt(issued)
                        .setLeaseEpoch(1)
                        .setId(id)
                        .setTicker(Topics.ALL_TICKERS)
                        .setKind(CommandKind.RESET)
                        .setIssuer("anna")
                        .setReason("looked at it")
                        .setIssuedAt(issued)
                        .setDeadline(issued.plusSeconds(30))
                        .setBreach(breach)
                        .build();
        return new EngineInput.RecordRead(gateway.now(), Topics.COMMANDS.name(), "*", command);
    }

    private static ServerMessage open(String status) {
        Order order =
                Order.builder("SELL", 100 * Decimals.ONE, "LMT")
                        .limitPriceE8(150 * Decimals.ONE)
                        .account("DU1")
                        .build();
        return new OrderMessage.OpenOrder(
                0, 0, 900, SPY, order, OrderState.NONE.withStatus(status));
    }

    private static ServerMessage fill(String execId) {
        return new OrderMessage.ExecDetails(
                -1,
                SPY,
                new Execution(
                        Integer.MAX_VALUE,
                        execId,
                        "20261123 10:00:00 US/Eastern",
                        "DU1",
                        "ARCA",
                        "SLD",
                        40 * Decimals.ONE,
                        150 * Decimals.ONE,
                        900,
                        0,
                        0,
                        40 * Decimals.ONE,
                        150 * Decimals.ONE,
                        "",
                        "",
                        Decimals.UNSET,
                        "",
                        0,
                        false,
                        ""));
    }
}
