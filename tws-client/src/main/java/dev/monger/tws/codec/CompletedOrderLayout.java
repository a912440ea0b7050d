package dev.monger.tws.codec;

import dev.monger.tws.message.ComboLeg;
import dev.monger.tws.message.ComboOrder;
import dev.monger.tws.message.CompletedState;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.DeltaNeutralContract;
import dev.monger.tws.message.OrderMessage.CompletedOrder;
import dev.monger.tws.message.OrderParties;
import java.util.List;

/** The fields of completedOrder. */
final class CompletedOrderLayout {

    private final OrderWalk w;
    private final Fields f;

    private CompletedOrderLayout(OrderWalk walk) {
        w = walk;
        f = walk.f;
    }

    static CompletedOrder walk(Fields f, CompletedOrder m) {
        Contract contract = ContractFields.elevenOfOrder(f, m.contract());
        OrderWalk walk = new OrderWalk(f, m.order(), true);
        CompletedOrderLayout layout = new CompletedOrderLayout(walk);
        walk.head();
        long permId = f.number("permId", m.permId());
        layout.terms();
        walk.volatility(true);
        walk.trailing();
        List<ComboLeg> legs = layout.combo(m.contract());
        walk.scale();
        walk.hedge();
        DeltaNeutralContract deltaNeutral = ServedOrder.clearing(walk, m.contract());
        walk.algo();
        walk.e.solicited(f.flag("solicited", walk.x.solicited()));
        String status = f.text("orderState.status", m.state().status());
        walk.randomize();
        walk.benchmarkAndConditions();
        layout.amounts();
        CompletedState state = layout.state(status, m.state());
        walk.servedPegToMidpoint();
        layout.parties();
        return new CompletedOrder(
                permId, contract.withCombo(legs, deltaNeutral), walk.built(), state);
    }

    /** outsideRth … triggerMethod. */
    private void terms() {
        w.outsideAndHidden();
        w.discretionaryAmount();
        w.b.goodAfterTime(f.text("goodAfterTime", w.o.goodAfterTime()));
        w.advisorAndModel();
        w.servedTerms();
        w.box();
        w.displaySize();
        w.e.sweepToFill(f.flag("sweepToFill", w.x.sweepToFill()));
        w.b.allOrNone(f.flag("allOrNone", w.o.allOrNone()));
        w.minQuantity();
        w.b.ocaType(f.integer("ocaType", w.o.ocaType()));
        w.b.triggerMethod(f.integer("triggerMethod", w.o.triggerMethod()));
    }

    private List<ComboLeg> combo(Contract given) {
        ComboOrder n = ComboOrder.NONE;
        return ServedOrder.combo(
                w,
                new ComboOrder(
                        n.basisPointsE8(),
                        n.basisPointsType(),
                        f.text("comboLegsDescrip", w.x.combo().description()),
                        List.of(),
                        List.of()),
                given);
    }

    /** trailStopPrice again … isOmsContainer. */
    private void amounts() {
        w.e.repeatedTrailStopPriceE8(
                f.decimal(
                        "trailStopPrice (again)",
                        w.x.repeatedTrailStopPriceE8(),
                        DecimalForm.POINT_OR_LARGEST));
        w.b.limitPriceOffsetE8(
                f.decimal(
                        "lmtPriceOffset", w.o.limitPriceOffsetE8(), DecimalForm.POINT_OR_LARGEST));
        w.e.cashQuantityE8(f.decimal("cashQty", w.x.cashQuantityE8(), DecimalForm.NONZERO));
        OrderFlags.hedgePriceAndContainer(w);
    }

    /** autoCancelDate … completedStatus; two flags of the order stand among them without a gate. */
    private CompletedState state(String status, CompletedState s) {
        String autoCancelDate = f.text("autoCancelDate", s.autoCancelDate());
        long filled = f.decimal("filledQuantity", s.filledQuantityE8(), DecimalForm.QUANTITY);
        int futures = f.integer("refFuturesConId", s.refFuturesConId(), Unset.LARGEST);
        w.e.autoCancelParent(f.flag("autoCancelParent", w.x.autoCancelParent()));
        String shareholder = f.text("shareholder", s.shareholder());
        w.e.imbalanceOnly(f.flag("imbalanceOnly", w.x.imbalanceOnly()));
        return new CompletedState(
                status,
                autoCancelDate,
                filled,
                futures,
                shareholder,
                f.integer("routeMarketableToBbo", s.routeMarketableToBbo(), Unset.WRITTEN_ZERO),
                f.number("parentPermId", s.parentPermId()),
                f.text("completedTime", s.completedTime()),
                f.text("completedStatus", s.completedStatus()));
    }

    private void parties() {
        OrderParties customers = w.customers(OrderParties.NONE);
        w.e.parties(
                new OrderParties(
                        "",
                        "",
                        customers.customerAccount(),
                        customers.professionalCustomer(),
                        Integer.MAX_VALUE,
                        f.since(198) ? f.text("submitter", w.x.parties().submitter()) : ""));
    }
}
