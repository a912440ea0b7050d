package dev.monger.tws.codec;

import dev.monger.tws.message.AdvisorAllocation;
import dev.monger.tws.message.AlgoOrder;
import dev.monger.tws.message.BoxOrder;
import dev.monger.tws.message.ComboOrder;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.DeltaNeutralOrder;
import dev.monger.tws.message.HedgeOrder;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderBuilder;
import dev.monger.tws.message.OrderConditions;
import dev.monger.tws.message.OrderExtras;
import dev.monger.tws.message.OrderExtrasBuilder;
import dev.monger.tws.message.OrderParties;
import dev.monger.tws.message.PegToBenchmark;
import dev.monger.tws.message.PegToMidpoint;
import dev.monger.tws.message.ScaleOrder;
import dev.monger.tws.message.ShortSale;
import dev.monger.tws.message.VolatilityOrder;
import java.util.List;

/**
 * One walk over an order: the stretches of fields that placeOrder, openOrder and completedOrder
 * have in common, each called where its message has it.
 */
final class OrderWalk {

    private static final String NONE_WORD = "None";

    final Fields f;
    final Order o;
    final OrderExtras x;
    final OrderBuilder b;
    final OrderExtrasBuilder e;
    private final boolean served;
    private final DecimalForm optional;
    private String orderType = "";

    /**
     * Begins a walk.
     *
     * @param order what is written; ignored when reading
     * @param served whether TWS is the writer, whose number texts differ from a client's
     */
    OrderWalk(Fields fields, Order order, boolean served) {
        f = fields;
        o = order;
        x = order.extras();
        b = Order.NONE.toBuilder();
        e = OrderExtras.builder();
        this.served = served;
        optional = served ? DecimalForm.POINT_OPTIONAL : DecimalForm.OPTIONAL;
    }

    Order built() {
        return b.extras(e.build()).build();
    }

    /** A price that may be missing. */
    long price(String name, long value) {
        return f.decimal(name, value, optional);
    }

    /** action … orderRef. */
    void head() {
        DecimalForm prices = served ? DecimalForm.POINT_OR_ZERO : DecimalForm.OPTIONAL;
        b.action(f.text("action", o.action()));
        b.totalQuantityE8(f.decimal("totalQuantity", o.totalQuantityE8(), DecimalForm.QUANTITY));
        orderType = f.text("orderType", o.orderType());
        b.orderType(orderType);
        b.limitPriceE8(f.decimal("lmtPrice", o.limitPriceE8(), prices));
        b.auxPriceE8(f.decimal("auxPrice", o.auxPriceE8(), prices));
        b.timeInForce(f.text("tif", o.timeInForce()));
        b.ocaGroup(f.text("ocaGroup", o.ocaGroup()));
        b.account(f.text("account", o.account()));
        e.openClose(f.text("openClose", x.openClose()));
        e.origin(f.integer("origin", x.origin()));
        b.orderRef(f.text("orderRef", o.orderRef()));
    }

    void outsideAndHidden() {
        b.outsideRegularHours(f.flag("outsideRth", o.outsideRegularHours()));
        b.hidden(f.flag("hidden", o.hidden()));
    }

    void discretionaryAmount() {
        e.discretionaryAmountE8(
                f.decimal("discretionaryAmt", x.discretionaryAmountE8(), DecimalForm.AMOUNT));
    }

    /** faGroup … modelCode; the profile left the wire at 177. */
    void advisorAndModel() {
        AdvisorAllocation a = x.advisor();
        e.advisor(
                new AdvisorAllocation(
                        f.text("faGroup", a.group()),
                        f.text("faMethod", a.method()),
                        f.text("faPercentage", a.percentage()),
                        f.since(177) ? "" : f.text("faProfile", a.profile())));
        e.modelCode(f.text("modelCode", x.modelCode()));
    }

    /** goodTillDate … exemptCode, as TWS has them. */
    void servedTerms() {
        b.goodTillDate(f.text("goodTillDate", o.goodTillDate()));
        e.rule80A(f.text("rule80A", x.rule80A()));
        e.percentOffsetE8(price("percentOffset", x.percentOffsetE8()));
        e.settlingFirm(f.text("settlingFirm", x.settlingFirm()));
        shortSale();
    }

    void shortSale() {
        ShortSale s = x.shortSale();
        e.shortSale(
                new ShortSale(
                        f.integer("shortSaleSlot", s.slot()),
                        f.text("designatedLocation", s.designatedLocation()),
                        f.integer("exemptCode", s.exemptCode())));
    }

