/**
 * TWS itself: sessions, client ids, subscriptions, and the messages that the broker's doings
 * become.
 *
 * <p>Entry point: {@link dev.monger.simulator.front.Front}. It can be thrown away and made anew
 * over the same backend, as a restart of TWS does. Pure: bytes come in and go out through
 * interfaces, time is given. What TWS does for certain is done here; what it may do besides is in
 * the package fault.
 *
 * <p>Where it is known from, and what is inferred, is in {@code docs/sources.md}.
 */
@NullMarked
package dev.monger.simulator.front;

import org.jspecify.annotations.NullMarked;
