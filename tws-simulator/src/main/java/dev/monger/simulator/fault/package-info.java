/**
 * What TWS and the broker do wrong, each by name, with parameters, seeded and switchable.
 *
 * <p>Entry point: {@link dev.monger.simulator.fault.Faults}, which every part of the simulator asks
 * whether something goes wrong with it: {@link dev.monger.simulator.fault.SessionFaults} for what a
 * client says and is told, {@link dev.monger.simulator.fault.BrokerFaults} for what happens to
 * orders, {@link dev.monger.simulator.fault.Doors} for connections. What there is stands in the
 * catalogue, one {@link dev.monger.simulator.fault.FaultKind} each. Without a fault switched on
 * nothing is changed; what is done to the broker goes through its {@link
 * dev.monger.simulator.backend.Mishaps}, so that its books stay exact. Every kind draws from a
 * generator of its own. No clock, no thread, no input or output.
 *
 * <p>Where the catalogue M1 to M35 comes from is in {@code docs/sources.md}.
 */
@NullMarked
package dev.monger.simulator.fault;

import org.jspecify.annotations.NullMarked;
