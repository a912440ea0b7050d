package dev.monger.tws.message;

/** The bounds of the server versions spoken here; what each changed stands in the layouts. */
public final class ServerVersion {

    /** The oldest version the codecs know. */
    public static final int OLDEST_CODED = 151;

    /** The oldest version the client accepts: every TWS in support is newer. */
    public static final int MIN_CLIENT = 176;

    /** The newest: the last that is wholly text. */
    public static final int MAX = 200;

    private ServerVersion() {}
}
