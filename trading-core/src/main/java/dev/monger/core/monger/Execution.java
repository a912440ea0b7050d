package dev.monger.core.monger;

import dev.monger.core.model.AccountId;
import dev.monger.core.model.ConId;
import dev.monger.core.model.ExecId;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Price;
import dev.monger.core.model.Quantity;
import dev.monger.core.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * One execution in one revision.
 *
 * @param execId its last part is the revision, the rest is the family that is booked once
 * @param permId null where the broker has given none
 * @param ref the reference the order carried; null for none
 * @param conId the contract; an execution in another is not ours
 * @param account the account; an execution in another is not ours
 * @param shares the size, without a sign; zero in a revision takes the execution back
 * @param exchangeNanos the broker's time of it
 */
public record Execution(
        ExecId execId,
        @Nullable PermId permId,
        @Nullable OrderRef ref,
        ConId conId,
        AccountId account,
        Side side,
        Quantity shares,
        Price price,
        long exchangeNanos) {

    /** Refuses a size with a sign. */
    public Execution {
        if (shares.signum() < 0) {
            throw new IllegalArgumentException("Condition failed: shares of an execution unsigned");
        }
    }

    /** Returns the name of the family: the execution id without its last part. */
    public String family() {
        return familyOf(execId);
    }

    /** Returns the revision; an id without a numeric last part counts as revision zero. */
    public long revision() {
        return revisionOf(execId);
    }

    static String familyOf(ExecId execId) {
        int dot = execId.value().lastIndexOf('.');
        return dot < 0 ? execId.value() : execId.value().substring(0, dot);
    }

    static long revisionOf(ExecId execId) {
        int dot = execId.value().lastIndexOf('.');
        String last = execId.value().substring(dot + 1);
        boolean numeric = dot >= 0 && last.matches("[0-9]{1,18}");
        return numeric ? Long.parseLong(last) : 0;
    }

    /** Returns the size with the side's sign. */
    public Quantity signed() {
        return side.signed(shares);
    }
}
