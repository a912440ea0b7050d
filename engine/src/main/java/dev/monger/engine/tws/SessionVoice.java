package dev.monger.engine.tws;

import dev.monger.engine.EngineOutput;
import dev.monger.tws.session.SessionEvent;
import dev.monger.tws.session.SessionOutputs;
import java.util.List;

/**
 * Passes a session's bytes on at once, and keeps what it tells until the session has finished; what
 * cannot be so is told to people only.
 */
record SessionVoice(String account, Sink sink, List<SessionEvent> told) implements SessionOutputs {

    @Override
    public void write(byte[] bytes) {
        sink.output(new EngineOutput.Send(bytes));
    }

    @Override
    public void happened(SessionEvent event) {
        Plausibility.alarm(event, account).ifPresentOrElse(sink::output, () -> told.add(event));
    }
}