    void box() {
        BoxOrder box = x.box();
        e.box(
                new BoxOrder(
                        price("startingPrice", box.startingPriceE8()),
                        price("stockRefPrice", box.stockReferencePriceE8()),
                        price("delta", box.deltaE8()),
                        price("stockRangeLower", box.stockRangeLowerE8()),
                        price("stockRangeUpper", box.stockRangeUpperE8())));
    }

    void displaySize() {
        b.displaySize(
                f.integer("displaySize", o.displaySize(), served ? Unset.LARGEST : Unset.ZERO));
    }

    void minQuantity() {
        b.minQuantity(f.integer("minQty", o.minQuantity(), Unset.EMPTY));
    }

    /** volatility … referencePriceType; a completed order has a shorter hedging order. */
    void volatility(boolean completed) {
        VolatilityOrder v = x.volatility();
        Unset unset = served ? Unset.ZERO : Unset.EMPTY;
        e.volatility(
                new VolatilityOrder(
                        price("volatility", v.volatilityE8()),
                        f.integer("volatilityType", v.type(), unset),
                        deltaNeutralOrder(v.deltaNeutral(), completed),
                        f.flag("continuousUpdate", v.continuousUpdate()),
                        f.integer("referencePriceType", v.referencePriceType(), unset)));
    }

    /** TWS writes the word None for no type, and sends the block with it all the same. */
    private DeltaNeutralOrder deltaNeutralOrder(DeltaNeutralOrder d, boolean completed) {
        String placeholder = served ? NONE_WORD : "";
        String written =
                f.text(
                        "deltaNeutralOrderType",
                        d.orderType().isEmpty() ? placeholder : d.orderType());
        long aux = price("deltaNeutralAuxPrice", d.auxPriceE8());
        String type = written.equals(NONE_WORD) ? "" : written;
        if (written.isEmpty()) {
            return DeltaNeutralOrder.NONE;
        }
        int conId = f.integer("deltaNeutralConId", d.conId());
        boolean whole = !completed;
        String none = served && type.isEmpty() ? "?" : "";
        return new DeltaNeutralOrder(
                type,
                aux,
                conId,
                whole ? f.text("deltaNeutralSettlingFirm", d.settlingFirm()) : "",
                whole ? f.text("deltaNeutralClearingAccount", d.clearingAccount()) : "",
                whole ? f.text("deltaNeutralClearingIntent", d.clearingIntent()) : "",
                whole
                        ? ContractFields.withoutPlaceholder(
                                f, "deltaNeutralOpenClose", d.openClose(), none)
                        : "",
                f.flag("deltaNeutralShortSale", d.shortSale()),
                f.integer("deltaNeutralShortSaleSlot", d.shortSaleSlot()),
                f.text("deltaNeutralDesignatedLocation", d.designatedLocation()));
    }

    void trailing() {
        b.trailStopPriceE8(price("trailStopPrice", o.trailStopPriceE8()));
        b.trailingPercentE8(price("trailingPercent", o.trailingPercentE8()));
    }

    /** The prices of legs and the routing parameters, which follow the legs. */
    ComboOrder comboPrices(ComboOrder described) {
        List<Long> prices =
                f.list(
                        "orderComboLegs.count",
                        x.combo().legPricesE8(),
                        0L,
                        (g, price) -> g.decimal("orderComboLeg.price", price, optional));
        return new ComboOrder(
                described.basisPointsE8(),
                described.basisPointsType(),
                described.description(),
                prices,
                ContractFields.pairs(
                        f, "smartComboRoutingParams.count", x.combo().routingParameters()));
    }

    /** scaleInitLevelSize … the scale block; only a client sends table and times after it. */
    void scale() {
        ScaleOrder s = x.scale();
        Unset sizes = served ? Unset.LARGEST : Unset.EMPTY;
        int initial = f.integer("scaleInitLevelSize", s.initialLevelSize(), sizes);
        int subsequent = f.integer("scaleSubsLevelSize", s.subsequentLevelSize(), sizes);
        long increment = price("scalePriceIncrement", s.priceIncrementE8());
        boolean block = increment > 0 && Decimals.isSet(increment);
        ScaleOrder n = ScaleOrder.NONE;
        e.scale(
                new ScaleOrder(
                        initial,
                        subsequent,
                        increment,
                        block
                                ? price("scalePriceAdjustValue", s.priceAdjustValueE8())
                                : n.priceAdjustValueE8(),
                        block
                                ? f.integer(
                                        "scalePriceAdjustInterval", s.priceAdjustInterval(), sizes)
                                : n.priceAdjustInterval(),
                        block ? price("scaleProfitOffset", s.profitOffsetE8()) : n.profitOffsetE8(),
                        block && f.flag("scaleAutoReset", s.autoReset()),
                        block
                                ? f.integer("scaleInitPosition", s.initialPosition(), sizes)
                                : n.initialPosition(),
                        block
                                ? f.integer("scaleInitFillQty", s.initialFillQuantity(), sizes)
                                : n.initialFillQuantity(),
                        block && f.flag("scaleRandomPercent", s.randomPercent()),
                        served ? "" : f.text("scaleTable", s.table()),
                        served ? "" : f.text("activeStartTime", s.activeStartTime()),
                        served ? "" : f.text("activeStopTime", s.activeStopTime())));
    }

