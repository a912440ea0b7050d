package dev.monger.tws.message;

/**
 * The fields of an order that few orders use.
 *
 * @param repeatedTrailStopPriceE8 the second trailStopPrice of openOrder and completedOrder
 * @param usePriceManagementAlgo 0 no, 1 yes, Integer.MAX_VALUE default
 */
public record OrderExtras(
        String openClose,
        int origin,
        boolean blockOrder,
        boolean sweepToFill,
        long discretionaryAmountE8,
        AdvisorAllocation advisor,
        String modelCode,
        ShortSale shortSale,
        String rule80A,
        String settlingFirm,
        long percentOffsetE8,
        DeadOrderFields dead,
        int auctionStrategy,
        BoxOrder box,
        boolean overridePercentageConstraints,
        VolatilityOrder volatility,
        ComboOrder combo,
        ScaleOrder scale,
        HedgeOrder hedge,
        boolean optOutSmartRouting,
        Clearing clearing,
        boolean notHeld,
        AlgoOrder algo,
        String miscellaneousOptions,
        boolean solicited,
        boolean randomizeSize,
        boolean randomizePrice,
        PegToBenchmark pegToBenchmark,
        AdjustedOrder adjusted,
        long repeatedTrailStopPriceE8,
        SoftDollarTier softDollarTier,
        long cashQuantityE8,
        Mifid2 mifid2,
        boolean dontUseAutoPriceForHedge,
        boolean isOmsContainer,
        boolean discretionaryUpToLimitPrice,
        int usePriceManagementAlgo,
        int duration,
        int postToAts,
        boolean autoCancelParent,
        String advancedErrorOverride,
        PegToMidpoint pegToMidpoint,
        String bondAccruedInterest,
        boolean includeOvernight,
        OrderParties parties,
        boolean imbalanceOnly) {

    /** Nothing said. */
    public static final OrderExtras NONE =
            new OrderExtras(
                    "",
                    0,
                    false,
                    false,
                    0,
                    AdvisorAllocation.NONE,
                    "",
                    ShortSale.NONE,
                    "",
                    "",
                    Decimals.UNSET,
                    DeadOrderFields.NONE,
                    0,
                    BoxOrder.NONE,
                    false,
                    VolatilityOrder.NONE,
                    ComboOrder.NONE,
                    ScaleOrder.NONE,
                    HedgeOrder.NONE,
                    false,
                    Clearing.NONE,
                    false,
                    AlgoOrder.NONE,
                    "",
                    false,
                    false,
                    false,
                    PegToBenchmark.NONE,
                    AdjustedOrder.NONE,
                    Decimals.UNSET,
                    SoftDollarTier.NONE,
                    Decimals.UNSET,
                    Mifid2.NONE,
                    false,
                    false,
                    false,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE,
                    false,
                    "",
                    PegToMidpoint.NONE,
                    "",
                    false,
                    OrderParties.NONE,
                    false);

    /** Begins with nothing said. */
    public static OrderExtrasBuilder builder() {
        return new OrderExtrasBuilder(NONE);
    }

    /** Begins a changed copy. */
    public OrderExtrasBuilder toBuilder() {
        return new OrderExtrasBuilder(this);
    }
}
