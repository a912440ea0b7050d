package dev.monger.core.model;

import java.time.Duration;

/**
 * How the order that closes a position is priced. A flatten, a breach, a lost stop and a trade that
 * lost too much go through the quote at once; what a rule closes in good order may be patient.
 *
 * @param reprice how often a closing order that has not filled is re-priced
 * @param ticks price increments by which a closing limit goes through the quote
 * @param pricing where in the quote the limit of an orderly close stands
 * @param offsetTicks price increments added towards the other side; negative is more patient
 * @param patience after which an orderly close goes through the quote too
 */
public record CloseRules(
        Duration reprice, int ticks, QuotePricing pricing, int offsetTicks, Duration patience) {

    /** Two increments through the other side, re-priced every three seconds. */
    public static final CloseRules DEFAULT =
            new CloseRules(Duration.ofSeconds(3), 2, QuotePricing.CROSS, 2, Duration.ofSeconds(15));

    /** Refuses durations and ticks that cannot be meant. */
    public CloseRules {
        Bounds.require("exit.closeReprice", reprice);
        Bounds.require("exit.closeTicks", ticks);
        Bounds.require("exit.offsetTicks", offsetTicks);
        Bounds.require("exit.patience", patience);
    }
}
