package dev.monger.tws.message;

/** What an order does to one account of an advisor. */
public record OrderAllocation(
        String account,
        long positionE8,
        long positionDesiredE8,
        long positionAfterE8,
        long desiredQuantityE8,
        long allowedQuantityE8,
        boolean isMonetary) {

    /** Nothing said. */
    public static final OrderAllocation NONE =
            new OrderAllocation(
                    "",
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    false);
}
