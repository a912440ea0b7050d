package dev.monger.benchmark.codec;

import dev.monger.tws.message.Bar;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.ServerMessage;
import java.util.List;
import java.util.SplittableRandom;

/** Makes what TWS says. */
final class ServerSamples {

    private static final long CENT = Decimals.ONE / 100;
    private static final String ACCOUNT = "DU1234567";
    private static final List<String> STATUSES =
            List.of("PreSubmitted", "Submitted", "Filled", "Cancelled");

    private final SplittableRandom random;
    private long priceE8;
    private long epochSeconds = 1_795_000_000L;

    ServerSamples(SplittableRandom random) {
        this.random = random;
        priceE8 = Decimals.ofWhole(412);
    }

    ServerMessage next(String kind) {
        int id = 1_000_000_000 + random.nextInt(100);
        return switch (kind) {
            case "tickPrice" ->
                    new MarketDataMessage.TickPrice(
                            id, 1 + random.nextInt(4), price(), shares(), random.nextInt(2));
            case "tickSize" -> new MarketDataMessage.TickSize(id, random.nextInt(9), shares());
            case "tickString" ->
                    new MarketDataMessage.TickString(id, 45, Long.toString(epochSeconds()));
            case "tickByTickLast" ->
                    new MarketDataMessage.TickByTickLast(
                            id, true, epochSeconds(), price(), shares(), 0, "ARCA", "");
            case "tickByTickBidAsk" ->
                    new MarketDataMessage.TickByTickBidAsk(
                            id, epochSeconds(), price(), price(), shares(), shares(), 0);
            case "realTimeBar" ->
                    new MarketDataMessage.RealTimeBar(
                            id,
                            epochSeconds(),
                            price(),
                            price(),
                            price(),
                            price(),
                            shares(),
                            price() + random.nextInt(1_000_000),
                            random.nextInt(500));
            case "historicalDataUpdate" ->
                    new MarketDataMessage.HistoricalDataUpdate(
                            id,
                            new Bar(
                                    Long.toString(epochSeconds()),
                                    price(),
                                    price(),
                                    price(),
                                    price(),
                                    shares(),
                                    price() + random.nextInt(1_000_000),
                                    random.nextInt(500)));
            default -> ofOrder(kind);
        };
    }

    private ServerMessage ofOrder(String kind) {
        return switch (kind) {
            case "orderStatus" -> status();
            case "openOrder" ->
                    new OrderMessage.OpenOrder(
                            orderId(), 7, permId(), contract(), order(), state());
            case "execDetails" -> execution();
            default -> throw new IllegalArgumentException("Condition failed: a kind, not " + kind);
        };
    }

    private OrderMessage.OrderStatus status() {
        return new OrderMessage.OrderStatus(
                orderId(),
                STATUSES.get(random.nextInt(STATUSES.size())),
                shares(),
                shares(),
                price(),
                permId(),
                0,
                price(),
                7,
                "",
                0);
    }

    private OrderMessage.ExecDetails execution() {
        return new OrderMessage.ExecDetails(
                -1,
                contract(),
                new Execution(
                        orderId(),
                        "0000e0d5." + Integer.toHexString(random.nextInt(1 << 28)) + ".01.01",
                        "20261125 10:31:07 US/Eastern",
                        ACCOUNT,
                        "ARCA",
                        "BOT",
                        shares(),
                        price(),
                        permId(),
                        7,
                        0,
                        shares(),
                        price(),
                        orderRef(),
                        "",
                        Decimals.UNSET,
                        "",
                        2,
                        false,
                        ""));
    }

    private Order order() {
        return Order.builder("BUY", shares(), "LMT")
                .limitPriceE8(price())
                .timeInForce("GTC")
                .account(ACCOUNT)
                .orderRef(orderRef())
                .outsideRegularHours(true)
                .build();
    }

    private static OrderState state() {
        return OrderState.of("Submitted");
    }

    private static Contract contract() {
        return Contract.stock(756733, "SPY", "ARCA").withLocalNames("SPY", "SPY");
    }

    private int orderId() {
        return 1 + random.nextInt(100_000);
    }

    private String orderRef() {
        return "SPY." + random.nextInt(100) + "." + random.nextInt(10_000) + ".E";
    }

    private long permId() {
        return 1_700_000_000L + random.nextInt(1 << 20);
    }

    private long price() {
        priceE8 = Math.max(CENT, priceE8 + (random.nextInt(11) - 5) * CENT);
        return priceE8;
    }

    private long shares() {
        return Decimals.ofWhole(
                random.nextInt(4) == 0 ? random.nextInt(100_000) : 100L * random.nextInt(20));
    }

    /** Several ticks come within one second. */
    private long epochSeconds() {
        epochSeconds += random.nextInt(4) == 0 ? 1 : 0;
        return epochSeconds;
    }
}
