/**
 * The simulator as one thing: venue, broker and TWS on one thread, driven by given time.
 *
 * <p>Entry point: {@link dev.monger.simulator.TwsSimulator}. Same settings, same seed, same calls:
 * same bytes. No clock, no thread, no input or output; {@code server} puts it behind a socket.
 */
@NullMarked
package dev.monger.simulator;

import org.jspecify.annotations.NullMarked;
