package dev.monger.tws.message;

/**
 * An order, the same record whether a client places it or TWS sends it back.
 *
 * @param action BUY or SELL
 * @param orderType MKT, LMT, STP, STP LMT, TRAIL …
 * @param auxPriceE8 stop price, or trailing amount for TRAIL
 * @param timeInForce DAY, GTC, GTD, IOC …
 * @param transmit false keeps the order at TWS until a child is transmitted
 * @param parentId orderId of the parent, 0 for none; only openOrder sends it back
 * @param ocaType 1 cancel with block, 2 reduce with block, 3 reduce without block
 * @param goodTillDate yyyyMMdd-HH:mm:ss in UTC, or with a zone
 * @param limitPriceOffsetE8 of TRAIL LIMIT
 * @param whatIf asks for margin and commission only, nothing is placed
 * @param extras fields few orders use
 */
public record Order(
        String action,
        long totalQuantityE8,
        String orderType,
        long limitPriceE8,
        long auxPriceE8,
        String timeInForce,
        String account,
        String orderRef,
        boolean transmit,
        int parentId,
        String ocaGroup,
        int ocaType,
        boolean outsideRegularHours,
        String goodAfterTime,
        String goodTillDate,
        int triggerMethod,
        long trailStopPriceE8,
        long trailingPercentE8,
        long limitPriceOffsetE8,
        boolean hidden,
        int displaySize,
        int minQuantity,
        boolean allOrNone,
        boolean whatIf,
        OrderConditions conditions,
        OrderExtras extras) {

    /** An order of which nothing is said. */
    public static final Order NONE =
            new Order(
                    "",
                    0,
                    "",
                    Decimals.UNSET,
                    Decimals.UNSET,
                    "DAY",
                    "",
                    "",
                    true,
                    0,
                    "",
                    0,
                    false,
                    "",
                    "",
                    0,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    false,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    false,
                    false,
                    OrderConditions.NONE,
                    OrderExtras.NONE);

    /**
     * Begins an order: DAY, transmitted, no prices; everything else is set by name.
     *
     * @param action BUY or SELL
     */
    public static OrderBuilder builder(String action, long totalQuantityE8, String orderType) {
        return new OrderBuilder(NONE)
                .action(action)
                .totalQuantityE8(totalQuantityE8)
                .orderType(orderType);
    }

    /** Begins a changed copy. */
    public OrderBuilder toBuilder() {
        return new OrderBuilder(this);
    }
}
