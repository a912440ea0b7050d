package dev.monger.portfolio;

import dev.monger.core.model.Money;
import dev.monger.core.portfolio.AccountPnl;
import dev.monger.core.portfolio.AccountPosition;
import dev.monger.core.portfolio.LossLatch;
import dev.monger.core.portfolio.PermitGate;
import dev.monger.engine.portfolio.AccountView;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account as {@code GET /api/account} tells it; amounts are decimals as text.
 *
 * @param account its name
 * @param level CLEAR, WARNING, BREACHED, or UNKNOWN, which permits nothing either
 * @param withoutPermit why nothing may open; empty when entries are permitted
 * @param breach what a RESET has to name; null when there is none
 * @param dailyPnl of the day, null while the broker has not said it
 * @param realized of what was closed today
 * @param unrealized of what is held
 * @param dailyLossLimit null for none
 * @param positions those that are not zero
 */
public record AccountState(
        String account,
        String level,
        List<String> withoutPermit,
        @Nullable String breach,
        @Nullable String dailyPnl,
        @Nullable String realized,
        @Nullable String unrealized,
        @Nullable String dailyLossLimit,
        List<PositionState> positions) {

    private static final AccountPnl UNKNOWN = new AccountPnl(null, null, null);

    /** Keeps immutable copies. */
    public AccountState {
        withoutPermit = List.copyOf(withoutPermit);
        positions = List.copyOf(positions);
    }

    /**
     * One position of the account, all clients and hands together.
     *
     * @param conId the broker's number of the contract
     * @param symbol the broker's symbol
     * @param position signed
     * @param averageCost per share or contract, multiplier included
     */
    public record PositionState(long conId, String symbol, String position, String averageCost) {

        static PositionState of(AccountPosition held) {
            return new PositionState(
                    held.instrument().conId().value(),
                    held.instrument().symbol(),
                    plain(held.quantity().toString()),
                    plain(held.averageCost().toString()));
        }
    }

    static AccountState of(AccountView view) {
        AccountPnl pnl = view.pnl() == null ? UNKNOWN : view.pnl();
        return new AccountState(
                view.account(),
                view.level().name(),
                view.closed().stream().map(PermitGate::closedText).toList(),
                view.latch() instanceof LossLatch.Breached breached ? breached.name() : null,
                amount(pnl.daily()),
                amount(pnl.realized()),
                amount(pnl.unrealized()),
                amount(view.dailyLossLimit()),
                view.positions().stream().map(PositionState::of).toList());
    }

    private static @Nullable String amount(@Nullable Money money) {
        return money == null ? null : plain(money.toString());
    }

    private static String plain(String decimal) {
        return new BigDecimal(decimal).stripTrailingZeros().toPlainString();
    }
}
