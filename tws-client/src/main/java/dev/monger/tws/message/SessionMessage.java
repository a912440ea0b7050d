package dev.monger.tws.message;

import java.util.List;

/** What TWS says of the session itself. */
public sealed interface SessionMessage extends ServerMessage {

    /** The least order id TWS takes; the sign that requests may be sent. */
    record NextValidId(int orderId) implements SessionMessage {}

    /** The accounts of the login. */
    record ManagedAccounts(List<String> accounts) implements SessionMessage {
        /** Keeps its own copy of the list. */
        public ManagedAccounts {
            accounts = List.copyOf(accounts);
        }
    }

    /** The time at TWS. */
    record CurrentTime(long epochSeconds) implements SessionMessage {}

    /** The time at TWS; from version 197. */
    record CurrentTimeInMillis(long epochMillis) implements SessionMessage {}

    /**
     * An error, a warning or a notice; the code tells which.
     *
     * @param id the request or order it is about, −1 for none
     * @param advancedOrderRejectJson empty or JSON
     * @param errorTimeMillis from version 194, else 0
     */
    record ErrorMessage(
            int id, int code, String text, String advancedOrderRejectJson, long errorTimeMillis)
            implements SessionMessage {

        /** Returns a message without JSON and time. */
        public static ErrorMessage of(int id, int code, String text) {
            return new ErrorMessage(id, code, text, "", 0);
        }
    }
}
