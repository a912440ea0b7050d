package dev.monger.simulator.front;

import dev.monger.simulator.backend.Backend;
import dev.monger.simulator.fault.Faults;
import dev.monger.simulator.venue.Agenda;
import dev.monger.simulator.venue.Venue;

/**
 * What every part of the front works with.
 *
 * @param settings TWS's settings
 * @param backend the broker behind it
 * @param writer writes orders and executions
 * @param echoes what clients wrote
 * @param finder finds instruments
 * @param agenda what is to be done later
 * @param drafts orders nobody has transmitted
 * @param feed which market data are shown
 * @param faults what goes wrong
 */
record FrontContext(
        FrontSettings settings,
        Backend backend,
        OrderWriter writer,
        OrderEchoes echoes,
        ContractFinder finder,
        Agenda agenda,
        DraftDesk drafts,
        DataFeed feed,
        Faults faults) {

    Venue venue() {
        return backend.venue();
    }

    long nowNanos() {
        return backend.venue().nowNanos();
    }
}
