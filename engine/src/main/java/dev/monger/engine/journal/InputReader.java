package dev.monger.engine.journal;

import dev.monger.engine.EngineInput;
import dev.monger.engine.Now;
import dev.monger.engine.ProcessChange;
import dev.monger.prediction.InferenceResult;
import org.apache.avro.specific.SpecificRecord;

/** Reads what {@link InputWriter} wrote. */
final class InputReader {

    private final SchemaTable schemas;
    private final AvroReader avro;

    InputReader(SchemaTable schemas, AvroReader avro) {
        this.schemas = schemas;
        this.avro = avro;
    }

    EngineInput read(InputKind kind, ByteSource source) {
        Now now = new Now(source.getLong(), source.getLong(), source.getLong());
        return switch (kind) {
            case STARTED -> new EngineInput.Started(now, source.getVariable(), source.getString());
            case LINK_OPENED -> new EngineInput.LinkOpened(now);
            case LINK_CLOSED -> new EngineInput.LinkClosed(now, source.getString());
            case BYTES_READ -> new EngineInput.BytesRead(now, source.getBytes());
            case RECORD_READ ->
                    new EngineInput.RecordRead(
                            now, source.getString(), source.getString(), readRecord(source));
            case CAUGHT_UP -> new EngineInput.CaughtUp(now, source.getString());
            case PREDICTION_MADE ->
                    new EngineInput.PredictionMade(now, source.getVariable(), readResult(source));
            case HTTP_COMMAND -> new EngineInput.HttpCommand(now, readRecord(source));
            case PROCESS_CHANGED ->
                    new EngineInput.ProcessChanged(now, source.getString(), readChange(source));
            case WOKE -> new EngineInput.Woke(now);
            case TOPICS_LOST -> new EngineInput.TopicsLost(now, source.getString());
        };
    }

    private SpecificRecord readRecord(ByteSource source) {
        return avro.readRecord(schemas.schemaOf(source.getSmall("a schema's number")), source);
    }

    private static InferenceResult readResult(ByteSource source) {
        int kind = source.getByte();
        return switch (kind) {
            case 1 ->
                    new InferenceResult.Direction(
                            source.getString(),
                            source.getByte() != 0,
                            (int) source.getVariable(),
                            source.getVariable(),
                            source.getVariable());
            case 2 -> new InferenceResult.Undecided(source.getString(), source.getString());
            case 3 -> new InferenceResult.Failed(source.getString(), source.getString());
            default -> throw new MalformedJournalException("a prediction of kind " + kind);
        };
    }

    private static ProcessChange readChange(ByteSource source) {
        int kind = source.getByte();
        return switch (kind) {
            case 1 -> new ProcessChange.Started(source.getVariable());
            case 2 -> new ProcessChange.Ready();
            case 3 -> new ProcessChange.Ended((int) source.getVariable());
            case 4 -> new ProcessChange.Refused(source.getString());
            default -> throw new MalformedJournalException("a process change of kind " + kind);
        };
    }
}
