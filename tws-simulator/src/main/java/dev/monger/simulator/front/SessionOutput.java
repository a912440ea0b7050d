package dev.monger.simulator.front;

import dev.monger.tws.message.ServerMessage;

/** Where the parts of one session say what TWS says. */
interface SessionOutput {

    void send(ServerMessage message);

    /** An error, warning or notice; id −1 when it is about no request. */
    void error(int id, int code, String text);

    int clientId();

    /** The negotiated server version. */
    int version();

    /** False once the connection is gone; deeds on the agenda then do nothing. */
    boolean isOpen();
}
