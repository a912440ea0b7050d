/**
 * From a tick to the order it causes, over loopback, beside a client that only answers the same
 * bytes.
 *
 * <p>Entry point: {@link dev.monger.benchmark.order.TickToOrder}. The monger is the engine that
 * ships, in the steps of the shell's loop: select, read, step, journal, write.
 */
@NullMarked
package dev.monger.benchmark.order;

import org.jspecify.annotations.NullMarked;
