package dev.monger.engine.tws;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.ConId;
import dev.monger.core.model.Money;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.monger.AccountEvent;
import dev.monger.core.monger.AccountEvent.PnlScope;
import dev.monger.core.monger.MongerEvent;
import dev.monger.schemas.Liquidity;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.Decimals;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what TWS says of positions and profit; other accounts mean nothing here. */
final class AccountEvents {

    private AccountEvents() {}

    static Optional<MongerEvent> read(AccountMessage message, String account, Streams streams) {
        return switch (message) {
            case AccountMessage.Position position
                    when position.account().equals(account) && position.contract().conId() > 0 ->
                    Optional.of(position(position));
            case AccountMessage.Pnl pnl when streams.isProfit(pnl.requestId()) ->
                    Optional.of(daily(PnlScope.ACCOUNT, pnl.dailyPnlE8()));
            case AccountMessage.PnlSingle pnl when streams.isProfit(pnl.requestId()) ->
                    Optional.of(daily(PnlScope.CONTRACT, pnl.dailyPnlE8()));
            default -> Optional.empty();
        };
    }

    private static MongerEvent position(AccountMessage.Position position) {
        return new AccountEvent.BrokerPositionReported(
                new ConId(position.contract().conId()),
                new AccountId(position.account()),
                new Quantity(position.positionE8()),
                cost(position.averageCostE8()));
    }

    private static @Nullable Price cost(long valueE8) {
        return Decimals.isSet(valueE8) ? new Price(valueE8) : null;
    }

    private static MongerEvent daily(PnlScope scope, long valueE8) {
        Money daily = Decimals.isSet(valueE8) ? new Money(valueE8) : null;
        return new AccountEvent.DailyPnlReported(scope, daily);
    }

    static Liquidity liquidity(int code) {
        return switch (code) {
            case 1 -> Liquidity.ADDED;
            case 2 -> Liquidity.REMOVED;
            case 3 -> Liquidity.ROUTED;
            default -> Liquidity.UNKNOWN;
        };
    }
}
