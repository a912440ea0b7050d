package dev.monger.engine;

import dev.monger.prediction.Features;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Everything an engine may ask of its shell. */
public sealed interface EngineOutput {

    /**
     * Write these bytes to the socket. Journaled before they leave, as the input that caused them.
     */
    record Send(byte[] bytes) implements EngineOutput {}

    /** Connect the socket to TWS; the shell knows where. Answered by LinkOpened or LinkClosed. */
    record OpenLink() implements EngineOutput {}

    /** Close the socket. Answered by LinkClosed. */
    record CloseLink(String reason) implements EngineOutput {}

    /** Publish a record; the outbox keeps the order and loses none. */
    record Publish(String topic, String key, SpecificRecord value) implements EngineOutput {}

    /**
     * Ask prediction sources, off the trading thread; answered by PredictionMade.
     *
     * @param sources which, as the assignment has them, rules apart by semicolons
     */
    record Infer(long requestId, String sources, Features features) implements EngineOutput {}

    /**
     * Wake the engine once, when the first of both times has come, replacing an earlier wish;
     * {@code Long.MAX_VALUE} for never. A wish is used up by being granted, so an engine that has
     * been woken wishes again.
     *
     * @param exchangeNanos by the market clock, whose rate may differ from one
     * @param monotonicNanos by the monotonic clock, always in real seconds
     */
    record WakeAt(long exchangeNanos, long monotonicNanos) implements EngineOutput {}

    /**
     * Tell a person.
     *
     * @param code a stable name such as {@code stop-missing}
     * @param subject ticker or account
     * @param text what happened, what is unknown, what to do
     */
    record Alarm(String code, String subject, String text) implements EngineOutput {}

    /** Start the ticker's process: manager only. */
    record LaunchProcess(String ticker, List<String> arguments) implements EngineOutput {}

    /** End the ticker's process, gently: manager only. */
    record EndProcess(String ticker, String reason) implements EngineOutput {}

    /** The service has done its work; the shell may end with this code. */
    record Exit(int code, String reason) implements EngineOutput {

        /** It was told to stop and proved it: it stays so until an operator starts it. */
        public static final int STOPPED = 10;

        /** Its settings are refused: another start would change nothing. */
        public static final int SETTINGS_REFUSED = 78;
    }
}
