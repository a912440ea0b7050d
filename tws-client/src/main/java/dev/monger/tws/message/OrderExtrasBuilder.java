package dev.monger.tws.message;

/** Sets the fields of {@link OrderExtras} by name; see there for what they mean. */
public final class OrderExtrasBuilder {

    private String openClose;
    private int origin;
    private boolean blockOrder;
    private boolean sweepToFill;
    private long discretionaryAmountE8;
    private AdvisorAllocation advisor;
    private String modelCode;
    private ShortSale shortSale;
    private String rule80A;
    private String settlingFirm;
    private long percentOffsetE8;
    private DeadOrderFields dead;
    private int auctionStrategy;
    private BoxOrder box;
    private boolean overridePercentageConstraints;
    private VolatilityOrder volatility;
    private ComboOrder combo;
    private ScaleOrder scale;
    private HedgeOrder hedge;
    private boolean optOutSmartRouting;
    private Clearing clearing;
    private boolean notHeld;
    private AlgoOrder algo;
    private String miscellaneousOptions;
    private boolean solicited;
    private boolean randomizeSize;
    private boolean randomizePrice;
    private PegToBenchmark pegToBenchmark;
    private AdjustedOrder adjusted;
    private long repeatedTrailStopPriceE8;
    private SoftDollarTier softDollarTier;
    private long cashQuantityE8;
    private Mifid2 mifid2;
    private boolean dontUseAutoPriceForHedge;
    private boolean isOmsContainer;
    private boolean discretionaryUpToLimitPrice;
    private int usePriceManagementAlgo;
    private int duration;
    private int postToAts;
    private boolean autoCancelParent;
    private String advancedErrorOverride;
    private PegToMidpoint pegToMidpoint;
    private String bondAccruedInterest;
    private boolean includeOvernight;
    private OrderParties parties;
    private boolean imbalanceOnly;

    OrderExtrasBuilder(OrderExtras from) {
        openClose = from.openClose();
        origin = from.origin();
        blockOrder = from.blockOrder();
        sweepToFill = from.sweepToFill();
        discretionaryAmountE8 = from.discretionaryAmountE8();
        advisor = from.advisor();
        modelCode = from.modelCode();
        shortSale = from.shortSale();
        rule80A = from.rule80A();
        settlingFirm = from.settlingFirm();
        percentOffsetE8 = from.percentOffsetE8();
        dead = from.dead();
        auctionStrategy = from.auctionStrategy();
        box = from.box();
        overridePercentageConstraints = from.overridePercentageConstraints();
        volatility = from.volatility();
        combo = from.combo();
        scale = from.scale();
        hedge = from.hedge();
        optOutSmartRouting = from.optOutSmartRouting();
        clearing = from.clearing();
        notHeld = from.notHeld();
        algo = from.algo();
        miscellaneousOptions = from.miscellaneousOptions();
        solicited = from.solicited();
        randomizeSize = from.randomizeSize();
        randomizePrice = from.randomizePrice();
        pegToBenchmark = from.pegToBenchmark();
        adjusted = from.adjusted();
        repeatedTrailStopPriceE8 = from.repeatedTrailStopPriceE8();
        softDollarTier = from.softDollarTier();
        cashQuantityE8 = from.cashQuantityE8();
        mifid2 = from.mifid2();
        dontUseAutoPriceForHedge = from.dontUseAutoPriceForHedge();
        isOmsContainer = from.isOmsContainer();
        discretionaryUpToLimitPrice = from.discretionaryUpToLimitPrice();
        usePriceManagementAlgo = from.usePriceManagementAlgo();
        duration = from.duration();
        postToAts = from.postToAts();
        autoCancelParent = from.autoCancelParent();
        advancedErrorOverride = from.advancedErrorOverride();
        pegToMidpoint = from.pegToMidpoint();
        bondAccruedInterest = from.bondAccruedInterest();
        includeOvernight = from.includeOvernight();
        parties = from.parties();
        imbalanceOnly = from.imbalanceOnly();
    }

    public OrderExtrasBuilder openClose(String value) {
        openClose = value;
        return this;
    }

    public OrderExtrasBuilder origin(int value) {
        origin = value;
        return this;
    }

    public OrderExtrasBuilder blockOrder(boolean value) {
        blockOrder = value;
        return this;
    }

    public OrderExtrasBuilder sweepToFill(boolean value) {
        sweepToFill = value;
        return this;
    }

    public OrderExtrasBuilder discretionaryAmountE8(long value) {
        discretionaryAmountE8 = value;
        return this;
    }

    public OrderExtrasBuilder advisor(AdvisorAllocation value) {
        advisor = value;
        return this;
    }

    public OrderExtrasBuilder modelCode(String value) {
        modelCode = value;
        return this;
    }

    public OrderExtrasBuilder shortSale(ShortSale value) {
        shortSale = value;
        return this;
    }

    public OrderExtrasBuilder rule80A(String value) {
        rule80A = value;
        return this;
    }

    public OrderExtrasBuilder settlingFirm(String value) {
        settlingFirm = value;
        return this;
    }

    public OrderExtrasBuilder percentOffsetE8(long value) {
        percentOffsetE8 = value;
        return this;
    }

    public OrderExtrasBuilder dead(DeadOrderFields value) {
        dead = value;
        return this;
    }

