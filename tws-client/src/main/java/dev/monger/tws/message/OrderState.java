package dev.monger.tws.message;

import java.util.List;

/**
 * What TWS says of an open order besides the order itself.
 *
 * @param status Submitted, PreSubmitted, Filled, Cancelled, Inactive … as TWS wrote it
 * @param commissionE8 unset until known
 * @param marginCurrency from version 195, as are the five below
 */
public record OrderState(
        String status,
        Margins margins,
        long commissionE8,
        long minCommissionE8,
        long maxCommissionE8,
        String commissionCurrency,
        String marginCurrency,
        Margins marginsOutsideRegularHours,
        long suggestedSizeE8,
        String rejectReason,
        List<OrderAllocation> allocations,
        String warningText) {

    /** Nothing said. */
    public static final OrderState NONE =
            new OrderState(
                    "",
                    Margins.NONE,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    "",
                    "",
                    Margins.NONE,
                    Decimals.UNSET,
                    "",
                    List.of(),
                    "");

    /** Keeps its own copy of the list. */
    public OrderState {
        allocations = List.copyOf(allocations);
    }

    /** Returns a state of which only the status is known. */
    public static OrderState of(String status) {
        return NONE.withStatus(status);
    }

    /** Returns a copy with another status. */
    public OrderState withStatus(String newStatus) {
        return copy(newStatus, margins, commissionE8, commissionCurrency, warningText);
    }

    /** Returns a copy with the commission that became known. */
    public OrderState withCommission(long newCommissionE8, String currency) {
        return copy(status, margins, newCommissionE8, currency, warningText);
    }

    private OrderState copy(
            String newStatus,
            Margins newMargins,
            long newCommissionE8,
            String newCommissionCurrency,
            String newWarningText) {
        return new OrderState(
                newStatus,
                newMargins,
                newCommissionE8,
                minCommissionE8,
                maxCommissionE8,
                newCommissionCurrency,
                marginCurrency,
                marginsOutsideRegularHours,
                suggestedSizeE8,
                rejectReason,
                allocations,
                newWarningText);
    }
}
