package dev.monger.core.portfolio;

/** How far an order has come, as far as the guard must tell it apart. */
public enum OrderPhase {
    /** Could still fill. */
    WORKING,
    /** Its cancel is on its way; it could still fill. */
    CANCELLING,
    /** Held back or refused; it may come back. */
    INACTIVE,
    /** Ended by executions. */
    FILLED,
    /** Ended without them. */
    CANCELLED;

    /** Tells whether nothing more is expected of the order. */
    public boolean ended() {
        return this == FILLED || this == CANCELLED;
    }

    /** Reads the broker's word for a status; one that is not known counts as working. */
    public static OrderPhase of(String brokerStatus) {
        return switch (brokerStatus) {
            case "Filled" -> FILLED;
            case "Cancelled", "ApiCancelled" -> CANCELLED;
            case "PendingCancel" -> CANCELLING;
            case "Inactive" -> INACTIVE;
            default -> WORKING;
        };
    }
}
