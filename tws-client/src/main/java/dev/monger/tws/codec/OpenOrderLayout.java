package dev.monger.tws.codec;

import dev.monger.tws.message.AdjustedOrder;
import dev.monger.tws.message.ComboLeg;
import dev.monger.tws.message.ComboOrder;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.DeltaNeutralContract;
import dev.monger.tws.message.Margins;
import dev.monger.tws.message.OrderAllocation;
import dev.monger.tws.message.OrderMessage.OpenOrder;
import dev.monger.tws.message.OrderParties;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.SoftDollarTier;
import java.util.List;

/** The fields of openOrder. */
final class OpenOrderLayout {

    private static final int PREVIEW_SINCE = 195;

    private final OrderWalk w;
    private final Fields f;

    private OpenOrderLayout(OrderWalk walk) {
        w = walk;
        f = walk.f;
    }

    static OpenOrder walk(Fields f, OpenOrder m) {
        int orderId = f.integer("orderId", m.orderId());
        Contract contract = ContractFields.elevenOfOrder(f, m.contract());
        OrderWalk walk = new OrderWalk(f, m.order(), true);
        OpenOrderLayout layout = new OpenOrderLayout(walk);
        walk.head();
        int clientId = f.integer("clientId", m.clientId());
        long permId = f.number("permId", m.permId());
        String shares = layout.terms();
        layout.restrictions(shares);
        walk.volatility(false);
        walk.trailing();
        List<ComboLeg> legs = layout.combo(m.contract());
        walk.scale();
        walk.hedge();
        walk.e.optOutSmartRouting(f.flag("optOutSmartRouting", walk.x.optOutSmartRouting()));
        DeltaNeutralContract deltaNeutral = ServedOrder.clearing(walk, m.contract());
        walk.algo();
        walk.e.solicited(f.flag("solicited", walk.x.solicited()));
        walk.b.whatIf(f.flag("whatIf", walk.o.whatIf()));
        OrderState state = state(f, m.state());
        walk.randomize();
        walk.benchmarkAndConditions();
        layout.adjusted();
        layout.tail();
        return new OpenOrder(
                orderId,
                clientId,
                permId,
                contract.withCombo(legs, deltaNeutral),
                walk.built(),
                state);
    }

    /** outsideRth … exemptCode; returns the shares allocation, a dead text. */
    private String terms() {
        w.outsideAndHidden();
        w.discretionaryAmount();
        w.b.goodAfterTime(f.text("goodAfterTime", w.o.goodAfterTime()));
        String shares = f.text("sharesAllocation", w.x.dead().sharesAllocation());
        w.advisorAndModel();
        w.servedTerms();
        return shares;
    }

    /** auctionStrategy … triggerMethod. */
    private void restrictions(String sharesAllocation) {
        w.e.auctionStrategy(f.integer("auctionStrategy", w.x.auctionStrategy()));
        w.box();
        w.displaySize();
        w.e.blockOrder(f.flag("blockOrder", w.x.blockOrder()));
        w.e.sweepToFill(f.flag("sweepToFill", w.x.sweepToFill()));
        w.b.allOrNone(f.flag("allOrNone", w.o.allOrNone()));
        w.minQuantity();
        w.b.ocaType(f.integer("ocaType", w.o.ocaType()));
        w.e.dead(ServedOrder.dead(w, sharesAllocation));
        w.b.parentId(f.integer("parentId", w.o.parentId()));
        w.b.triggerMethod(f.integer("triggerMethod", w.o.triggerMethod()));
    }

    /** basisPoints … smartComboRoutingParams. */
    private List<ComboLeg> combo(Contract given) {
        ComboOrder c = w.x.combo();
        return ServedOrder.combo(
                w,
                new ComboOrder(
                        w.price("basisPoints", c.basisPointsE8()),
                        f.integer("basisPointsType", c.basisPointsType(), Unset.EMPTY),
                        f.text("comboLegsDescrip", c.description()),
                        List.of(),
                        List.of()),
                given);
    }

