package dev.monger.core.model;

import java.time.Duration;

/**
 * How a position is entered.
 *
 * @param spacing least time between two entries, exchange time
 * @param pricing where in the quote the limit stands
 * @param offsetTicks price increments added towards the other side; negative is more patient
 * @param goodTill after which the broker itself ends an entry, so that one held by a gateway dies
 * @param coolDownAfterStop no entry for so long after a stop-loss has filled
 */
public record EntryRules(
        Duration spacing,
        QuotePricing pricing,
        int offsetTicks,
        Duration goodTill,
        Duration coolDownAfterStop) {

    /** Joins the quote for 20 seconds, at most one entry in a minute, five minutes after a stop. */
    public static final EntryRules DEFAULT =
            new EntryRules(
                    Duration.ofMinutes(1),
                    QuotePricing.JOIN,
                    0,
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(5));

    /** Refuses durations and offsets that cannot be meant. */
    public EntryRules {
        Bounds.require("entry.spacing", spacing);
        Bounds.require("entry.coolDownAfterStop", coolDownAfterStop);
        Bounds.require("entry.goodTill", goodTill);
        Bounds.require("entry.offsetTicks", offsetTicks);
    }
}
