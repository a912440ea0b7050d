package dev.monger.tws.message;

/** Requests about the session itself. */
public sealed interface SessionRequest extends ClientMessage {

    /**
     * Names the client; the first message after the handshake.
     *
     * @param optionalCapabilities usually empty
     */
    record StartApi(int clientId, String optionalCapabilities) implements SessionRequest {}

    /** Asks for the next order id again; TWS ignores the number. */
    record RequestIds(int count) implements SessionRequest {}

    /** Asks for the list of accounts again. */
    record RequestManagedAccounts() implements SessionRequest {}

    /** Asks what time it is at TWS, in seconds. */
    record RequestCurrentTime() implements SessionRequest {}

    /** Asks what time it is at TWS, in milliseconds; from version 197. */
    record RequestCurrentTimeInMillis() implements SessionRequest {}

    /** Sets how much TWS logs, 1 to 5. */
    record SetServerLogLevel(int level) implements SessionRequest {}
}
