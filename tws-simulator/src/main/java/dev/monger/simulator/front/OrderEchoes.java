package dev.monger.simulator.front;

import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What clients wrote in their orders, by permId, so that openOrder gives back every field; it
 * outlives a restart of the front. An order nobody wrote, or whose writing is lost, is shown from
 * the broker's terms.
 */
public final class OrderEchoes {
    private final Map<Long, Order> written = new TreeMap<>();
    private @Nullable Order expected;

    void wrote(long permId, Order order) {
        written.put(permId, order);
    }

    /** The next order the broker tells of that is not known yet was written like this. */
    void expect(Order order) {
        expected = order;
    }

    /** Nothing is expected any more. */
    void expectNothing() {
        expected = null;
    }

    Order of(BrokerOrder order) {
        Order awaited = expected;
        if (awaited != null && !order.origin().manual() && !written.containsKey(order.permId())) {
            written.put(order.permId(), awaited);
            expected = null;
        }
        Order known = written.get(order.permId());
        return known != null ? known : fromTerms(order.terms());
    }

    private static Order fromTerms(OrderTerms terms) {
        OrderTerms.Life life = terms.life();
        String end =
                switch (life.timeInForce()) {
                    case GTD -> TimeTexts.utc(life.goodTillNanos());
                    case DAY, GTC, IOC, FOK, OPG -> "";
                };
        return Order.builder(
                        terms.buy() ? "BUY" : "SELL",
                        Math.multiplyExact(terms.shares(), Decimals.ONE),
                        terms.kind().wireName())
                .timeInForce(life.timeInForce().name())
                .goodTillDate(end)
                .outsideRegularHours(life.outsideRegularHours())
                .orderRef(terms.orderRef())
                .ocaGroup(terms.ocaGroup())
                .ocaType(terms.ocaType())
                .triggerMethod(terms.prices().triggerMethod())
                .trailingPercentE8(
                        terms.prices().trailPercentE8() == 0
                                ? Decimals.UNSET
                                : terms.prices().trailPercentE8())
                .build();
    }
}
