package dev.monger.simulator.front;

import dev.monger.tws.message.DeadOrderFields;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderExtras;
import org.jspecify.annotations.Nullable;

/**
 * Order attributes that would change how an order trades and that this broker does not serve: they
 * are refused, so that nobody takes an order for something it is not.
 */
final class Unserved {
    private static final String NONE = "None";

    private Unserved() {}

    /** The refusal of an order that carries one, or null. */
    static WireTerms.Read.@Nullable Refused attribute(Order order) {
        OrderExtras extras = order.extras();
        DeadOrderFields dead = extras.dead();
        if (dead.electronicTradeOnly()) {
            return new WireTerms.Read.Refused(
                    10268, "The 'EtradeOnly' order attribute is not supported.");
        }
        if (dead.firmQuoteOnly()) {
            return new WireTerms.Read.Refused(
                    10269, "The 'firmQuoteOnly' order attribute is not supported.");
        }
        if (isSet(dead.nbboPriceCapE8())) {
            return new WireTerms.Read.Refused(
                    10270, "The 'nbboPriceCap' order attribute is not supported.");
        }
        String name = name(order, extras);
        return name == null
                ? null
                : new WireTerms.Read.Refused(
                        321,
                        "Error validating request.-'bW' : cause - "
                                + name
                                + " is not supported by this simulator.");
    }

    private static @Nullable String name(Order order, OrderExtras extras) {
        if (order.allOrNone()) {
            return "allOrNone";
        }
        if (order.minQuantity() != Integer.MAX_VALUE && order.minQuantity() > 0) {
            return "minQty";
        }
        if (Amounts.orZero(extras.discretionaryAmountE8()) != 0) {
            return "discretionaryAmt";
        }
        if (extras.scale().isScaled()) {
            return "scalePriceIncrement";
        }
        if (isNamed(extras.hedge().type())) {
            return "hedgeType";
        }
        if (isNamed(extras.algo().strategy())) {
            return "algoStrategy";
        }
        if (isNamed(extras.adjusted().orderType())) {
            return "adjustedOrderType";
        }
        return nameOfRareOne(extras);
    }

    private static @Nullable String nameOfRareOne(OrderExtras extras) {
        if (isSet(extras.volatility().volatilityE8())) {
            return "volatility";
        }
        if (isNamed(extras.volatility().deltaNeutral().orderType())) {
            return "deltaNeutralOrderType";
        }
        if (isSet(extras.percentOffsetE8())) {
            return "percentOffset";
        }
        if (isNamed(extras.advisor().group()) || isNamed(extras.advisor().method())) {
            return "faGroup";
        }
        if (isNamed(extras.modelCode())) {
            return "modelCode";
        }
        if (isSet(extras.cashQuantityE8())) {
            return "cashQty";
        }
        return extras.notHeld() ? "notHeld" : null;
    }

    private static boolean isSet(long valueE8) {
        return valueE8 != Decimals.UNSET && valueE8 > 0;
    }

    /** TWS writes None where nothing is meant, and clients send back what they were told. */
    private static boolean isNamed(String text) {
        return !text.isEmpty() && !text.equals(NONE);
    }
}
