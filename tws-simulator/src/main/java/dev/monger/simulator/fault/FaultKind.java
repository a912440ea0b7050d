package dev.monger.simulator.fault;

import org.jspecify.annotations.Nullable;

/** The faults there are, by their numbers in the catalogue of TWS's misbehaviour. */
public enum FaultKind {
    /** An orderStatus comes twice. */
    DUPLICATE_STATUS("M1"),
    /** No orderStatus comes with an immediate fill. */
    MISSING_STATUS("M2"),
    /** execDetails come before openOrder and orderStatus. */
    EXECUTION_FIRST("M3"),
    /** The commission comes late, by the delay. */
    LATE_COMMISSION("M4"),
    /** An order is swallowed: no answer, ever. */
    SWALLOWED_ORDER("M5"),
    /** The connection drops before an order is looked at. */
    DROP_BEFORE_ORDER("M6"),
    /** The connection drops after an order was taken and before its answer. */
    DROP_AFTER_ORDER("M6-after"),
    /** The link between TWS and the broker is lost (1100) and restored (1102) after the delay. */
    LINK_FLAP("M9");

    private final String number;

    FaultKind(String number) {
        this.number = number;
    }

    /** Its number in the catalogue. */
    public String number() {
        return number;
    }

    /** The kind of a number or a name, or null. */
    public static @Nullable FaultKind of(String text) {
        for (FaultKind kind : values()) {
            if (kind.number.equals(text) || kind.name().equals(text)) {
                return kind;
            }
        }
        return null;
    }
}
