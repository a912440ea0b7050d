package dev.monger.tws.message;

/**
 * The tier that pays for research.
 *
 * @param displayName only in openOrder
 */
public record SoftDollarTier(String name, String value, String displayName) {

    /** No tier. */
    public static final SoftDollarTier NONE = new SoftDollarTier("", "", "");
}
