/**
 * Plays seeds of the simulated fleet with all processors of this machine, keeps what fails as short
 * scripts, and proves that planted bugs are found.
 *
 * <p>Start reading at {@link dev.monger.launcher.simulation.Workers}. What a story is and how it is
 * judged belongs to {@code fleet-simulation}; here are only threads, files and time.
 */
@NullMarked
package dev.monger.launcher.simulation;

import org.jspecify.annotations.NullMarked;
