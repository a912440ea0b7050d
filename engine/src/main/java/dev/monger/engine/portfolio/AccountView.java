package dev.monger.engine.portfolio;

import dev.monger.core.model.Money;
import dev.monger.core.portfolio.AccountPnl;
import dev.monger.core.portfolio.AccountPosition;
import dev.monger.core.portfolio.LossLatch;
import dev.monger.core.portfolio.PermitGate;
import dev.monger.schemas.RiskLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person may ask of the account's guard, as of one step.
 *
 * @param account the account
 * @param connected whether a session with TWS is there
 * @param level what the account allows
 * @param closed the gates that are closed; none means permit
 * @param latch the daily-loss latch
 * @param dailyLossLimit null for none
 * @param pnl the latest word of the broker; null before the first
 * @param positions those that are not zero
 */
public record AccountView(
        String account,
        boolean connected,
        RiskLevel level,
        List<PermitGate> closed,
        LossLatch latch,
        @Nullable Money dailyLossLimit,
        @Nullable AccountPnl pnl,
        List<AccountPosition> positions) {

    /** Before the first step. */
    public static final AccountView EMPTY =
            new AccountView(
                    "",
                    false,
                    RiskLevel.UNKNOWN,
                    List.of(),
                    new LossLatch.Clear(),
                    null,
                    null,
                    List.of());

    /** Keeps immutable copies. */
    public AccountView {
        closed = List.copyOf(closed);
        positions = List.copyOf(positions);
    }
}
