package dev.monger.engine;

import dev.monger.prediction.InferenceResult;
import org.apache.avro.specific.SpecificRecord;

/** Everything that may reach an engine; exactly these are journaled. */
public sealed interface EngineInput {

    /** When the shell took it. */
    Now now();

    /**
     * The first input of each session; what was before it belongs to an earlier process.
     *
     * @param leaseEpoch the session's number, forced to disk before, never used twice
     * @param settings what the shell was configured with, as the engine's own text form
     */
    record Started(Now now, long leaseEpoch, String settings) implements EngineInput {}

    /** The socket to TWS is connected. */
    record LinkOpened(Now now) implements EngineInput {}

    /** The socket to TWS is gone, or could not be opened. */
    record LinkClosed(Now now, String reason) implements EngineInput {}

    /** Bytes came from TWS, any part of any number of frames. */
    record BytesRead(Now now, byte[] bytes) implements EngineInput {}

    /** A record came from a topic. */
    record RecordRead(Now now, String topic, String key, SpecificRecord value)
            implements EngineInput {}

    /** The topic has been read to the end offset it had when the shell (re)connected to Kafka. */
    record CaughtUp(Now now, String topic) implements EngineInput {}

    /**
     * The topics cannot be read. After it each topic is caught up with anew, or not again in this
     * session.
     */
    record TopicsLost(Now now, String reason) implements EngineInput {}

    /**
     * A prediction source answered an {@link EngineOutput.Infer}.
     *
     * @param requestId the id of the question
     * @param prediction the answer, or a refusal with its reason
     */
    record PredictionMade(Now now, long requestId, InferenceResult prediction)
            implements EngineInput {}

    /**
     * An authenticated command that reached the service over HTTP, as the same record Kafka
     * carries.
     */
    record HttpCommand(Now now, SpecificRecord command) implements EngineInput {}

    /**
     * A child process changed: manager only.
     *
     * @param ticker whose process
     * @param change started, ended with an exit code, or became ready
     */
    record ProcessChanged(Now now, String ticker, ProcessChange change) implements EngineInput {}

    /** The time asked for by {@link EngineOutput.WakeAt} has come, or a little later. */
    record Woke(Now now) implements EngineInput {}
}
