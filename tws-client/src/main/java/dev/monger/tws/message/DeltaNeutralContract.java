package dev.monger.tws.message;

/**
 * The underlying that makes a combination delta neutral.
 *
 * @param present false when the wire names none
 */
public record DeltaNeutralContract(boolean present, int conId, long deltaE8, long priceE8) {

    /** No such underlying. */
    public static final DeltaNeutralContract NONE = new DeltaNeutralContract(false, 0, 0, 0);
}
