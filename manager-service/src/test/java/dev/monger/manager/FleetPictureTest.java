package dev.monger.manager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractDescription;
import dev.monger.core.model.Ticker;
import dev.monger.engine.EngineInput;
import dev.monger.engine.Now;
import dev.monger.engine.ProcessChange;
import dev.monger.engine.avro.Amounts;
import dev.monger.engine.manager.ManagerEngine;
import dev.monger.engine.manager.ManagerSettings;
import dev.monger.manager.process.Child;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.CommandOutcome;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.LifeCycle;
import dev.monger.schemas.LinkState;
import dev.monger.schemas.TickerStatus;
import dev.monger.schemas.Topics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FleetPictureTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Assignment SPY =
            Assignment.builder(
                            new Ticker("SPY"),
                            ContractDescription.stock("SPY", null, "USD"),
                            new AccountId("DU1"))
                    .build();

    private final ManagerEngine engine = new ManagerEngine();
    private long nanos = 1_795_478_400L * SECOND;

    @BeforeEach
    void startTheFleet() {
        String settings = new ManagerSettings("DU1", "127.0.0.1", 7497, 45, List.of(SPY)).text();
        engine.step(new EngineInput.Started(now(), 1, settings));
        engine.step(new EngineInput.CaughtUp(now(), Topics.LEASES.name()));
    }

    private Now now() {
        return new Now(nanos, nanos, nanos);
    }

    private void hears(String topic, SpecificRecord record) {
        engine.step(new EngineInput.RecordRead(now(), topic, "SPY", record));
    }

    private TickerState picture(Optional<Child> child) {
        return FleetPicture.fleet(engine.view(), "DU1", _ -> child).getFirst();
    }

    private Optional<Child> childSince(long startedAtNanos) {
        return Optional.of(new Child(4711, startedAtNanos / 1_000_000, 40_001));
    }

    private TickerStatus trading() {
        return TickerStatus.newBuilder()
                .setSequence(1)
                .setOccurredAt(Amounts.instant(nanos))
                .setRecordedAt(Amounts.instant(nanos))
                .setLeaseEpoch(1)
                .setTicker("SPY")
                .setAccount("DU1")
                .setLifeCycle(LifeCycle.TRADING)
                .setGatewayLink(LinkState.UP)
                .setBrokerLink(LinkState.UP)
                .setDataLink(LinkState.DEGRADED)
                .setDataAgeMillis(250L)
                .setHalted(true)
                .setBreach("loss-1")
                .setOrderIdHighWaterMark(9)
                .setHeartbeat(1)
                .setOwnPosition(new BigDecimal("-300.00000000"))
                .setWorkingOrders(2)
                .setClientId(1)
                .setProcessId(4711)
                .setAlarms(List.of("stop-missing: place one"))
                .build();
    }

    @Test
    void shouldShowATickerOfWhichNothingIsHeard() {
        // When
        TickerState state = picture(Optional.empty());

        // Then
        assertThat(state)
                .isEqualTo(
                        new TickerState(
                                "SPY",
                                "DU1",
                                new TickerState.Trading(
                                        "STARTING",
                                        "UNKNOWN",
                                        "UNKNOWN",
                                        "UNKNOWN",
                                        null,
                                        false,
                                        null,
                                        null,
                                        0),
                                new TickerState.Running(1, null, null, 0),
                                "RUNNING",
                                List.of()));
    }

    @Test
    void shouldShowWhatARunningMongerSays() {
        // Given
        Optional<Child> child = childSince(nanos);
        nanos += SECOND;

        // When
        hears(Topics.STATUS.name(), trading());

        // Then
        assertThat(picture(child))
                .isEqualTo(
                        new TickerState(
                                "SPY",
                                "DU1",
                                new TickerState.Trading(
                                        "TRADING",
                                        "UP",
                                        "UP",
                                        "DEGRADED",
                                        250L,
                                        true,
                                        "loss-1",
                                        "-300",
                                        2),
                                new TickerState.Running(1, 4711L, 40_001, 0),
                                "RUNNING",
                                List.of("stop-missing: place one")));
    }

    @Test
    void shouldNotTakeAnEarlierProcessesWordForThisOnes() {
        // Given
        hears(Topics.STATUS.name(), trading());
        nanos += SECOND;

        // When
        TickerState state = picture(childSince(nanos));

        // Then
        assertThat(state.trading().lifeCycle()).isEqualTo("STARTING");
        assertThat(state.trading().gatewayLink()).isEqualTo("UNKNOWN");
        assertThat(state.trading().dataAgeMillis()).isNull();
        assertThat(state.alarms()).isEmpty();
        assertThat(state.trading().ownPosition())
                .as("what it left is still held")
                .isEqualTo("-300");
        assertThat(state.trading().breach()).isEqualTo("loss-1");
    }

    @Test
    void shouldShowACrashAndTheRestart() {
        // Given
        engine.step(new EngineInput.ProcessChanged(now(), "SPY", new ProcessChange.Started(1)));

        // When
        engine.step(new EngineInput.ProcessChanged(now(), "SPY", new ProcessChange.Ended(137)));

        // Then
        assertThat(picture(Optional.empty()).alarms())
                .singleElement()
                .asString()
                .startsWith("monger-crashed: its process ended 1 times in a row");
        nanos += 2 * SECOND;
        engine.step(new EngineInput.Woke(now()));
        assertThat(picture(Optional.empty()).process().restarts()).isEqualTo(1);
        assertThat(picture(Optional.empty()).alarms()).isEmpty();
    }

    @Test
    void shouldShowACommandUntilItsEnd() {
        // Given
        engine.step(new EngineInput.ProcessChanged(now(), "SPY", new ProcessChange.Ready()));
        engine.step(new EngineInput.HttpCommand(now(), stop()));
        assertThat(command())
                .isEqualTo(
                        new CommandState(
                                "c1",
                                "STOP",
                                Amounts.instant(nanos),
                                Amounts.instant(nanos + 30 * SECOND),
                                false,
                                List.of(
                                        new CommandState.PartState(
                                                "SPY",
                                                "PROGRESS",
                                                "sent",
                                                null,
                                                null,
                                                List.of()))));

        // When
        hears(
                Topics.COMMAND_RESULTS.name(),
                result(CommandOutcome.FAILED)
                        .setResidualPosition(new BigDecimal("100.00000000"))
                        .setResidualOrders(List.of("7.stop"))
                        .build());

        // Then
        assertThat(command().ended()).isTrue();
        assertThat(command().results())
                .containsExactly(
                        new CommandState.PartState(
                                "SPY", "FAILED", "no market", null, "100", List.of("7.stop")));
        assertThat(picture(Optional.empty()).desired()).isEqualTo("RUNNING");
    }

    @Test
    void shouldShowTheProofOfAStopAndThatItIsNotWantedAnyMore() {
        // Given
        engine.step(new EngineInput.ProcessChanged(now(), "SPY", new ProcessChange.Ready()));
        engine.step(new EngineInput.HttpCommand(now(), stop()));

        // When
        hears(
                Topics.COMMAND_RESULTS.name(),
                result(CommandOutcome.DONE).setProof("two lists without an order").build());
        hears(Topics.COMMAND_RESULTS.name(), result(CommandOutcome.FAILED).build());

        // Then
        assertThat(command().results())
                .as("a word after the end does not change it")
                .containsExactly(
                        new CommandState.PartState(
                                "SPY",
                                "DONE",
                                "done",
                                "two lists without an order",
                                null,
                                List.of()));
        assertThat(picture(Optional.empty()).desired()).isEqualTo("STOPPED");
        assertThat(picture(Optional.empty()).trading().lifeCycle()).isEqualTo("STOPPED");
    }

    private CommandState command() {
        return engine.view().command("c1").map(FleetPicture::command).orElseThrow();
    }

    private FleetCommand stop() {
        return FleetCommand.newBuilder()
                .setSequence(0)
                .setOccurredAt(Amounts.instant(nanos))
                .setRecordedAt(Amounts.instant(nanos))
                .setLeaseEpoch(0)
                .setId("c1")
                .setTicker("SPY")
                .setKind(CommandKind.STOP)
                .setIssuer("http")
                .setReason("the day ends")
                .setIssuedAt(Amounts.instant(nanos))
                .setDeadline(Amounts.instant(nanos + 30 * SECOND))
                .build();
    }

    private CommandResult.Builder result(CommandOutcome outcome) {
        return CommandResult.newBuilder()
                .setSequence(1)
                .setOccurredAt(Amounts.instant(nanos))
                .setRecordedAt(Amounts.instant(nanos))
                .setLeaseEpoch(engine.view().tickers().getFirst().member().epoch())
                .setCommandId("c1")
                .setTicker("SPY")
                .setOutcome(outcome)
                .setText("no market");
    }
}
