/**
 * What a process is told by its environment, {@code MONGER_*}, checked as a whole.
 *
 * <p>Entry point: {@link dev.monger.shell.environment.EnvironmentReader}, which collects every
 * problem, so that one start tells all of them; {@link
 * dev.monger.shell.environment.ServiceEnvironment} is what all services share. The contract is
 * docs/decisions/0003-process-contract.md. Nothing else reads the environment.
 */
@NullMarked
package dev.monger.shell.environment;

import org.jspecify.annotations.NullMarked;
