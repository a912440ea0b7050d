package dev.monger.shell;

import dev.monger.engine.Engine;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import dev.monger.prediction.Features;
import dev.monger.schemas.CommandKind;
import dev.monger.schemas.CommandOutcome;
import dev.monger.schemas.CommandResult;
import dev.monger.schemas.FleetCommand;
import dev.monger.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;

/**
 * A small engine: opens the link, sends back what it reads, answers each command with a result,
 * asks for a prediction, breaks at the word "break" and ends at the word "end".
 */
final class EchoEngine implements Engine {

    private final List<String> seen = new ArrayList<>();
    private long results;

    @Override
    public List<EngineOutput> step(EngineInput input) {
        synchronized (seen) {
            seen.add(input.getClass().getSimpleName());
        }
        return switch (input) {
            case EngineInput.Started _ -> List.of(new EngineOutput.OpenLink());
            case EngineInput.LinkOpened _ ->
                    List.of(
                            new EngineOutput.Send(new byte[] {'h', 'i'}),
                            new EngineOutput.WakeAt(Long.MAX_VALUE, 0));
            case EngineInput.BytesRead read -> List.of(new EngineOutput.Send(read.bytes()));
            case EngineInput.RecordRead read -> command(read.value());
            case EngineInput.HttpCommand read -> command(read.command());
            case EngineInput.Woke _ ->
                    List.of(new EngineOutput.Infer(7, "", new Features("SPY", 1, List.of())));
            case EngineInput.LinkClosed _,
                    EngineInput.CaughtUp _,
                    EngineInput.TopicsLost _,
                    EngineInput.PredictionMade _,
                    EngineInput.ProcessChanged _ ->
                    List.of();
        };
    }

    private List<EngineOutput> command(SpecificRecord record) {
        FleetCommand command = (FleetCommand) record;
        return switch (command.getReason()) {
            case "break" -> throw new IllegalStateException("Invariant: it holds together");
            case "end" -> List.of(new EngineOutput.Exit(0, "asked to"));
            default ->
                    List.of(
                            new EngineOutput.Publish(
                                    Topics.COMMAND_RESULTS.name(),
                                    command.getId(),
                                    resultOf(command)));
        };
    }

    private CommandResult resultOf(FleetCommand command) {
        return CommandResult.newBuilder()
                .setSequence(results++)
                .setOccurredAt(Instant.EPOCH)
                .setRecordedAt(Instant.EPOCH)
                .setLeaseEpoch(1)
                .setCommandId(command.getId())
                .setTicker(command.getTicker())
                .setOutcome(CommandOutcome.DONE)
                .setText("done")
                .build();
    }

    List<String> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    static FleetCommand command(String id, String reason) {
        return FleetCommand.newBuilder()
                .setSequence(1)
                .setOccurredAt(Instant.EPOCH)
                .setRecordedAt(Instant.EPOCH)
                .setLeaseEpoch(1)
                .setId(id.toLowerCase(Locale.ROOT))
                .setTicker("SPY")
                .setKind(CommandKind.PAUSE)
                .setIssuer("test")
                .setReason(reason)
                .setIssuedAt(Instant.EPOCH)
                .setDeadline(Instant.EPOCH)
                .build();
    }
}
