package dev.monger.engine.avro;

import dev.monger.engine.Now;
import java.time.Instant;

/**
 * What every record carries.
 *
 * @param sequence counts per topic, key and writer
 * @param occurredAt by exchange time
 * @param recordedAt by the machine's calendar
 * @param leaseEpoch the writer's session
 */
public record Stamp(long sequence, Instant occurredAt, Instant recordedAt, long leaseEpoch) {

    /** Stamps a record of this moment. */
    public static Stamp of(long sequence, Now now, long leaseEpoch) {
        return new Stamp(
                sequence,
                Amounts.instant(now.exchangeNanos()),
                Amounts.instant(now.wallNanos()),
                leaseEpoch);
    }
}
