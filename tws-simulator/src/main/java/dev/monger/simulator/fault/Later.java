package dev.monger.simulator.fault;

import dev.monger.tws.message.ServerMessage;

/** Takes messages that are to reach a client when some time has passed, untouched by faults. */
@FunctionalInterface
public interface Later {

    /** Sends the message after the delay, unless the session has ended by then. */
    void send(long delayNanos, ServerMessage message);
}
