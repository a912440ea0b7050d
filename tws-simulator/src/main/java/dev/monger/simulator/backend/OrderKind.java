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
    /** A stop that follows the market and then trades at a price or better. */
    TRAIL_LIMIT("TRAIL LIMIT"),

    /** At the price of the closing auction. */
    MARKET_ON_CLOSE("MOC"),

    /** At the price of the closing auction when it is the limit or better. */
    LIMIT_ON_CLOSE("LOC");

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
        return this == STOP || this == STOP_LIMIT || trails();
    }

    /** Whether its stop follows the market. */
    public boolean trails() {
        return this == TRAIL || this == TRAIL_LIMIT;
    }

    /** Whether it waits for the closing auction. */
    public boolean waitsForClose() {
        return this == MARKET_ON_CLOSE || this == LIMIT_ON_CLOSE;
    }

    /** Whether it trades at a price or better; that of a trailing order follows from its stop. */
    public boolean hasLimit() {
        return writesLimit() || this == TRAIL_LIMIT;
    }

    /** Whether the client writes its limit. */
    public boolean writesLimit() {
        return this == LIMIT || this == STOP_LIMIT || this == LIMIT_ON_CLOSE;
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
