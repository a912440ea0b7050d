package dev.monger.tws.message;

/**
 * Who clears an order.
 *
 * @param intent TWS sends IB
 */
public record Clearing(String account, String intent) {

    /** Nothing said. */
    public static final Clearing NONE = new Clearing("", "");
}
