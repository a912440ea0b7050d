package dev.monger.shell;

import dev.monger.engine.ProcessChange;
import dev.monger.engine.journal.Origin;
import dev.monger.prediction.InferenceResult;
import org.apache.avro.specific.SpecificRecord;

/** What other threads hand to the loop; it becomes an input, with the time, when it is taken. */
public sealed interface Incoming {

    /** A record of a topic. */
    record FromTopic(String topic, String key, SpecificRecord value, Origin origin)
            implements Incoming {}

    /** A topic has been read to the end it had at the (re)connection. */
    record ReadToEnd(String topic) implements Incoming {}

    /** The topics cannot be read; each is read to its end anew after it. */
    record ReadingLost(String reason) implements Incoming {}

    /** A prediction source's answer. */
    record Answer(long requestId, InferenceResult result) implements Incoming {}

    /** A command that came over HTTP, or that the shell itself gives at SIGTERM. */
    record Command(SpecificRecord command) implements Incoming {}

    /** A child process changed. */
    record ChildChanged(String ticker, ProcessChange change) implements Incoming {}

    /** The shell itself has to end. */
    record End(int exitCode, String reason) implements Incoming {}
}
