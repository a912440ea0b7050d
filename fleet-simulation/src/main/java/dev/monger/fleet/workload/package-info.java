/**
 * Stories: what is done to the fleet, when, and by whom.
 *
 * <p>A seed is written out as a {@link dev.monger.fleet.workload.Script} by {@link
 * dev.monger.fleet.workload.ScriptWriter}; a {@link dev.monger.fleet.workload.Performance} plays it
 * and judges it; a script that fails is made short by {@link dev.monger.fleet.workload.Shrinker}.
 * Scripts, not seeds, are kept: a seed means another story as soon as the writer changes.
 */
@NullMarked
package dev.monger.fleet.workload;

import org.jspecify.annotations.NullMarked;
