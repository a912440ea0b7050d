package dev.monger.simulator.front;

import dev.monger.tws.message.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers between the broker's whole shares and the wire's units. */
final class Amounts {
    private static final int SHARES_SINCE = 159;
    private static final int HISTORY_SHARES_SINCE = 175;

    private Amounts() {}

    static long sharesE8(long shares) {
        return Math.multiplyExact(shares, Decimals.ONE);
    }

    /** A size in a tick: shares, or round lots of 100 for old clients. */
    static long tickSizeE8(long shares, int version) {
        return sharesE8(version < SHARES_SINCE ? shares / 100 : shares);
    }

    /** A volume in history: shares, or lots of 100 with a fraction for old clients. */
    static long historyVolumeE8(long shares, int version) {
        return version < HISTORY_SHARES_SINCE ? shares * (Decimals.ONE / 100) : sharesE8(shares);
    }

    /** An amount of money as account values show it. */
    static String money(long amountE8) {
        return BigDecimal.valueOf(amountE8, 8).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    static long orZero(long valueE8) {
        return valueE8 == Decimals.UNSET ? 0 : valueE8;
    }
}
