package dev.monger.core.monger;

/** The part an order plays. */
public enum Leg {
    /** Opens or adds: the parent of a bracket. */
    ENTRY('P'),
    /** Leaves with a profit; modified to a marketable price it is also how a position is closed. */
    TAKE_PROFIT('T'),
    /** Leaves with a bounded loss: the protection. */
    STOP_LOSS('S'),
    /** Leaves now, where no take-profit works that could be modified. */
    CLOSE('C');

    private final char letter;

    Leg(char letter) {
        this.letter = letter;
    }

    /** Returns the letter that stands in an order reference. */
    public char letter() {
        return letter;
    }

    /** Tells whether the leg leaves a position. */
    public boolean exits() {
        return this != ENTRY;
    }
}
