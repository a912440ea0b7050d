package dev.monger.engine.avro;

import dev.monger.core.model.FixedPoint;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Between the core's fixed-point longs and the decimals and instants of the records. */
public final class Amounts {

    private static final long NANOS = 1_000_000_000L;

    private Amounts() {}

    /** Returns a decimal with exactly the eight places the schemas ask for. */
    public static BigDecimal decimal(long units) {
        return BigDecimal.valueOf(units, FixedPoint.SCALE);
    }

    /** Returns the amount in units of 1e-8, or null for none. */
    public static @Nullable Long units(@Nullable BigDecimal decimal) {
        return decimal == null ? null : FixedPoint.unitsOf(decimal);
    }

    /** Returns the moment, cut to whole microseconds as the topics carry it. */
    public static Instant instant(long epochNanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS) / 1_000 * 1_000);
    }

    /** Returns nanoseconds since the Unix epoch. */
    public static long nanos(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    }
}
