package dev.monger.fleet.world;

import dev.monger.core.monger.MongerState;
import dev.monger.engine.EngineInput;
import dev.monger.engine.EngineOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees everything that happens in a world, at the moment it happens, and changes nothing. */
public interface Witness {

    /**
     * One step of one engine.
     *
     * @param house whose
     * @param before what its core knew, for a monger; null for the others
     * @param input what it took in
     * @param outputs what it asked for; not carried out yet
     */
    record Stepped(
            House house,
            @Nullable MongerState before,
            EngineInput input,
            List<EngineOutput> outputs) {}

    /** An engine took a step; what it asked for is not carried out yet. */
    void stepped(Stepped step);

    /** A record was appended to its topic, by a service or by whoever is outside the fleet. */
    void published(String writer, EngineOutput.Publish record);

    /** A process has begun, was killed, or has ended by itself. */
    void lived(House house, String what);

    /** An engine threw: an invariant of its own is broken. */
    void broke(House house, RuntimeException failure);
}
