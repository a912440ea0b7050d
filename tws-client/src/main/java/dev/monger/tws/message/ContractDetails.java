package dev.monger.tws.message;

import java.util.List;

/**
 * All that TWS knows of an instrument.
 *
 * @param lastTradeTime what follows the date in the expiry text, time and zone
 * @param lastTradeDate yyyyMMdd, from version 182
 * @param orderTypes comma list
 * @param validExchanges comma list
 * @param tradingHours 20221229:0400-20221229:2000;20221231:CLOSED
 * @param secIds ISIN, CUSIP …
 * @param marketRuleIds comma list, one per valid exchange
 * @param stockType COMMON, ETF …
 * @param ineligibilityReasons id and description, from version 186
 */
public record ContractDetails(
        Contract contract,
        String lastTradeTime,
        String lastTradeDate,
        String marketName,
        long minTickE8,
        String orderTypes,
        String validExchanges,
        int priceMagnifier,
        int underConId,
        String longName,
        String contractMonth,
        String industry,
        String category,
        String subcategory,
        String timeZoneId,
        String tradingHours,
        String liquidHours,
        String evRule,
        long evMultiplierE8,
        List<TagValue> secIds,
        int aggGroup,
        String underSymbol,
        String underSecType,
        String marketRuleIds,
        String realExpirationDate,
        String stockType,
        long minSizeE8,
        long sizeIncrementE8,
        long suggestedSizeIncrementE8,
        FundDetails fund,
        List<TagValue> ineligibilityReasons) {

    /** Nothing said. */
    public static final ContractDetails NONE =
            new ContractDetails(
                    Contract.NONE,
                    "",
                    "",
                    "",
                    0,
                    "",
                    "",
                    1,
                    0,
                    "",
                    "",
                    "",
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
                    "",
                    "",
                    "",
                    "",
                    Decimals.UNSET,
                    Decimals.UNSET,
                    Decimals.UNSET,
                    FundDetails.NONE,
                    List.of());

    /** Keeps its own copies of the lists. */
    public ContractDetails {
        secIds = List.copyOf(secIds);
        ineligibilityReasons = List.copyOf(ineligibilityReasons);
    }

    /** Begins with what is known of a contract. */
    public static ContractDetailsBuilder builder(Contract contract) {
        return new ContractDetailsBuilder(NONE).contract(contract);
    }

    /** Begins a changed copy. */
    public ContractDetailsBuilder toBuilder() {
        return new ContractDetailsBuilder(this);
    }
}
