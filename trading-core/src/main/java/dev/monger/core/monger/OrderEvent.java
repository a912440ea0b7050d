package dev.monger.core.monger;

import dev.monger.core.model.ExecId;
import dev.monger.core.model.Money;
import dev.monger.core.model.OrderRef;
import dev.monger.core.model.PermId;
import dev.monger.core.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What the broker says of orders and executions, in any order, any number of times.
 *
 * <p>The reference is the one the order carries at the broker, or the one under which this session
 * sent the order id; null when neither is known. Orders are found by permanent id first, then by
 * reference, never by order id.
 */
public sealed interface OrderEvent extends MongerEvent {

    /** The session wrote the order to the socket under this order id. */
    record OrderSent(OrderRef ref, int orderId) implements OrderEvent {}

    /**
     * The session did not write the order, because it could not: it was never seen by the broker.
     */
    record OrderNotSent(OrderRef ref, String reason) implements OrderEvent {}

    /** openOrder: the order as it stands at the broker. */
    record OrderReported(BrokerOrder order) implements OrderEvent {}

    /** completedOrder: an order of the day that has ended. */
    record CompletedOrderReported(BrokerOrder order) implements OrderEvent {}

    /**
     * orderStatus.
     *
     * @param filled what the broker counts as filled: a hint that executions are missing, never
     *     booked
     */
    record OrderStatusReported(
            @Nullable OrderRef ref,
            @Nullable PermId permId,
            BrokerOrder.Status status,
            Quantity filled,
            Quantity remaining,
            BrokerOrder.Held held)
            implements OrderEvent {}

    /** execDetails: the only thing that is booked. */
    record ExecutionReported(Execution execution) implements OrderEvent {}

    /**
     * Commission, before or after its execution.
     *
     * @param commission null while the broker has not settled it
     * @param realized what the broker says was realised; null when it does not say
     */
    record CommissionReported(ExecId execId, @Nullable Money commission, @Nullable Money realized)
            implements OrderEvent {}

    /**
     * The broker says something about one of our orders; no code ends an order by itself.
     *
     * @param code the broker's number
     * @param meaning what the number is known to mean
     */
    record OrderErrorReported(
            @Nullable OrderRef ref,
            @Nullable PermId permId,
            int code,
            ErrorMeaning meaning,
            String text)
            implements OrderEvent {}

    /** What an error code about an order is known to mean. */
    enum ErrorMeaning {
        /** The order lives on: 399, 404, 10349, 2109 and every code that is not known. */
        INFORMATION,
        /**
         * An order that was new is refused and does not exist: 110, 200, 201, 203, 321, 10006 ...
         */
        REFUSED,
        /** A change was refused, the order lives on as it was: 104, 105, 110, 321, 329, 2102. */
        CHANGE_REFUSED,
        /** A cancel met an order that is not there or has ended: 10147, 10148, 161. */
        CANCEL_REFUSED,
        /** The broker confirms a cancel: 202. */
        CANCELLED,
        /** The order id was used before: 103. */
        DUPLICATE_ID,
        /** Nobody can say what became of it: 512, 515, 10328. */
        OUTCOME_UNKNOWN
    }
}
