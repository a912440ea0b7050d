package dev.monger.tws.codec;

/** How a whole number that may be missing is written when it is; reading takes every spelling. */
enum Unset {
    /** Missing is {@link Integer#MAX_VALUE} in memory and an empty field on the wire. */
    EMPTY,
    /** Missing is {@link Integer#MAX_VALUE} in memory and its digits on the wire. */
    LARGEST,
    /** Missing is written 0, and 0 is read as missing, since 0 names nothing. */
    ZERO,
    /** Missing is written 0 as TWS does, but 0 is read as 0, since it also means no. */
    WRITTEN_ZERO,
    /** Missing is 0 in memory and an empty field on the wire. */
    ZERO_AS_EMPTY
}
