package dev.monger.engine.monger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.engine.Now;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.CommandOutcome;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.Topic;
import dev.monger.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MongerEngineTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_795_478_400L;
    private static final MongerSettings SETTINGS = new MongerSettings("SPY", "DU1", 1, 40);

    private final MongerEngine engine = new MongerEngine(SETTINGS);
    private final List<CommandResult> results = new ArrayList<>();
    private long seconds;

    private Now now() {
        return new Now((START + seconds) * SECOND, seconds * SECOND, (START + seconds) * SECOND);
    }

    private void take(EngineInput input) {
        for (EngineOutput output : engine.step(input)) {
            if (output instanceof EngineOutput.Publish(_, _, CommandResult result)) {
                results.add(result);
            }
        }
    }

    private void started() {
        take(new EngineInput.Started(now(), 3, SETTINGS.text()));
    }

    private void caughtUp(Topic... topics) {
        for (Topic topic : topics) {
            take(new EngineInput.CaughtUp(now(), topic.name()));
        }
    }

    /** A command that was due two seconds ago is read now. */
    private void overdue(String id) {
        Instant issued = Instant.ofEpochSecond(START + seconds - 10);
        FleetCommand command =
                FleetCommand.newBuilder()
                        .setSequence(1)
                        .setOccurredAt(issued)
                        .setRecordedAt(issued)
                        .setLeaseEpoch(1)
                        .setId(id)
                        .setTicker("SPY")
                        .setKind(CommandKind.PAUSE)
                        .setIssuer("operator")
                        .setReason("test")
                        .setIssuedAt(issued)
                        .setDeadline(issued.plusSeconds(8))
                        .build();
        take(new EngineInput.RecordRead(now(), Topics.COMMANDS.name(), "SPY", command));
    }

    @Test
    void shouldAnswerWhatAnOutageKeptBackButNotWhatIsHistory() {
        // Given
        started();
        overdue("history");
        caughtUp(Topics.COMMANDS);
        assertThat(results).isEmpty();
        // When
        take(new EngineInput.TopicsLost(now(), "Kafka does not answer"));
        seconds += 60;
        overdue("kept back");
        overdue("kept back");
        // Then
        assertThat(results)
                .extracting(CommandResult::getOutcome)
                .containsExactly(CommandOutcome.FAILED);
        assertThat(results.getFirst().getCommandId()).isEqualTo("kept back");
    }

    @Test
    void shouldBeCaughtUpOnlyWithWhatPeopleDo() {
        started();
        caughtUp(Topics.ASSIGNMENTS, Topics.LEASES, Topics.COMMANDS, Topics.RISK);
        assertThat(engine.state().session().caughtUp()).isFalse();
        caughtUp(Topics.MANUAL_ORDERS);
        assertThat(engine.state().session().caughtUp()).isTrue();
    }
}
