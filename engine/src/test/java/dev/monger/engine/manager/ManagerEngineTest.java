package dev.monger.engine.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.Assignment;
import dev.monger.core.model.AssignmentFields;
import dev.monger.core.model.ContractDescription;
import dev.monger.core.model.Ticker;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.engine.ProcessChange;
import dev.monger.engine.avro.AssignmentRecords;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.CommandOutcome;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.Lease;
import dev.monger.schemas.RiskLevel;
import dev.monger.schemas.RiskState;
import dev.monger.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ManagerEngineTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Assignment SPY = assignment("SPY");
    private static final Assignment IBM = assignment("IBM");
    private static final ManagerSettings SETTINGS =
            new ManagerSettings("DU1", "127.0.0.1", 7497, 50, List.of(SPY, IBM));

    private final ManagerEngine engine = new ManagerEngine();
    private final List<EngineInput> inputs = new ArrayList<>();
    private final List<EngineOutput> outputs = new ArrayList<>();
    private long seconds = 1_795_478_400L;

    @Test
    void shouldReadItsSettingsBack() {
        assertThat(ManagerSettings.read(SETTINGS.text())).isEqualTo(SETTINGS);
        assertThatThrownBy(() -> ManagerSettings.read("{\"account\":\"DU1\"}"))
                .hasMessageContaining("tickers");
    }

    @Test
    void shouldTellAssignmentsAndLeasesBeforeItLaunches() {
        began();

        assertThat(published(dev.monger.schemas.Assignment.class))
                .extracting(AssignmentRecords::read)
                .containsExactly(
                        new AssignmentFields.Outcome.Read(SPY),
                        new AssignmentFields.Outcome.Read(IBM));
        assertThat(published(Lease.class))
                .extracting(Lease::getTicker, Lease::getClientId, Lease::getMessagesPerSecond)
                .containsExactly(tuple("SPY", 1, 16), tuple("IBM", 2, 16));
        assertThat(of(EngineOutput.LaunchProcess.class))
                .extracting(EngineOutput.LaunchProcess::ticker)
                .containsExactly("SPY", "IBM");
        assertThat(published(Lease.class).getFirst().getEpoch()).isGreaterThan(1_795_478_400L);
    }

    @Test
    void shouldPublishACommandOnceAndShowItsEnd() {
        began();
        take(new EngineInput.HttpCommand(now(), command("c1", "*", CommandKind.FLATTEN)));
        take(new EngineInput.HttpCommand(now(), command("c1", "*", CommandKind.FLATTEN)));
        take(read(Topics.COMMAND_RESULTS.name(), result("c1", "SPY", CommandOutcome.DONE)));
        assertThat(view("c1").undertaking().ended()).isFalse();
        take(read(Topics.COMMAND_RESULTS.name(), result("c1", "IBM", CommandOutcome.FAILED)));

        assertThat(published(FleetCommand.class)).hasSize(1);
        assertThat(view("c1").undertaking().ended()).isTrue();
        assertThat(view("c1").results())
                .extracting(CommandResult::getTicker)
                .containsExactly("IBM", "SPY");
    }

    @Test
    void shouldEndAnUnansweredCommandByItsDeadline() {
        began();
        take(new EngineInput.HttpCommand(now(), command("c1", "SPY", CommandKind.PAUSE)));
        seconds += 31;
        take(new EngineInput.Woke(now()));

        assertThat(published(CommandResult.class))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.getOutcome()).isEqualTo(CommandOutcome.FAILED);
                    assertThat(result.getText()).contains("no answer by the deadline");
                });
    }

    @Test
    void shouldFlattenAllForABreach() {
        began();
        take(read(Topics.RISK.name(), risk(RiskLevel.CLEAR, null)));
        take(read(Topics.RISK.name(), risk(RiskLevel.BREACHED, "daily-loss-1-1")));
        take(read(Topics.RISK.name(), risk(RiskLevel.BREACHED, "daily-loss-1-1")));

        assertThat(published(FleetCommand.class))
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.getKind()).isEqualTo(CommandKind.FLATTEN);
                    assertThat(command.getTicker()).isEqualTo("*");
                });
    }

    @Test
    void shouldNotRestartAProcessThatEndsWith78ButOneThatCrashes() {
        began();
        take(new EngineInput.ProcessChanged(now(), "SPY", new ProcessChange.Ended(78)));
        take(new EngineInput.ProcessChanged(now(), "IBM", new ProcessChange.Ended(137)));
        seconds += 2;
        take(new EngineInput.Woke(now()));

        assertThat(of(EngineOutput.LaunchProcess.class))
                .extracting(EngineOutput.LaunchProcess::ticker)
                .containsExactly("SPY", "IBM", "IBM");
        assertThat(of(EngineOutput.Alarm.class))
                .extracting(EngineOutput.Alarm::code)
                .containsExactly("settings-refused", "monger-crashed");
    }

    @Test
    void shouldAnswerTheSameInputsWithTheSameOutputs() {
        began();
        take(new EngineInput.HttpCommand(now(), command("c1", "*", CommandKind.STOP)));
        take(new EngineInput.ProcessChanged(now(), "IBM", new ProcessChange.Ended(1)));
        take(read(Topics.COMMAND_RESULTS.name(), result("c1", "SPY", CommandOutcome.DONE)));
        take(new EngineInput.Woke(now()));

        ManagerEngine again = new ManagerEngine();
        List<EngineOutput> repeated = new ArrayList<>();
        inputs.forEach(input -> repeated.addAll(again.step(input)));

        assertThat(repeated).isEqualTo(outputs);
        assertThat(again.view()).isEqualTo(engine.view());
    }

    private void began() {
        take(new EngineInput.Started(now(), 5, SETTINGS.text()));
        take(new EngineInput.CaughtUp(now(), Topics.LEASES.name()));
        take(new EngineInput.ProcessChanged(now(), "SPY", new ProcessChange.Started(1)));
        take(new EngineInput.ProcessChanged(now(), "SPY", new ProcessChange.Ready()));
        take(new EngineInput.ProcessChanged(now(), "IBM", new ProcessChange.Ready()));
    }

    private void take(EngineInput input) {
        inputs.add(input);
        outputs.addAll(engine.step(input));
    }

    private Now now() {
        return new Now(seconds * SECOND, (seconds - 1_795_000_000L) * SECOND, seconds * SECOND);
    }

    private EngineInput read(String topic, SpecificRecord value) {
        return new EngineInput.RecordRead(now(), topic, "key", value);
    }

    private FleetView.CommandView view(String id) {
        return engine.view().command(id).orElseThrow();
    }

    private <T extends EngineOutput> List<T> of(Class<T> kind) {
        return outputs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private <T extends SpecificRecord> List<T> published(Class<T> kind) {
        return of(EngineOutput.Publish.class).stream()
                .map(EngineOutput.Publish::value)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Assignment assignment(String ticker) {
        return Assignment.builder(
                        new Ticker(ticker),
                        ContractDescription.stock(ticker, null, "USD"),
                        new AccountId("DU1"))
                .build();
    }

    private FleetCommand command(String id, String ticker, CommandKind kind) {
        Instant issued = Instant.ofEpochSecond(seconds);
        return FleetCommand.newBuilder()
                .setSequence(0)
                .setOccurredAt(issued)
                .setRecordedAt(issued)
                .setLeaseEpoch(0)
                .setId(id)
                .setTicker(ticker)
                .setKind(kind)
                .setIssuer("anna")
                .setReason("a test")
                .setIssuedAt(issued)
                .setDeadline(issued.plusSeconds(30))
                .build();
    }

    private CommandResult result(String id, String ticker, CommandOutcome outcome) {
        Instant at = Instant.ofEpochSecond(seconds);
        return CommandResult.newBuilder()
                .setSequence(1)
                .setOccurredAt(at)
                .setRecordedAt(at)
                .setLeaseEpoch(1)
                .setCommandId(id)
                .setTicker(ticker)
                .setOutcome(outcome)
                .setText("so it ended")
                .build();
    }

    private RiskState risk(RiskLevel level, @Nullable String breach) {
        Instant at = Instant.ofEpochSecond(seconds);
        return RiskState.newBuilder()
                .setSequence(1)
                .setOccurredAt(at)
                .setRecordedAt(at)
                .setLeaseEpoch(1)
                .setAccount("DU1")
                .setLevel(level)
                .setBreach(breach)
                .setHeartbeat(1)
                .build();
    }
}
