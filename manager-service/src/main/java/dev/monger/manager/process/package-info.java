/**
 * The mongers as processes of this machine.
 *
 * <p>Start at {@link dev.monger.manager.process.MongerProcesses}. Each child has a thread of its
 * own that starts it, asks whether it is ready and waits for its end; what happened goes to the
 * engine as input. A note per child names its process id and start time, so that a manager that
 * follows a killed one finds what that left behind and ends it first: never two for one ticker.
 */
@NullMarked
package dev.monger.manager.process;

import org.jspecify.annotations.NullMarked;
