package dev.monger.tws.codec;

import dev.monger.tws.message.AdjustedOrder;
import dev.monger.tws.message.Clearing;
import dev.monger.tws.message.ComboLeg;
import dev.monger.tws.message.ComboOrder;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.DeadOrderFields;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.DeltaNeutralContract;
import dev.monger.tws.message.Mifid2;
import dev.monger.tws.message.OrderParties;
import dev.monger.tws.message.OrderRequest.PlaceOrder;
import dev.monger.tws.message.PegToMidpoint;
import dev.monger.tws.message.SoftDollarTier;
import java.util.List;

/** The fields of placeOrder. */
final class PlaceOrderLayout {

    private final OrderWalk w;
    private final Fields f;

    private PlaceOrderLayout(OrderWalk walk) {
        w = walk;
        f = walk.f;
    }

    static PlaceOrder walk(Fields f, PlaceOrder m) {
        int orderId = f.integer("orderId", m.orderId());
        Contract named = ContractFields.twelve(f, m.contract());
        Contract contract = ContractFields.securityId(f, named, m.contract());
        OrderWalk walk = new OrderWalk(f, m.order(), false);
        PlaceOrderLayout layout = new PlaceOrderLayout(walk);
        walk.head();
        layout.handling();
        List<ComboLeg> legs = layout.combo(contract, m.contract());
        layout.termsAndAllocation();
        layout.restrictions();
        walk.volatility(false);
        walk.trailing();
        walk.scale();
        walk.hedge();
        DeltaNeutralContract deltaNeutral = layout.clearing(m.contract());
        layout.algoAndWhatIf();
        walk.benchmarkAndConditions();
        layout.adjusted();
        layout.tail(contract.exchange());
        return new PlaceOrder(orderId, contract.withCombo(legs, deltaNeutral), walk.built());
    }

    /** transmit … hidden. */
    private void handling() {
        w.b.transmit(f.flag("transmit", w.o.transmit()));
        w.b.parentId(f.integer("parentId", w.o.parentId()));
        w.e.blockOrder(f.flag("blockOrder", w.x.blockOrder()));
        w.e.sweepToFill(f.flag("sweepToFill", w.x.sweepToFill()));
        w.displaySize();
        w.b.triggerMethod(f.integer("triggerMethod", w.o.triggerMethod()));
        w.outsideAndHidden();
    }

    private List<ComboLeg> combo(Contract contract, Contract given) {
        if (!contract.isCombo()) {
            return List.of();
        }
        List<ComboLeg> legs = ContractFields.legs(f, given);
        w.e.combo(w.comboPrices(ComboOrder.NONE));
        return legs;
    }

    /** sharesAllocation … rule80A, settlingFirm. */
    private void termsAndAllocation() {
        f.filler("");
        w.discretionaryAmount();
        w.b.goodAfterTime(f.text("goodAfterTime", w.o.goodAfterTime()));
        w.b.goodTillDate(f.text("goodTillDate", w.o.goodTillDate()));
        w.advisorAndModel();
        w.shortSale();
        w.b.ocaType(f.integer("ocaType", w.o.ocaType()));
        w.e.rule80A(f.text("rule80A", w.x.rule80A()));
        w.e.settlingFirm(f.text("settlingFirm", w.x.settlingFirm()));
    }

    /** allOrNone … overridePercentageConstraints. */
    private void restrictions() {
        w.b.allOrNone(f.flag("allOrNone", w.o.allOrNone()));
        w.minQuantity();
        w.e.percentOffsetE8(w.price("percentOffset", w.x.percentOffsetE8()));
        DeadOrderFields dead = w.x.dead();
        w.e.dead(
                new DeadOrderFields(
                        "",
                        f.flag("eTradeOnly", dead.electronicTradeOnly()),
                        f.flag("firmQuoteOnly", dead.firmQuoteOnly()),
                        w.price("nbboPriceCap", dead.nbboPriceCapE8())));
        w.e.auctionStrategy(f.integer("auctionStrategy", w.x.auctionStrategy()));
        w.box();
        w.e.overridePercentageConstraints(
                f.flag("overridePercentageConstraints", w.x.overridePercentageConstraints()));
    }

    /** optOutSmartRouting … deltaNeutralContract. */
    private DeltaNeutralContract clearing(Contract given) {
        w.e.optOutSmartRouting(f.flag("optOutSmartRouting", w.x.optOutSmartRouting()));
        w.e.clearing(
                new Clearing(
                        f.text("clearingAccount", w.x.clearing().account()),
                        f.text("clearingIntent", w.x.clearing().intent())));
        w.e.notHeld(f.flag("notHeld", w.x.notHeld()));
        return ContractFields.deltaNeutral(f, given.deltaNeutral());
    }

