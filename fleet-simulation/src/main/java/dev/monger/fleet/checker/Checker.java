package dev.monger.fleet.checker;

import dev.monger.engine.EngineOutput;

/** Judges one invariant of the architecture. */
interface Checker {

    /** A monger took a step, or the broker's books changed before it. */
    default void stepped(Scene scene, Findings findings) {}

    /** A record was published. */
    default void published(
            String writer, EngineOutput.Publish record, long nowNanos, Findings findings) {}

    /** The world has been calm for long enough: everything must have converged. */
    default void calm(Calm calm, Findings findings) {}
}
