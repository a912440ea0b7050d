package dev.monger.simulator;

import dev.monger.simulator.backend.BackendSettings;
import dev.monger.simulator.front.FrontSettings;
import dev.monger.simulator.venue.Instrument;
import dev.monger.simulator.venue.Instruments;
import java.util.List;

/**
 * What a simulator is made from.
 *
 * @param seed decides the generated market and the chance of faults
 * @param instruments what is listed
 * @param alwaysOpen whether the exchange is open at every hour
 * @param backend the broker's settings
 * @param front TWS's settings
 */
public record SimulatorSettings(
        long seed,
        List<Instrument> instruments,
        boolean alwaysOpen,
        BackendSettings backend,
        FrontSettings front) {

    /** Keeps its own copy of the list. */
    public SimulatorSettings {
        instruments = List.copyOf(instruments);
    }

    /**
     * The usual instruments at an exchange that never closes, one paper account, client 0 as
     * master.
     */
    public static SimulatorSettings usual(long seed) {
        return new SimulatorSettings(
                seed, Instruments.usual(), true, BackendSettings.usual(), FrontSettings.usual());
    }

    /** The same with other instruments. */
    public SimulatorSettings withInstruments(List<Instrument> others) {
        return new SimulatorSettings(seed, others, alwaysOpen, backend, front);
    }

    /** The same with other settings of the broker. */
    public SimulatorSettings withBackend(BackendSettings other) {
        return new SimulatorSettings(seed, instruments, alwaysOpen, other, front);
    }

    /** The same with other settings of TWS. */
    public SimulatorSettings withFront(FrontSettings other) {
        return new SimulatorSettings(seed, instruments, alwaysOpen, backend, other);
    }
}