    /** algoStrategy … randomizePrice. */
    private void algoAndWhatIf() {
        w.algo();
        w.b.whatIf(f.flag("whatIf", w.o.whatIf()));
        w.e.miscellaneousOptions(f.text("orderMiscOptions", w.x.miscellaneousOptions()));
        w.e.solicited(f.flag("solicited", w.x.solicited()));
        w.randomize();
    }

    /** adjustedOrderType … adjustableTrailingUnit. */
    private void adjusted() {
        AdjustedOrder a = w.x.adjusted();
        String type = f.text("adjustedOrderType", a.orderType());
        long trigger = w.price("triggerPrice", a.triggerPriceE8());
        w.b.limitPriceOffsetE8(w.price("lmtPriceOffset", w.o.limitPriceOffsetE8()));
        w.e.adjusted(
                new AdjustedOrder(
                        type,
                        trigger,
                        w.price("adjustedStopPrice", a.stopPriceE8()),
                        w.price("adjustedStopLimitPrice", a.stopLimitPriceE8()),
                        w.price("adjustedTrailingAmount", a.trailingAmountE8()),
                        f.integer("adjustableTrailingUnit", a.trailingUnit())));
    }

    /** extOperator … imbalanceOnly, most of them behind gates. */
    private void tail(String exchange) {
        String operator = f.text("extOperator", w.x.parties().externalOperator());
        SoftDollarTier tier = w.x.softDollarTier();
        w.e.softDollarTier(
                new SoftDollarTier(
                        f.text("softDollarTier.name", tier.name()),
                        f.text("softDollarTier.value", tier.value()),
                        ""));
        w.e.cashQuantityE8(w.price("cashQty", w.x.cashQuantityE8()));
        mifid2();
        OrderFlags.walk(w, Unset.EMPTY);
        w.e.advancedErrorOverride(
                f.since(166) ? f.text("advancedErrorOverride", w.x.advancedErrorOverride()) : "");
        String manualTime =
                f.since(169) ? f.text("manualOrderTime", w.x.parties().manualOrderTime()) : "";
        if (f.since(170)) {
            pegToMidpoint(exchange);
        }
        OrderParties customers =
                w.customers(
                        new OrderParties(operator, manualTime, "", false, Integer.MAX_VALUE, ""));
        rest(customers);
    }

    private void rest(OrderParties customers) {
        if (f.since(187) && !f.since(190)) {
            f.filler("");
            f.filler(Integer.toString(Integer.MAX_VALUE));
        }
        w.e.includeOvernight(f.since(189) && f.flag("includeOvernight", w.x.includeOvernight()));
        int indicator =
                f.since(192)
                        ? f.integer(
                                "manualOrderIndicator",
                                w.x.parties().manualOrderIndicator(),
                                Unset.LARGEST)
                        : Integer.MAX_VALUE;
        w.e.imbalanceOnly(f.since(199) && f.flag("imbalanceOnly", w.x.imbalanceOnly()));
        w.e.parties(
                new OrderParties(
                        customers.externalOperator(),
                        customers.manualOrderTime(),
                        customers.customerAccount(),
                        customers.professionalCustomer(),
                        indicator,
                        ""));
    }

    private void mifid2() {
        Mifid2 m = w.x.mifid2();
        w.e.mifid2(
                new Mifid2(
                        f.text("mifid2DecisionMaker", m.decisionMaker()),
                        f.text("mifid2DecisionAlgo", m.decisionAlgo()),
                        f.text("mifid2ExecutionTrader", m.executionTrader()),
                        f.text("mifid2ExecutionAlgo", m.executionAlgo())));
    }

    /** Which of the five fields a client sends hangs on exchange and order type. */
    private void pegToMidpoint(String exchange) {
        PegToMidpoint p = w.x.pegToMidpoint();
        PegToMidpoint n = PegToMidpoint.NONE;
        boolean best = w.isType("PEGBEST");
        int minTrade =
                exchange.equals("IBKRATS")
                        ? f.integer("minTradeQty", p.minTradeQuantity(), Unset.EMPTY)
                        : n.minTradeQuantity();
        int minCompete =
                best
                        ? f.integer("minCompeteSize", p.minCompeteSize(), Unset.EMPTY)
                        : n.minCompeteSize();
        long offset =
                best
                        ? f.decimal(
                                "competeAgainstBestOffset",
                                p.competeAgainstBestOffsetE8(),
                                DecimalForm.OFFSET)
                        : n.competeAgainstBestOffsetE8();
        boolean mid = w.isType("PEGMID") || (best && offset == Decimals.INFINITY);
        w.e.pegToMidpoint(
                new PegToMidpoint(
                        minTrade,
                        minCompete,
                        offset,
                        mid
                                ? w.price("midOffsetAtWhole", p.midOffsetAtWholeE8())
                                : n.midOffsetAtWholeE8(),
                        mid
                                ? w.price("midOffsetAtHalf", p.midOffsetAtHalfE8())
                                : n.midOffsetAtHalfE8()));
    }
}
