package dev.monger.simulator.front;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which market data the user behind TWS has paid for, per instrument; it belongs to the account and
 * outlives a restart of TWS.
 */
public final class DataRights {
    private final Map<Integer, Right> rights = new TreeMap<>();

    /** What may be shown. */
    public enum Right {
        /** Live data. */
        LIVE,

        /** Data a quarter of an hour old. */
        DELAYED,

        /** Nothing. */
        NONE
    }

    /** What may be shown of an instrument; live data unless somebody said otherwise. */
    public Right of(int conId) {
        return rights.getOrDefault(conId, Right.LIVE);
    }

    /** From now on this may be shown of an instrument. */
    public void set(int conId, Right right) {
        rights.put(conId, right);
    }
}
