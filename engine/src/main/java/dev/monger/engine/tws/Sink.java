package dev.monger.engine.tws;

import dev.monger.core.monger.MongerEvent;
import dev.monger.engine.EngineOutput;

/** Where the broker's desk puts what comes of its work, in order. */
public interface Sink {

    /** The shell must do this. */
    void output(EngineOutput output);

    /** The core must learn this. */
    void event(MongerEvent event);
}
