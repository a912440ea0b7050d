package dev.monger.core.monger;

import dev.monger.core.model.Assignment;
import dev.monger.core.model.ContractTerms;
import dev.monger.core.model.DayTime;
import dev.monger.core.model.RiskRules;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Profit is counted by the exchange's day, which begins when the assignment says, where the
 * contract is traded; and by trades.
 */
final class DayRule {

    private DayRule() {}

    static void obey(Turn turn) {
        Assignment assignment = turn.assignment();
        RiskRules.Losses losses =
                assignment == null ? RiskRules.Losses.DEFAULT : assignment.risk().losses();
        DayTime begins = losses.dayBegins();
        long now = turn.at.exchangeNanos();
        ZoneId zone = zoneOf(turn.terms());
        long window = assignment == null ? 0 : assignment.exit().tradeWindow().toNanos();
        Tally.Measure measure = turn.ledger().measure().of(begins.lastNanos(now, zone), window);
        if (!measure.equals(turn.ledger().measure())) {
            turn.set(turn.ledger().measuredBy(measure, turn.now()));
        }
    }

    static ZoneId zoneOf(@Nullable ContractTerms terms) {
        return terms == null ? ContractTerms.DEFAULT_ZONE : terms.zone();
    }
}
