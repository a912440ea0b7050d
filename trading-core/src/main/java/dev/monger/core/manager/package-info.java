/**
 * Every decision of the fleet's manager: which mongers run, under which client id and lease, what
 * they were told to do and how each command ended.
 *
 * <p>Start at {@link dev.monger.core.manager.ManagerCore}: one event in, the next state and the
 * commands out. A ticker keeps its client id for life, and each start of its process has a lease
 * epoch that no start had before. A command ends exactly once for each of its targets: with proof,
 * or with a named residual, by its deadline.
 *
 * <p>No clock, process, topic or log may enter here.
 */
@NullMarked
package dev.monger.core.manager;

import org.jspecify.annotations.NullMarked;
