package dev.monger.tws.message;

/**
 * Fields the wire still carries though nobody uses them.
 *
 * @param sharesAllocation TWS sends permId.0/account/quantity
 */
public record DeadOrderFields(
        String sharesAllocation,
        boolean electronicTradeOnly,
        boolean firmQuoteOnly,
        long nbboPriceCapE8) {

    /** Nothing said. */
    public static final DeadOrderFields NONE =
            new DeadOrderFields("", false, false, Decimals.UNSET);
}
