package dev.monger.engine.tws;

import dev.monger.engine.EngineOutput;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.session.SessionEvent;
import dev.monger.tws.session.TickValue;
import java.util.Optional;

/**
 * Which amounts of the wire are taken in: those that can be added up all day, and multiplied with
 * one another, without leaving 64 bits. A message with another is told and dropped, since one that
 * stopped the process would stop it again at each start, with a position open.
 */
public final class Plausibility {

    private static final long MOST_WHOLE_QUANTITY = 10_000_000_000L;
    private static final long MOST_WHOLE_PRICE = 10_000_000L;
    private static final long MOST_WHOLE_MONEY = 10_000_000_000L;

    /** What one execution may be worth. */
    private static final long MOST_WHOLE_VALUE = 1_000_000_000L;

    private Plausibility() {}

    /** Returns the alarm for something that cannot be so; empty for what is to be taken in. */
    public static Optional<EngineOutput.Alarm> alarm(SessionEvent event, String account) {
        String problem =
                switch (event) {
                    case SessionEvent.Received(OrderMessage order) -> ofOrder(order);
                    case SessionEvent.Received(AccountMessage about) -> ofAccount(about);
                    case SessionEvent.Ticked ticked -> ofTick(ticked.tick().value());
                    default -> "";
                };
        return problem.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new EngineOutput.Alarm(
                                "implausible-message",
                                account,
                                "TWS says what cannot be and is not taken in: "
                                        + problem
                                        + ", in "
                                        + event
                                        + ". Compare orders and positions in TWS."));
    }

    private static String ofOrder(OrderMessage message) {
        return switch (message) {
            case OrderMessage.OpenOrder open ->
                    quantity("total", unsetAsZero(open.order().totalQuantityE8()));
            case OrderMessage.CompletedOrder completed ->
                    quantity("total", unsetAsZero(completed.order().totalQuantityE8()))
                            + quantity("filled", unsetAsZero(completed.state().filledQuantityE8()));
            case OrderMessage.OrderStatus status ->
                    quantity("filled", unsetAsZero(status.filledE8()))
                            + quantity("remaining", unsetAsZero(status.remainingE8()));
            case OrderMessage.ExecDetails details ->
                    execution(details.execution().sharesE8(), details.execution().priceE8());
            case OrderMessage.CommissionReport report ->
                    money("commission", unsetAsZero(report.commissionE8()))
                            + money("realized P&L", unsetAsZero(report.realizedPnlE8()));
            case OrderMessage.OpenOrderEnd _,
                    OrderMessage.OrderBound _,
                    OrderMessage.ExecDetailsEnd _,
                    OrderMessage.CompletedOrdersEnd _ ->
                    "";
        };
    }

    private static String execution(long sharesE8, long priceE8) {
        String problem = quantity("shares", sharesE8) + price("price", priceE8);
        if (!problem.isEmpty()) {
            return problem;
        }
        long most = MOST_WHOLE_VALUE * Decimals.ONE / Math.max(Math.abs(priceE8), Decimals.ONE);
        return sharesE8 / Decimals.ONE <= most
                ? ""
                : "an execution worth more than " + MOST_WHOLE_VALUE;
    }

    private static String ofAccount(AccountMessage message) {
        return switch (message) {
            case AccountMessage.Position position ->
                    quantity("position", absolute(position.positionE8()))
                            + money("average cost", unsetAsZero(position.averageCostE8()));
            case AccountMessage.Pnl pnl ->
                    money("daily P&L", unsetAsZero(pnl.dailyPnlE8()))
                            + money("unrealized P&L", unsetAsZero(pnl.unrealizedPnlE8()))
                            + money("realized P&L", unsetAsZero(pnl.realizedPnlE8()));
            case AccountMessage.PnlSingle pnl -> money("daily P&L", unsetAsZero(pnl.dailyPnlE8()));
            default -> "";
        };
    }

    private static String ofTick(TickValue value) {
        return switch (value) {
            case TickValue.Bid bid -> price("bid", bid.priceE8()) + size(bid.sizeE8());
            case TickValue.Ask ask -> price("ask", ask.priceE8()) + size(ask.sizeE8());
            case TickValue.Last last -> price("last", last.priceE8()) + size(last.sizeE8());
            case TickValue.BidSize size -> size(size.sizeE8());
            case TickValue.AskSize size -> size(size.sizeE8());
            case TickValue.LastSize size -> size(size.sizeE8());
            default -> "";
        };
    }

    private static String size(long sizeE8) {
        return quantity("size", Math.max(sizeE8, 0));
    }

    private static String quantity(String what, long valueE8) {
        return valueE8 >= 0 && valueE8 <= MOST_WHOLE_QUANTITY * Decimals.ONE
                ? ""
                : what + " is not from 0 to " + MOST_WHOLE_QUANTITY;
    }

    private static String price(String what, long valueE8) {
        return within(valueE8, MOST_WHOLE_PRICE) ? "" : outside(what, MOST_WHOLE_PRICE);
    }

    private static String money(String what, long valueE8) {
        return within(valueE8, MOST_WHOLE_MONEY) ? "" : outside(what, MOST_WHOLE_MONEY);
    }

    private static boolean within(long valueE8, long mostWhole) {
        return valueE8 >= -mostWhole * Decimals.ONE && valueE8 <= mostWhole * Decimals.ONE;
    }

    private static String outside(String what, long mostWhole) {
        return what + " is not within " + mostWhole;
    }

    private static long unsetAsZero(long valueE8) {
        return Decimals.isSet(valueE8) ? valueE8 : 0;
    }

    /** The smallest number has no other sign. */
    private static long absolute(long valueE8) {
        return valueE8 < 0 ? -Math.max(valueE8, -Long.MAX_VALUE) : valueE8;
    }
}
