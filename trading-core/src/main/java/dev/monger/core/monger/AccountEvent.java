package dev.monger.core.monger;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.ConId;
import dev.monger.core.model.Money;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import org.jspecify.annotations.Nullable;

/** What is said of the account as a whole: its position, its P&L, and what people do by hand. */
public sealed interface AccountEvent extends MongerEvent {

    /**
     * The broker's position in a contract, all clients and hands together.
     *
     * @param averageCost as the broker says it; null when it does not
     */
    record BrokerPositionReported(
            ConId conId, AccountId account, Quantity position, @Nullable Price averageCost)
            implements AccountEvent {}

    /** An execution of a person's order, or of another client's, in this contract and account. */
    record ManualFillReported(Execution execution) implements AccountEvent {}

    /** A person's order in this contract and account stands, has changed, or has ended. */
    record ManualOrderReported(
            PermId permId, Side side, Quantity remaining, boolean working, String text)
            implements AccountEvent {}

    /**
     * An operator explains a move of the position that no execution explains.
     *
     * @param name unique: a repeat is the same adjustment, not another
     * @param change signed; against our side it takes from our own share first
     */
    record AdjustmentAcknowledged(String name, Quantity change, String issuer)
            implements AccountEvent {}

    /**
     * The day's P&L as the broker reports it to our own session.
     *
     * @param daily null while the broker says none
     */
    record DailyPnlReported(PnlScope scope, @Nullable Money daily) implements AccountEvent {}

    /** Whose P&L is reported. */
    enum PnlScope {
        /** The whole account. */
        ACCOUNT,
        /** This contract in this account, hands included. */
        CONTRACT
    }
}
