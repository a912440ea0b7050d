package dev.monger.simulator.front;

import dev.monger.simulator.backend.OrderKind;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.simulator.backend.TimeInForce;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;

/** Reads what an order on the wire asks for. */
final class WireTerms {
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
        long quantity = Amounts.orZero(order.totalQuantityE8());
        if (quantity % Decimals.ONE != 0) {
            return new Read.Refused(10243, "Fractional-sized order cannot be placed via API.");
        }
        TimeInForce timeInForce = timeInForce(order.timeInForce());
        if (timeInForce == null) {
            return invalid(
                    "time in force must be DAY, GTC, GTD or IOC, was '"
                            + order.timeInForce()
                            + "'");
        }
        long end = 0;
        if (timeInForce == TimeInForce.GTD) {
            end = TimeTexts.parse(order.goodTillDate());
            if (end == TimeTexts.MALFORMED) {
                return new Read.Refused(
                        10314,
                        "End Date/Time: The date, time, or time-zone entered is invalid. The correct format is"
                                + " yyyymmdd hh:mm:ss xx/xxxx or, in UTC, yyyymmdd-hh:mm:ss.");
            }
        }
        return new Read.Understood(
                new OrderTerms(
                        buy,
                        quantity / Decimals.ONE,
                        kind,
                        prices(order, kind),
                        new OrderTerms.Life(timeInForce, end, order.outsideRegularHours()),
                        order.ocaGroup(),
                        order.ocaType(),
                        order.orderRef()));
    }

    private static OrderTerms.Prices prices(Order order, OrderKind kind) {
        long limit = kind.hasLimit() ? Amounts.orZero(order.limitPriceE8()) : 0;
        long aux = Amounts.orZero(order.auxPriceE8());
        return switch (kind) {
            case MARKET, LIMIT, MARKET_ON_CLOSE -> OrderTerms.Prices.limit(limit);
            case STOP, STOP_LIMIT -> new OrderTerms.Prices(limit, aux, 0, 0, order.triggerMethod());
            case TRAIL ->
                    new OrderTerms.Prices(
                            0,
                            Amounts.orZero(order.trailStopPriceE8()),
                            aux,
                            Amounts.orZero(order.trailingPercentE8()),
                            order.triggerMethod());
        };
    }

    private static @org.jspecify.annotations.Nullable TimeInForce timeInForce(String text) {
        return switch (text) {
            case "", "DAY" -> TimeInForce.DAY;
            case "GTC" -> TimeInForce.GTC;
            case "GTD" -> TimeInForce.GTD;
            case "IOC" -> TimeInForce.IOC;
            default -> null;
        };
    }

    private static Read invalid(String cause) {
        return new Read.Refused(321, "Error validating request.-'bW' : cause - " + cause);
    }
}
