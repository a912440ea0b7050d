package dev.monger.simulator.server;

import dev.monger.simulator.backend.OrderKind;
import dev.monger.simulator.backend.OrderTerms;

/** What a person types in these tests. */
final class OrdersByHand {
    private OrdersByHand() {}

    static OrderTerms market(boolean buy, long shares) {
        return new OrderTerms(
                buy,
                shares,
                OrderKind.MARKET,
                OrderTerms.Prices.NONE,
                OrderTerms.Life.DAY,
                "",
                0,
                "");
    }

    static OrderTerms limit(boolean buy, long shares, long priceE8) {
        return new OrderTerms(
                buy,
                shares,
                OrderKind.LIMIT,
                OrderTerms.Prices.limit(priceE8),
                OrderTerms.Life.GTC,
                "",
                0,
                "");
    }
}
