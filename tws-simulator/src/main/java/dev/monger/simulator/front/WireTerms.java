package dev.monger.simulator.front;

import dev.monger.simulator.backend.OrderKind;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.TimeInForce;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import org.jspecify.annotations.Nullable;

/** Reads what an order on the wire asks for. */
final class WireTerms {
    private static final String WRONG_TIME =
            " The date, time, or time-zone entered is invalid. The correct format is"
                    + " yyyymmdd hh:mm:ss xx/xxxx or, in UTC, yyyymmdd-hh:mm:ss.";

    private WireTerms() {}

    /** What reading gave. */
    sealed interface Read {
        /** Terms the broker understands. */
        record Understood(OrderTerms terms) implements Read {}

        /** Terms it does not, by TWS's code. */
        record Refused(int code, String text) implements Read {}
    }

    static Read read(Order order) {
        OrderKind kind = OrderKind.of(order.orderType());
        boolean buy = order.action().equals("BUY");
        boolean sell = order.action().equals("SELL") || order.action().equals("SSHORT");
        if (!buy && !sell) {
            return invalid("action must be BUY or SELL, was '" + order.action() + "'");
        }
        if (kind == null) {
            return new Read.Refused(
                    387,
                    "Unsupported order type for this exchange and security type: "
                            + order.orderType());
        }
        Read.Refused unknown = Unserved.attribute(order);
        if (unknown != null) {
            return unknown;
        }
        if (Amounts.orZero(order.totalQuantityE8()) % Decimals.ONE != 0) {
            return new Read.Refused(10243, "Fractional-sized order cannot be placed via API.");
        }
        TimeInForce timeInForce = timeInForce(order.timeInForce());
        if (timeInForce == null) {
            return invalid(
                    "time in force must be DAY, GTC, GTD, IOC, FOK or OPG, was '"
                            + order.timeInForce()
                            + "'");
        }
        if (kind == OrderKind.TRAIL_LIMIT && limitOffset(order) < 0) {
            return invalid(
                    "a TRAIL LIMIT order needs a limit price offset, or a limit price and a trail stop price");
        }
        return terms(order, kind, timeInForce);
    }

    private static Read terms(Order order, OrderKind kind, TimeInForce timeInForce) {
        long end = timeInForce == TimeInForce.GTD ? TimeTexts.parse(order.goodTillDate()) : 0;
        long after = order.goodAfterTime().isEmpty() ? 0 : TimeTexts.parse(order.goodAfterTime());
        if (end == TimeTexts.MALFORMED) {
            return new Read.Refused(10314, "End Date/Time:" + WRONG_TIME);
        }
        if (after == TimeTexts.MALFORMED) {
            return new Read.Refused(10314, "Start Date/Time:" + WRONG_TIME);
        }
        OrderTerms.Start start = WireConditions.read(order.conditions(), after);
        if (start == null) {
            return new Read.Refused(10314, "Condition:" + WRONG_TIME);
        }
        return new Read.Understood(
                new OrderTerms(
                        order.action().equals("BUY"),
                        Amounts.orZero(order.totalQuantityE8()) / Decimals.ONE,
                        kind,
                        prices(order, kind),
                        new OrderTerms.Life(timeInForce, end, order.outsideRegularHours()),
                        order.ocaGroup(),
                        order.ocaType(),
                        order.orderRef(),
                        start,
                        order.extras().autoCancelParent()));
    }

    private static OrderTerms.Prices prices(Order order, OrderKind kind) {
        long limit = kind.writesLimit() ? Amounts.orZero(order.limitPriceE8()) : 0;
        long aux = Amounts.orZero(order.auxPriceE8());
        return switch (kind) {
            case MARKET, LIMIT, MARKET_ON_CLOSE, LIMIT_ON_CLOSE -> OrderTerms.Prices.limit(limit);
            case STOP, STOP_LIMIT -> new OrderTerms.Prices(limit, aux, 0, 0, order.triggerMethod());
            case TRAIL, TRAIL_LIMIT ->
                    new OrderTerms.Prices(
                            0,
                            Amounts.orZero(order.trailStopPriceE8()),
                            aux,
                            Amounts.orZero(order.trailingPercentE8()),
                            order.triggerMethod(),
                            kind == OrderKind.TRAIL ? 0 : limitOffset(order));
        };
    }

    /** How far a trailing limit lies beyond its stop, −1 when nothing says so. */
    private static long limitOffset(Order order) {
        if (order.limitPriceOffsetE8() != Decimals.UNSET) {
            return Math.abs(order.limitPriceOffsetE8());
        }
        boolean both =
                order.limitPriceE8() != Decimals.UNSET
                        && order.trailStopPriceE8() != Decimals.UNSET;
        return both ? Math.abs(order.limitPriceE8() - order.trailStopPriceE8()) : -1;
    }

    private static @Nullable TimeInForce timeInForce(String text) {
        return switch (text) {
            case "", "DAY" -> TimeInForce.DAY;
            case "GTC" -> TimeInForce.GTC;
            case "GTD" -> TimeInForce.GTD;
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            case "OPG" -> TimeInForce.OPG;
            default -> null;
        };
    }

    private static Read invalid(String cause) {
        return new Read.Refused(321, "Error validating request.-'bW' : cause - " + cause);
    }
}
