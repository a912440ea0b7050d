package dev.monger.simulator.backend;

import org.jspecify.annotations.Nullable;

/** The order types this broker takes. */
public enum OrderKind {
    /** At any price. */
    MARKET("MKT"),
    /** At a price or better. */
    LIMIT("LMT"),
    /** At any price once the market has reached the stop. */
    STOP("STP"),
    /** At a price or better once the market has reached the stop. */
    STOP_LIMIT("STP LMT"),
    /** A stop that follows the market. */
    TRAIL("TRAIL"),
    /** At any price when regular hours end. */
    MARKET_ON_CLOSE("MOC");

    private final String wireName;

    OrderKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name order messages use. */
    public String wireName() {
        return wireName;
    }

    /** Whether it waits for the market to reach a stop. */
    public boolean waitsForStop() {
        return this == STOP || this == STOP_LIMIT || this == TRAIL;
    }

    /** Whether it carries a limit. */
    public boolean hasLimit() {
        return this == LIMIT || this == STOP_LIMIT;
    }

    /** The kind of a wire name, or null when this broker does not take it. */
    public static @Nullable OrderKind of(String wireName) {
        for (OrderKind kind : values()) {
            if (kind.wireName.equals(wireName)) {
                return kind;
            }
        }
        return null;
    }
}
