package dev.monger.simulator.fault;

import dev.monger.tws.message.ServerMessage;
import java.util.List;

/** What becomes of a client's message. */
public sealed interface Fate {

    /** It is handled. */
    record Handled() implements Fate {}

    /** It is lost and nobody says so. */
    record Swallowed() implements Fate {}

    /** The connection drops and it is lost. */
    record DroppedBefore() implements Fate {}

    /** It is handled, and the connection drops before the answer leaves. */
    record DroppedAfter() implements Fate {}

    /** It is not handled; this is answered instead. */
    record Answered(List<ServerMessage> messages, boolean closes) implements Fate {}

    /** It is handled, and what is told besides leaves with the answer. */
    record HandledWith(List<ServerMessage> messages) implements Fate {}

    /** It is looked at again when some time has passed. */
    record Delayed(long delayNanos) implements Fate {}

    /** It waits in TWS until the link to the broker is back; this is told meanwhile. */
    record HeldForLink(List<ServerMessage> messages) implements Fate {}

    /** It waits in TWS for the link and is thrown away when that is back, with these words. */
    record DeletedByLink(List<ServerMessage> messages, int orderId, int code, String text)
            implements Fate {}

    /** Nothing is wrong with it. */
    Fate HANDLED = new Handled();
}
