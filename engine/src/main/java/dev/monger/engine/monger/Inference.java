package dev.monger.engine.monger;

import dev.monger.core.model.Assignment;
import dev.monger.engine.EngineOutput;
import dev.monger.prediction.Features;
import dev.monger.prediction.Features.ClosedBar;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The inference loop: one question for each newly closed bar, never two at a time. */
final class Inference {

    private final String ticker;
    private long lastId;
    private boolean pending;
    private long askedStart = Long.MIN_VALUE;

    Inference(String ticker) {
        this.ticker = ticker;
    }

    void restarted() {
        pending = false;
        askedStart = Long.MIN_VALUE;
    }

    void answered() {
        pending = false;
    }

    void question(
            @Nullable Assignment assignment,
            Optional<List<ClosedBar>> bars,
            Consumer<EngineOutput> out) {
        if (assignment == null
                || assignment.predictions().indicators().isEmpty()
                || pending
                || bars.isEmpty()) {
            return;
        }
        List<ClosedBar> whole = bars.get();
        if (whole.getLast().startNanos() == askedStart) {
            return;
        }
        askedStart = whole.getLast().startNanos();
        pending = true;
        lastId++;
        Features features = new Features(ticker, assignment.predictions().bar().toNanos(), whole);
        String sources = String.join("; ", assignment.predictions().indicators());
        out.accept(new EngineOutput.Infer(lastId, sources, features));
    }
}
