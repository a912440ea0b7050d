package dev.monger.tws.codec;

import dev.monger.tws.message.Clearing;
import dev.monger.tws.message.ComboLeg;
import dev.monger.tws.message.ComboOrder;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.DeadOrderFields;
import dev.monger.tws.message.DeltaNeutralContract;
import dev.monger.tws.message.Margins;
import dev.monger.tws.message.OrderAllocation;
import java.util.List;

/** Stretches that only the orders TWS sends have. */
final class ServedOrder {

    private static final OrderAllocation NO_ALLOCATION = OrderAllocation.NONE;

    private ServedOrder() {}

    /** comboLegs … smartComboRoutingParams. */
    static List<ComboLeg> combo(OrderWalk w, ComboOrder described, Contract given) {
        List<ComboLeg> legs = ContractFields.legs(w.f, given);
        w.e.combo(w.comboPrices(described));
        return legs;
    }

    /** clearingAccount … deltaNeutralContract. */
    static DeltaNeutralContract clearing(OrderWalk w, Contract given) {
        w.e.clearing(
                new Clearing(
                        w.f.text("clearingAccount", w.x.clearing().account()),
                        w.f.text("clearingIntent", w.x.clearing().intent())));
        w.e.notHeld(w.f.flag("notHeld", w.x.notHeld()));
        return ContractFields.deltaNeutral(w.f, given.deltaNeutral());
    }

    static DeadOrderFields dead(OrderWalk w, String sharesAllocation) {
        DeadOrderFields dead = w.x.dead();
        return new DeadOrderFields(
                sharesAllocation,
                w.f.flag("eTradeOnly", dead.electronicTradeOnly()),
                w.f.flag("firmQuoteOnly", dead.firmQuoteOnly()),
                w.price("nbboPriceCap", dead.nbboPriceCapE8()));
    }

    static Margins margins(Fields f, Margins m) {
        return new Margins(
                margin(f, "initMarginBefore", m.initialBeforeE8()),
                margin(f, "maintMarginBefore", m.maintenanceBeforeE8()),
                margin(f, "equityWithLoanBefore", m.equityWithLoanBeforeE8()),
                margin(f, "initMarginChange", m.initialChangeE8()),
                margin(f, "maintMarginChange", m.maintenanceChangeE8()),
                margin(f, "equityWithLoanChange", m.equityWithLoanChangeE8()),
                margin(f, "initMarginAfter", m.initialAfterE8()),
                margin(f, "maintMarginAfter", m.maintenanceAfterE8()),
                margin(f, "equityWithLoanAfter", m.equityWithLoanAfterE8()));
    }

    static List<OrderAllocation> allocations(Fields f, List<OrderAllocation> allocations) {
        return f.list(
                "orderAllocations.count",
                allocations,
                NO_ALLOCATION,
                (g, a) ->
                        new OrderAllocation(
                                g.text("allocation.account", a.account()),
                                quantity(g, "allocation.position", a.positionE8()),
                                quantity(g, "allocation.positionDesired", a.positionDesiredE8()),
                                quantity(g, "allocation.positionAfter", a.positionAfterE8()),
                                quantity(g, "allocation.desiredAllocQty", a.desiredQuantityE8()),
                                quantity(g, "allocation.allowedAllocQty", a.allowedQuantityE8()),
                                g.flag("allocation.isMonetary", a.isMonetary())));
    }

    private static long margin(Fields f, String name, long value) {
        return f.decimal(name, value, DecimalForm.POINT_OR_LARGEST);
    }

    private static long quantity(Fields f, String name, long value) {
        return f.decimal(name, value, DecimalForm.QUANTITY);
    }
}
