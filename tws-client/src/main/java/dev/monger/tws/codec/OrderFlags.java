package dev.monger.tws.codec;

/** dontUseAutoPriceForHedge … autoCancelParent, which placeOrder and openOrder have alike. */
final class OrderFlags {

    private OrderFlags() {}

    static void walk(OrderWalk w, Unset priceManagement) {
        Fields f = w.f;
        hedgePriceAndContainer(w);
        w.e.discretionaryUpToLimitPrice(
                f.flag("discretionaryUpToLimitPrice", w.x.discretionaryUpToLimitPrice()));
        // The gate of 151 is the oldest version coded, so the field always stands here.
        w.e.usePriceManagementAlgo(
                f.integer("usePriceMgmtAlgo", w.x.usePriceManagementAlgo(), priceManagement));
        if (f.since(158)) {
            w.e.duration(f.integer("duration", w.x.duration(), Unset.EMPTY));
        }
        if (f.since(160)) {
            w.e.postToAts(f.integer("postToAts", w.x.postToAts(), Unset.EMPTY));
        }
        if (f.since(162)) {
            w.e.autoCancelParent(f.flag("autoCancelParent", w.x.autoCancelParent()));
        }
    }

    static void hedgePriceAndContainer(OrderWalk w) {
        w.e.dontUseAutoPriceForHedge(
                w.f.flag("dontUseAutoPriceForHedge", w.x.dontUseAutoPriceForHedge()));
        w.e.isOmsContainer(w.f.flag("isOmsContainer", w.x.isOmsContainer()));
    }
}
