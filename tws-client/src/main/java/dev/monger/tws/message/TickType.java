package dev.monger.tws.message;

/** The numbers of the ticks that are used here; unknown numbers are legal on the wire. */
public final class TickType {

    public static final int BID_SIZE = 0;
    public static final int BID = 1;
    public static final int ASK = 2;
    public static final int ASK_SIZE = 3;
    public static final int LAST = 4;
    public static final int LAST_SIZE = 5;
    public static final int HIGH = 6;
    public static final int LOW = 7;
    public static final int VOLUME = 8;
    public static final int CLOSE = 9;
    public static final int OPEN = 14;
    public static final int MARK_PRICE = 37;
    public static final int LAST_TIMESTAMP = 45;

    /** Above 2.5 at least a thousand shares can be borrowed, above 1.5 some if located. */
    public static final int SHORTABLE = 46;

    public static final int REAL_TIME_VOLUME = 48;

    /** −1 unknown, 0 no, 1 general halt, 2 volatility halt. */
    public static final int HALTED = 49;

    public static final int DELAYED_BID = 66;
    public static final int DELAYED_ASK = 67;
    public static final int DELAYED_LAST = 68;
    public static final int DELAYED_BID_SIZE = 69;
    public static final int DELAYED_ASK_SIZE = 70;
    public static final int DELAYED_LAST_SIZE = 71;
    public static final int DELAYED_HIGH = 72;
    public static final int DELAYED_LOW = 73;
    public static final int DELAYED_VOLUME = 74;
    public static final int DELAYED_CLOSE = 75;
    public static final int DELAYED_OPEN = 76;
    public static final int SHORTABLE_SHARES = 89;

    private TickType() {}
}
