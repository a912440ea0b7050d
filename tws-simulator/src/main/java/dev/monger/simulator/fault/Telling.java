package dev.monger.simulator.fault;

import dev.monger.tws.message.ServerMessage;
import java.util.List;

/** What some faults make of the messages of one moment on their way to a client. */
@FunctionalInterface
interface Telling {

    List<ServerMessage> told(List<ServerMessage> batch);
}
