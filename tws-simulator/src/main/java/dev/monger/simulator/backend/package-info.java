/**
 * The broker behind TWS: orders, brackets, OCA groups, executions, commissions, positions and cash;
 * it goes on when the front is restarted.
 *
 * <p>Entry point: {@link dev.monger.simulator.backend.Backend}. It drives the venue, tells
 * everything that happens to one {@link dev.monger.simulator.backend.BackendListener} at the moment
 * it happens, and knows nothing of sockets, sessions or the wire. Money is exact: longs in units of
 * 1e-8, whole shares. At any time, cash plus the cost of all positions equals the first cash plus
 * all realized profit.
 */
@NullMarked
package dev.monger.simulator.backend;

import org.jspecify.annotations.NullMarked;
