package dev.monger.core.model;

/** The side of an order or of an execution. */
public enum Side {
    /** Adds to a long position, or takes from a short one. */
    BUY(1),
    /** Adds to a short position, or takes from a long one. */
    SELL(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** Returns 1 for a purchase and -1 for a sale. */
    public int sign() {
        return sign;
    }

    /** Returns the other side. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** Returns a size with this side's sign. */
    public Quantity signed(Quantity size) {
        return this == BUY ? size : size.negated();
    }

    /**
     * Returns the side that builds up a position of this sign.
     *
     * @throws IllegalArgumentException for a position of zero
     */
    public static Side building(Quantity position) {
        if (position.isZero()) {
            throw new IllegalArgumentException("Condition failed: a position that is not zero");
        }
        return position.signum() > 0 ? BUY : SELL;
    }
}
