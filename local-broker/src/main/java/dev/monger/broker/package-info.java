/**
 * A real Kafka broker, KRaft, one node, as a process of its own, for one machine.
 *
 * <p>Entry point: {@link dev.monger.broker.LocalBroker}. The data folder carries a marker of its
 * format; another one is refused rather than guessed at. Nothing of Monger's own words may enter:
 * topics are made by whoever starts the stack.
 */
@NullMarked
package dev.monger.broker;

import org.jspecify.annotations.NullMarked;
