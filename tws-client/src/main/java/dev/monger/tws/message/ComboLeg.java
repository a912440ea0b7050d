package dev.monger.tws.message;

/**
 * One leg of a combination.
 *
 * @param openClose 0 same as the combination, 1 open, 2 close
 * @param exemptCode −1 when not exempt
 */
public record ComboLeg(
        int conId,
        int ratio,
        String action,
        String exchange,
        int openClose,
        int shortSaleSlot,
        String designatedLocation,
        int exemptCode) {

    /** Returns a leg with only what market data requests carry. */
    public static ComboLeg of(int conId, int ratio, String action, String exchange) {
        return new ComboLeg(conId, ratio, action, exchange, 0, 0, "", -1);
    }
}
