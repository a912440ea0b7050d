package dev.monger.simulator.backend;

/** Where an order stands, by TWS's own words. */
public enum OrderStatus {
    /** Held by the broker. */
    PRE_SUBMITTED("PreSubmitted"),
    /** Works at the exchange. */
    SUBMITTED("Submitted"),
    /** Its cancel is under way. */
    PENDING_CANCEL("PendingCancel"),
    /** All of it traded. */
    FILLED("Filled"),
    /** Ended with a part that did not trade. */
    CANCELLED("Cancelled"),
    /** Cancelled before the exchange had acknowledged it. */
    API_CANCELLED("ApiCancelled"),

    /** Rejected. */
    INACTIVE("Inactive");

    private final String wireName;

    OrderStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The name order messages use. */
    public String wireName() {
        return wireName;
    }

    /** Whether nothing more is to come. */
    public boolean isDone() {
        return this == FILLED || this == CANCELLED || this == API_CANCELLED || this == INACTIVE;
    }
}
