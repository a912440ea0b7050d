package dev.monger.engine.portfolio;

import dev.monger.engine.EngineOutput;
import dev.monger.engine.tws.Plausibility;
import dev.monger.tws.session.SessionEvent;
import dev.monger.tws.session.SessionOutputs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one step gives out; what the session tells waits here until the session has returned. */
final class Collected implements SessionOutputs {

    private final String account;
    private final List<EngineOutput> outputs = new ArrayList<>();
    private final ArrayDeque<SessionEvent> events = new ArrayDeque<>();

    Collected(String account) {
        this.account = account;
    }

    @Override
    public void write(byte[] bytes) {
        outputs.add(new EngineOutput.Send(bytes));
    }

    @Override
    public void happened(SessionEvent event) {
        Plausibility.alarm(event, account).ifPresentOrElse(outputs::add, () -> events.add(event));
    }

    void add(EngineOutput output) {
        outputs.add(output);
    }

    @Nullable SessionEvent next() {
        return events.poll();
    }

    List<EngineOutput> outputs() {
        return List.copyOf(outputs);
    }
}