    void hedge() {
        String type = f.text("hedgeType", x.hedge().type());
        e.hedge(
                new HedgeOrder(
                        type, type.isEmpty() ? "" : f.text("hedgeParam", x.hedge().parameter())));
    }

    /** algoStrategy and its parameters; only a client sends the id after them. */
    void algo() {
        AlgoOrder a = x.algo();
        String strategy = f.text("algoStrategy", a.strategy());
        e.algo(
                new AlgoOrder(
                        strategy,
                        strategy.isEmpty()
                                ? List.of()
                                : ContractFields.pairs(f, "algoParams.count", a.parameters()),
                        served ? "" : f.text("algoId", a.algoId())));
    }

    void randomize() {
        e.randomizeSize(f.flag("randomizeSize", x.randomizeSize()));
        e.randomizePrice(f.flag("randomizePrice", x.randomizePrice()));
    }

    /** The benchmark of a PEG BENCH order, then the conditions. */
    void benchmarkAndConditions() {
        if (isType("PEGBENCH")) {
            PegToBenchmark p = x.pegToBenchmark();
            e.pegToBenchmark(
                    new PegToBenchmark(
                            f.integer("referenceContractId", p.referenceConId()),
                            f.flag("isPeggedChangeAmountDecrease", p.isPeggedChangeDecrease()),
                            f.decimal(
                                    "peggedChangeAmount",
                                    p.peggedChangeAmountE8(),
                                    DecimalForm.AMOUNT),
                            f.decimal(
                                    "referenceChangeAmount",
                                    p.referenceChangeAmountE8(),
                                    DecimalForm.AMOUNT),
                            f.text("referenceExchangeId", p.referenceExchange())));
        }
        DecimalForm form = served ? DecimalForm.POINT : DecimalForm.AMOUNT;
        var conditions =
                f.list(
                        "conditions.count",
                        o.conditions().conditions(),
                        ContractFields.NO_TIME,
                        (g, c) -> ContractFields.condition(g, c, form));
        boolean some = !conditions.isEmpty();
        b.conditions(
                new OrderConditions(
                        conditions,
                        some && f.flag("conditionsIgnoreRth", o.conditions().ignoreRegularHours()),
                        some && f.flag("conditionsCancelOrder", o.conditions().cancelOrder())));
    }

    /** Tells whether the order is of a type, which some clients spell with a blank. */
    boolean isType(String withoutBlank) {
        return orderType.replace(" ", "").equals(withoutBlank);
    }

    /** minTradeQty … midOffsetAtHalf as TWS sends them with every order from 170. */
    void servedPegToMidpoint() {
        if (f.since(170)) {
            PegToMidpoint p = x.pegToMidpoint();
            e.pegToMidpoint(
                    new PegToMidpoint(
                            f.integer("minTradeQty", p.minTradeQuantity(), Unset.EMPTY),
                            f.integer("minCompeteSize", p.minCompeteSize(), Unset.EMPTY),
                            f.decimal(
                                    "competeAgainstBestOffset",
                                    p.competeAgainstBestOffsetE8(),
                                    DecimalForm.OFFSET),
                            price("midOffsetAtWhole", p.midOffsetAtWholeE8()),
                            price("midOffsetAtHalf", p.midOffsetAtHalfE8())));
        }
    }

    /** customerAccount and professionalCustomer, without a gate when they stand in parties. */
    OrderParties customers(OrderParties parties) {
        OrderParties p = x.parties();
        return new OrderParties(
                parties.externalOperator(),
                parties.manualOrderTime(),
                f.since(183) ? f.text("customerAccount", p.customerAccount()) : "",
                f.since(184) && f.flag("professionalCustomer", p.professionalCustomer()),
                parties.manualOrderIndicator(),
                parties.submitter());
    }
}
