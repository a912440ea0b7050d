package dev.monger.tws.message;

/**
 * Where the shares of a short sale come from; for institutions.
 *
 * @param slot 0 not a short sale, 1 held by the broker, 2 elsewhere
 * @param exemptCode −1 when not exempt
 */
public record ShortSale(int slot, String designatedLocation, int exemptCode) {

    /** Not a short sale of this kind. */
    public static final ShortSale NONE = new ShortSale(0, "", -1);
}
