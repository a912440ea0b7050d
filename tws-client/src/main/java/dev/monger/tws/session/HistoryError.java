package dev.monger.tws.session;

import java.util.Locale;

/** What the history service's one code, 162, says; only its text tells. */
public enum HistoryError {
    /** Too much was asked in too short a time: wait. */
    PACING,
    /** There are no such bars. */
    NO_DATA,
    /** Our own cancel, confirmed. */
    CANCELLED,
    /** Something else: the request failed. */
    OTHER;

    /** Reads the text of an error. */
    public static HistoryError of(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        if (plain.contains("pacing violation")) {
            return PACING;
        }
        if (plain.contains("query cancelled") || plain.contains("query canceled")) {
            return CANCELLED;
        }
        return plain.contains("no data") ? NO_DATA : OTHER;
    }
}
