package dev.monger.simulator.backend;

/**
 * Who placed an order.
 *
 * @param account the account it trades for
 * @param clientId the API client, 0 for a person
 * @param orderId the client's number of the order, 0 for a person
 * @param manual whether a person typed it
 */
public record OrderOrigin(String account, int clientId, int orderId, boolean manual) {

    /** Typed by a person. */
    public static OrderOrigin person(String account) {
        return new OrderOrigin(account, 0, 0, true);
    }
}
