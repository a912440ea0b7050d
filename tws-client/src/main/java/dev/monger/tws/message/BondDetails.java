package dev.monger.tws.message;

import java.util.List;

/**
 * All that TWS knows of a bond.
 *
 * @param maturity date, time and zone as TWS parted them
 */
public record BondDetails(
        String symbol,
        String secType,
        String cusip,
        long couponE8,
        String maturity,
        String issueDate,
        String ratings,
        String bondType,
        String couponType,
        boolean convertible,
        boolean callable,
        boolean putable,
        String description,
        String exchange,
        String currency,
        String marketName,
        String tradingClass,
        int conId,
        long minTickE8,
        String orderTypes,
        String validExchanges,
        String nextOptionDate,
        String nextOptionType,
        boolean nextOptionPartial,
        String notes,
        String longName,
        String timeZoneId,
        String tradingHours,
        String liquidHours,
        String evRule,
        long evMultiplierE8,
        List<TagValue> secIds,
        int aggGroup,
        String marketRuleIds,
        long minSizeE8,
        long sizeIncrementE8,
        long suggestedSizeIncrementE8) {

    /** Nothing said. */
    public static final BondDetails NONE =
            new BondDetails(
                    "",
                    "",
                    "",
                    0,
                    "",
                    "",
                    "",
                    "",
                    "",
                    false,
                    false,
                    false,
                    "",
                    "",
                    "",
                    "",
                    "",
                    0,
                    0,
                    "",
                    "",
                    "",
                    "",
                    false,
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    0,
                    List.of(),
                    Integer.MAX_VALUE,
                    "",
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET);

    /** Keeps its own copy of the list. */
    public BondDetails {
        secIds = List.copyOf(secIds);
    }
}
