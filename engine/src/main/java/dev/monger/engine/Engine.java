package dev.monger.engine;

import java.util.List;

/** A deterministic service: what ships is what is simulated and replayed. One owner, one thread. */
public interface Engine {

    /**
     * Takes one input.
     *
     * @return what the shell must do, in order; empty when there is nothing to do
     */
    List<EngineOutput> step(EngineInput input);
}
