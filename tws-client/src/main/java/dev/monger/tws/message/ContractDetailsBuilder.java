package dev.monger.tws.message;

import java.util.List;

/** Sets the fields of {@link ContractDetails} by name; see there for what they mean. */
public final class ContractDetailsBuilder {

    private Contract contract;
    private String lastTradeTime;
    private String lastTradeDate;
    private String marketName;
    private long minTickE8;
    private String orderTypes;
    private String validExchanges;
    private int priceMagnifier;
    private int underConId;
    private String longName;
    private String contractMonth;
    private String industry;
    private String category;
    private String subcategory;
    private String timeZoneId;
    private String tradingHours;
    private String liquidHours;
    private String evRule;
    private long evMultiplierE8;
    private List<TagValue> secIds;
    private int aggGroup;
    private String underSymbol;
    private String underSecType;
    private String marketRuleIds;
    private String realExpirationDate;
    private String stockType;
    private long minSizeE8;
    private long sizeIncrementE8;
    private long suggestedSizeIncrementE8;
    private FundDetails fund;
    private List<TagValue> ineligibilityReasons;

    ContractDetailsBuilder(ContractDetails from) {
        contract = from.contract();
        lastTradeTime = from.lastTradeTime();
        lastTradeDate = from.lastTradeDate();
        marketName = from.marketName();
        minTickE8 = from.minTickE8();
        orderTypes = from.orderTypes();
        validExchanges = from.validExchanges();
        priceMagnifier = from.priceMagnifier();
        underConId = from.underConId();
        longName = from.longName();
        contractMonth = from.contractMonth();
        industry = from.industry();
        category = from.category();
        subcategory = from.subcategory();
        timeZoneId = from.timeZoneId();
        tradingHours = from.tradingHours();
        liquidHours = from.liquidHours();
        evRule = from.evRule();
        evMultiplierE8 = from.evMultiplierE8();
        secIds = from.secIds();
        aggGroup = from.aggGroup();
        underSymbol = from.underSymbol();
        underSecType = from.underSecType();
        marketRuleIds = from.marketRuleIds();
        realExpirationDate = from.realExpirationDate();
        stockType = from.stockType();
        minSizeE8 = from.minSizeE8();
        sizeIncrementE8 = from.sizeIncrementE8();
        suggestedSizeIncrementE8 = from.suggestedSizeIncrementE8();
        fund = from.fund();
        ineligibilityReasons = from.ineligibilityReasons();
    }

    public ContractDetailsBuilder contract(Contract value) {
        contract = value;
        return this;
    }

    public ContractDetailsBuilder lastTradeTime(String value) {
        lastTradeTime = value;
        return this;
    }

    public ContractDetailsBuilder lastTradeDate(String value) {
        lastTradeDate = value;
        return this;
    }

    public ContractDetailsBuilder marketName(String value) {
        marketName = value;
        return this;
    }

    public ContractDetailsBuilder minTickE8(long value) {
        minTickE8 = value;
        return this;
    }

    public ContractDetailsBuilder orderTypes(String value) {
        orderTypes = value;
        return this;
    }

    public ContractDetailsBuilder validExchanges(String value) {
        validExchanges = value;
        return this;
    }

    public ContractDetailsBuilder priceMagnifier(int value) {
        priceMagnifier = value;
        return this;
    }

    public ContractDetailsBuilder underConId(int value) {
        underConId = value;
        return this;
    }

    public ContractDetailsBuilder longName(String value) {
        longName = value;
        return this;
    }

    public ContractDetailsBuilder contractMonth(String value) {
        contractMonth = value;
        return this;
    }

    public ContractDetailsBuilder industry(String value) {
        industry = value;
        return this;
    }

    public ContractDetailsBuilder category(String value) {
        category = value;
        return this;
    }

    public ContractDetailsBuilder subcategory(String value) {
        subcategory = value;
        return this;
    }

    public ContractDetailsBuilder timeZoneId(String value) {
        timeZoneId = value;
        return this;
    }

    public ContractDetailsBuilder tradingHours(String value) {
        tradingHours = value;
        return this;
    }

    public ContractDetailsBuilder liquidHours(String value) {
        liquidHours = value;
        return this;
    }

    public ContractDetailsBuilder evRule(String value) {
        evRule = value;
        return this;
    }

    public ContractDetailsBuilder evMultiplierE8(long value) {
        evMultiplierE8 = value;
        return this;
    }

    public ContractDetailsBuilder secIds(List<TagValue> value) {
        secIds = value;
        return this;
    }

    public ContractDetailsBuilder aggGroup(int value) {
        aggGroup = value;
        return this;
    }

    public ContractDetailsBuilder underSymbol(String value) {
        underSymbol = value;
        return this;
    }

    public ContractDetailsBuilder underSecType(String value) {
        underSecType = value;
        return this;
    }

    public ContractDetailsBuilder marketRuleIds(String value) {
        marketRuleIds = value;
        return this;
    }

    public ContractDetailsBuilder realExpirationDate(String value) {
        realExpirationDate = value;
        return this;
    }

    public ContractDetailsBuilder stockType(String value) {
        stockType = value;
        return this;
    }

    public ContractDetailsBuilder minSizeE8(long value) {
        minSizeE8 = value;
        return this;
    }

    public ContractDetailsBuilder sizeIncrementE8(long value) {
        sizeIncrementE8 = value;
        return this;
    }

    public ContractDetailsBuilder suggestedSizeIncrementE8(long value) {
        suggestedSizeIncrementE8 = value;
        return this;
    }

    public ContractDetailsBuilder fund(FundDetails value) {
        fund = value;
        return this;
    }

    public ContractDetailsBuilder ineligibilityReasons(List<TagValue> value) {
        ineligibilityReasons = value;
        return this;
    }

    /** Returns the details as it stands. */
    public ContractDetails build() {
        return new ContractDetails(
                contract,
                lastTradeTime,
                lastTradeDate,
                marketName,
                minTickE8,
                orderTypes,
                validExchanges,
                priceMagnifier,
                underConId,
                longName,
                contractMonth,
                industry,
                category,
                subcategory,
                timeZoneId,
                tradingHours,
                liquidHours,
                evRule,
                evMultiplierE8,
                secIds,
                aggGroup,
                underSymbol,
                underSecType,
                marketRuleIds,
                realExpirationDate,
                stockType,
                minSizeE8,
                sizeIncrementE8,
                suggestedSizeIncrementE8,
                fund,
                ineligibilityReasons);
    }
}
