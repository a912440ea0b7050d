/**
 * What TWS does wrong, each by name, seeded and switchable.
 *
 * <p>Entry point: {@link dev.monger.simulator.fault.FaultPlan}, through which every session's
 * messages go in both directions. Without a fault switched on it changes nothing. New faults are a
 * {@link dev.monger.simulator.fault.FaultKind} and a step in the plan.
 */
@NullMarked
package dev.monger.simulator.fault;

import org.jspecify.annotations.NullMarked;