    private static OrderState state(Fields f, OrderState s) {
        boolean preview = f.since(PREVIEW_SINCE);
        String status = f.text("orderState.status", s.status());
        Margins margins = ServedOrder.margins(f, s.margins());
        long commission = commission(f, "commission", s.commissionE8());
        long least = commission(f, "minCommission", s.minCommissionE8());
        long most = commission(f, "maxCommission", s.maxCommissionE8());
        String currency = f.text("commissionCurrency", s.commissionCurrency());
        OrderState n = OrderState.NONE;
        List<OrderAllocation> none = List.of();
        return new OrderState(
                status,
                margins,
                commission,
                least,
                most,
                currency,
                preview ? f.text("marginCurrency", s.marginCurrency()) : "",
                preview
                        ? ServedOrder.margins(f, s.marginsOutsideRegularHours())
                        : n.marginsOutsideRegularHours(),
                preview
                        ? f.decimal("suggestedSize", s.suggestedSizeE8(), DecimalForm.QUANTITY)
                        : n.suggestedSizeE8(),
                preview ? f.text("rejectReason", s.rejectReason()) : "",
                preview ? ServedOrder.allocations(f, s.allocations()) : none,
                f.text("warningText", s.warningText()));
    }

    private static long commission(Fields f, String name, long value) {
        return f.decimal(name, value, DecimalForm.POINT_OPTIONAL);
    }

    /** adjustedOrderType … adjustableTrailingUnit, with trailStopPrice a second time. */
    private void adjusted() {
        AdjustedOrder a = w.x.adjusted();
        String type =
                ContractFields.withoutPlaceholder(f, "adjustedOrderType", a.orderType(), "None");
        long trigger = largest("triggerPrice", a.triggerPriceE8());
        w.e.repeatedTrailStopPriceE8(
                largest("trailStopPrice (again)", w.x.repeatedTrailStopPriceE8()));
        w.b.limitPriceOffsetE8(largest("lmtPriceOffset", w.o.limitPriceOffsetE8()));
        w.e.adjusted(
                new AdjustedOrder(
                        type,
                        trigger,
                        largest("adjustedStopPrice", a.stopPriceE8()),
                        largest("adjustedStopLimitPrice", a.stopLimitPriceE8()),
                        largest("adjustedTrailingAmount", a.trailingAmountE8()),
                        f.integer("adjustableTrailingUnit", a.trailingUnit())));
    }

    private long largest(String name, long value) {
        return f.decimal(name, value, DecimalForm.POINT_OR_LARGEST);
    }

    /** softDollarTier … imbalanceOnly, most of them behind gates. */
    private void tail() {
        SoftDollarTier tier = w.x.softDollarTier();
        w.e.softDollarTier(
                new SoftDollarTier(
                        f.text("softDollarTier.name", tier.name()),
                        f.text("softDollarTier.value", tier.value()),
                        f.text("softDollarTier.displayName", tier.displayName())));
        w.e.cashQuantityE8(f.decimal("cashQty", w.x.cashQuantityE8(), DecimalForm.NONZERO));
        OrderFlags.walk(w, Unset.WRITTEN_ZERO);
        w.servedPegToMidpoint();
        OrderParties customers = w.customers(OrderParties.NONE);
        w.e.bondAccruedInterest(
                f.since(185) ? f.text("bondAccruedInterest", w.x.bondAccruedInterest()) : "");
        w.e.includeOvernight(f.since(189) && f.flag("includeOvernight", w.x.includeOvernight()));
        OrderParties p = w.x.parties();
        w.e.parties(
                new OrderParties(
                        f.since(193) ? f.text("extOperator", p.externalOperator()) : "",
                        "",
                        customers.customerAccount(),
                        customers.professionalCustomer(),
                        f.since(193)
                                ? f.integer(
                                        "manualOrderIndicator",
                                        p.manualOrderIndicator(),
                                        Unset.LARGEST)
                                : Integer.MAX_VALUE,
                        f.since(198) ? f.text("submitter", p.submitter()) : ""));
        w.e.imbalanceOnly(f.since(199) && f.flag("imbalanceOnly", w.x.imbalanceOnly()));
    }
}
