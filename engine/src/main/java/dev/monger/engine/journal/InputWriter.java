package dev.monger.engine.journal;

import dev.monger.engine.EngineInput;
import dev.monger.engine.Now;
import dev.monger.engine.ProcessChange;
import dev.monger.prediction.InferenceResult;
import org.apache.avro.specific.SpecificRecord;

/** Writes the parts of an input that its kind does not tell. */
final class InputWriter {

    private final SchemaTable schemas;

    InputWriter(SchemaTable schemas) {
        this.schemas = schemas;
    }

    void write(EngineInput input, ByteSink sink) {
        writeNow(input.now(), sink);
        switch (input) {
            case EngineInput.Started started -> {
                sink.putVariable(started.leaseEpoch());
                sink.putString(started.settings());
            }
            case EngineInput.LinkOpened _, EngineInput.Woke _ -> {}
            case EngineInput.LinkClosed closed -> sink.putString(closed.reason());
            case EngineInput.BytesRead read -> sink.putBytes(read.bytes());
            case EngineInput.RecordRead read -> {
                sink.putString(read.topic());
                sink.putString(read.key());
                writeRecord(read.value(), sink);
            }
            case EngineInput.CaughtUp caughtUp -> sink.putString(caughtUp.topic());
            case EngineInput.TopicsLost lost -> sink.putString(lost.reason());
            case EngineInput.PredictionMade made -> {
                sink.putVariable(made.requestId());
                writeResult(made.prediction(), sink);
            }
            case EngineInput.HttpCommand command -> writeRecord(command.command(), sink);
            case EngineInput.ProcessChanged changed -> {
                sink.putString(changed.ticker());
                writeChange(changed.change(), sink);
            }
        }
    }

    private static void writeNow(Now now, ByteSink sink) {
        sink.putLong(now.exchangeNanos());
        sink.putLong(now.monotonicNanos());
        sink.putLong(now.wallNanos());
    }

    private void writeRecord(SpecificRecord record, ByteSink sink) {
        sink.putVariable(schemas.numberOf(record.getSchema()));
        AvroWriter.write(record.getSchema(), record, sink);
    }

    private static void writeResult(InferenceResult result, ByteSink sink) {
        switch (result) {
            case InferenceResult.Direction direction -> {
                sink.putByte(1);
                sink.putString(direction.source());
                sink.putByte(direction.bullish() ? 1 : 0);
                sink.putVariable(direction.confidenceMillionths());
                sink.putVariable(direction.horizonNanos());
                sink.putVariable(direction.lastInputNanos());
            }
            case InferenceResult.Undecided undecided -> {
                sink.putByte(2);
                sink.putString(undecided.source());
                sink.putString(undecided.reason());
            }
            case InferenceResult.Failed failed -> {
                sink.putByte(3);
                sink.putString(failed.source());
                sink.putString(failed.reason());
            }
        }
    }

    private static void writeChange(ProcessChange change, ByteSink sink) {
        switch (change) {
            case ProcessChange.Started started -> {
                sink.putByte(1);
                sink.putVariable(started.processId());
            }
            case ProcessChange.Ready _ -> sink.putByte(2);
            case ProcessChange.Ended ended -> {
                sink.putByte(3);
                sink.putVariable(ended.exitCode());
            }
            case ProcessChange.Refused refused -> {
                sink.putByte(4);
                sink.putString(refused.reason());
            }
        }
    }
}