    public OrderExtrasBuilder auctionStrategy(int value) {
        auctionStrategy = value;
        return this;
    }

    public OrderExtrasBuilder box(BoxOrder value) {
        box = value;
        return this;
    }

    public OrderExtrasBuilder overridePercentageConstraints(boolean value) {
        overridePercentageConstraints = value;
        return this;
    }

    public OrderExtrasBuilder volatility(VolatilityOrder value) {
        volatility = value;
        return this;
    }

    public OrderExtrasBuilder combo(ComboOrder value) {
        combo = value;
        return this;
    }

    public OrderExtrasBuilder scale(ScaleOrder value) {
        scale = value;
        return this;
    }

    public OrderExtrasBuilder hedge(HedgeOrder value) {
        hedge = value;
        return this;
    }

    public OrderExtrasBuilder optOutSmartRouting(boolean value) {
        optOutSmartRouting = value;
        return this;
    }

    public OrderExtrasBuilder clearing(Clearing value) {
        clearing = value;
        return this;
    }

    public OrderExtrasBuilder notHeld(boolean value) {
        notHeld = value;
        return this;
    }

    public OrderExtrasBuilder algo(AlgoOrder value) {
        algo = value;
        return this;
    }

    public OrderExtrasBuilder miscellaneousOptions(String value) {
        miscellaneousOptions = value;
        return this;
    }

    public OrderExtrasBuilder solicited(boolean value) {
        solicited = value;
        return this;
    }

    public OrderExtrasBuilder randomizeSize(boolean value) {
        randomizeSize = value;
        return this;
    }

    public OrderExtrasBuilder randomizePrice(boolean value) {
        randomizePrice = value;
        return this;
    }

    public OrderExtrasBuilder pegToBenchmark(PegToBenchmark value) {
        pegToBenchmark = value;
        return this;
    }

    public OrderExtrasBuilder adjusted(AdjustedOrder value) {
        adjusted = value;
        return this;
    }

    public OrderExtrasBuilder repeatedTrailStopPriceE8(long value) {
        repeatedTrailStopPriceE8 = value;
        return this;
    }

    public OrderExtrasBuilder softDollarTier(SoftDollarTier value) {
        softDollarTier = value;
        return this;
    }

    public OrderExtrasBuilder cashQuantityE8(long value) {
        cashQuantityE8 = value;
        return this;
    }

    public OrderExtrasBuilder mifid2(Mifid2 value) {
        mifid2 = value;
        return this;
    }

    public OrderExtrasBuilder dontUseAutoPriceForHedge(boolean value) {
        dontUseAutoPriceForHedge = value;
        return this;
    }

    public OrderExtrasBuilder isOmsContainer(boolean value) {
        isOmsContainer = value;
        return this;
    }

    public OrderExtrasBuilder discretionaryUpToLimitPrice(boolean value) {
        discretionaryUpToLimitPrice = value;
        return this;
    }

    public OrderExtrasBuilder usePriceManagementAlgo(int value) {
        usePriceManagementAlgo = value;
        return this;
    }

    public OrderExtrasBuilder duration(int value) {
        duration = value;
        return this;
    }

    public OrderExtrasBuilder postToAts(int value) {
        postToAts = value;
        return this;
    }

    public OrderExtrasBuilder autoCancelParent(boolean value) {
        autoCancelParent = value;
        return this;
    }

    public OrderExtrasBuilder advancedErrorOverride(String value) {
        advancedErrorOverride = value;
        return this;
    }

    public OrderExtrasBuilder pegToMidpoint(PegToMidpoint value) {
        pegToMidpoint = value;
        return this;
    }

    public OrderExtrasBuilder bondAccruedInterest(String value) {
        bondAccruedInterest = value;
        return this;
    }

    public OrderExtrasBuilder includeOvernight(boolean value) {
        includeOvernight = value;
        return this;
    }

    public OrderExtrasBuilder parties(OrderParties value) {
        parties = value;
        return this;
    }

    public OrderExtrasBuilder imbalanceOnly(boolean value) {
        imbalanceOnly = value;
        return this;
    }

    /** Returns the fields as it stands. */
    public OrderExtras build() {
        return new OrderExtras(
                openClose,
                origin,
                blockOrder,
                sweepToFill,
                discretionaryAmountE8,
                advisor,
                modelCode,
                shortSale,
                rule80A,
                settlingFirm,
                percentOffsetE8,
                dead,
                auctionStrategy,
                box,
                overridePercentageConstraints,
                volatility,
                combo,
                scale,
                hedge,
                optOutSmartRouting,
                clearing,
                notHeld,
                algo,
                miscellaneousOptions,
                solicited,
                randomizeSize,
                randomizePrice,
                pegToBenchmark,
                adjusted,
                repeatedTrailStopPriceE8,
                softDollarTier,
                cashQuantityE8,
                mifid2,
                dontUseAutoPriceForHedge,
                isOmsContainer,
                discretionaryUpToLimitPrice,
                usePriceManagementAlgo,
                duration,
                postToAts,
                autoCancelParent,
                advancedErrorOverride,
                pegToMidpoint,
                bondAccruedInterest,
                includeOvernight,
                parties,
                imbalanceOnly);
    }
}
