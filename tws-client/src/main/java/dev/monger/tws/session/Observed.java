package dev.monger.tws.session;

/** What is seen of a subscription that is wanted. */
public enum Observed {
    /**
     * Not asked for: there is no session, or it is asked for again at once or when TWS has the
     * broker again.
     */
    WAITING,
    /** Asked for, nothing came yet. */
    PENDING,
    /** It comes as it happens. */
    LIVE,
    /** The last live values come. */
    FROZEN,
    /** It comes late. */
    DELAYED,
    /** The last delayed values come. */
    DELAYED_FROZEN,
    /** Nothing came for longer than it may take. */
    SILENT,
    /** TWS said no; what may pass is asked for again by itself, ever more seldom. */
    REFUSED;

    /** Tells whether something comes, be it late. */
    public boolean isFlowing() {
        return switch (this) {
            case LIVE, FROZEN, DELAYED, DELAYED_FROZEN -> true;
            case WAITING, PENDING, SILENT, REFUSED -> false;
        };
    }

    static Observed of(DataKind kind) {
        return switch (kind) {
            case LIVE -> LIVE;
            case FROZEN -> FROZEN;
            case DELAYED -> DELAYED;
            case DELAYED_FROZEN -> DELAYED_FROZEN;
        };
    }
}
