package dev.monger.launcher.simulation;

import dev.monger.fleet.workload.Outcome;
import dev.monger.fleet.workload.Script;

/**
 * One seed, played.
 *
 * @param seed whose story it is
 */
public record Trial(long seed, Script script, Outcome outcome) {}
