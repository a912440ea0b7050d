package dev.monger.benchmark.codec;

import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataRequest;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderRequest;
import dev.monger.tws.message.OrderRequest.PlaceOrder;
import java.util.SplittableRandom;

/** Makes what a client says. */
final class ClientSamples {

    private static final long CENT = Decimals.ONE / 100;

    /** A monger trades one contract, and keeps it. */
    private static final Contract CONTRACT =
            Contract.stock(756733, "SPY", "ARCA").withLocalNames("SPY", "SPY");

    private final SplittableRandom random;

    ClientSamples(SplittableRandom random) {
        this.random = random;
    }

    ClientMessage next(String kind) {
        return switch (kind) {
            case "placeOrder" -> new PlaceOrder(orderId(), CONTRACT, order());
            case "cancelOrder" -> OrderRequest.CancelOrder.of(orderId());
            case "requestMarketData" ->
                    new MarketDataRequest.RequestMarketData(
                            1_000_000_000 + random.nextInt(100), CONTRACT, "236", false, false, "");
            default -> throw new IllegalArgumentException("Condition failed: a kind, not " + kind);
        };
    }

    /** An entry, its target or its stop, as a bracket has them. */
    private Order order() {
        String ref = "SPY." + random.nextInt(100) + "." + random.nextInt(10_000) + ".E";
        int leg = random.nextInt(3);
        var builder =
                Order.builder(
                                leg == 0 ? "BUY" : "SELL",
                                Decimals.ofWhole(100L + random.nextInt(900)),
                                leg == 2 ? "STP" : "LMT")
                        .account("DU1234567")
                        .orderRef(ref)
                        .transmit(leg == 2)
                        .timeInForce(leg == 0 ? "DAY" : "GTC");
        long priceE8 = Decimals.ofWhole(400) + random.nextInt(2_000) * CENT;
        builder = leg == 2 ? builder.auxPriceE8(priceE8) : builder.limitPriceE8(priceE8);
        if (leg != 0) {
            builder.parentId(orderId()).ocaGroup("oca." + ref).ocaType(2);
        }
        return builder.outsideRegularHours(leg != 0).build();
    }

    private int orderId() {
        return 1 + random.nextInt(100_000);
    }
}
