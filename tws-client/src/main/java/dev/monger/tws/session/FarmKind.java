package dev.monger.tws.session;

/** What a data farm of the broker serves. */
public enum FarmKind {
    MARKET_DATA,
    HISTORY,
    SECURITY_DEFINITIONS
}
