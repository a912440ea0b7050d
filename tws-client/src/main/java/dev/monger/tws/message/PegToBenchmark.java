package dev.monger.tws.message;

/** How an order follows another instrument; on the wire only for order type PEG BENCH. */
public record PegToBenchmark(
        int referenceConId,
        boolean isPeggedChangeDecrease,
        long peggedChangeAmountE8,
        long referenceChangeAmountE8,
        String referenceExchange) {

    /** Follows nothing. */
    public static final PegToBenchmark NONE = new PegToBenchmark(0, false, 0, 0, "");
}
