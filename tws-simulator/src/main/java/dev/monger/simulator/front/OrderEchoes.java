package dev.monger.simulator.front;

import dev.monger.simulator.backend.BrokerOrder;
import dev.monger.simulator.backend.OrderTerms;
import dev.monger.tws.codec.ClientMessageDecoder;
import dev.monger.tws.codec.ClientMessageEncoder;
import dev.monger.tws.codec.Decoded;
import dev.monger.tws.message.ClientMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderRequest;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What clients wrote in their orders, by permId, so that openOrder gives back every field; it
 * outlives a restart of the front. An order nobody wrote, or whose writing is lost, is shown from
 * the broker's terms.
 */
public final class OrderEchoes {
    private static final int VERSION = 200;
    private static final int LENGTH_BYTES = 4;
    private static final String NOTE = "order ";

    private final Map<Long, Order> written = new TreeMap<>();
    private @Nullable Order expected;
    private @Nullable BiConsumer<String, String> memory;

    void wrote(long permId, Order order) {
        written.put(permId, order);
        BiConsumer<String, String> writer = memory;
        if (writer != null) {
            writer.accept(NOTE + permId, text(order));
        }
    }

    /** From now on what clients write is also given away, under names {@link #restore} knows. */
    public void rememberWith(BiConsumer<String, String> writer) {
        memory = writer;
    }

    /**
     * Takes back what an earlier life gave away; notes of others are passed over.
     *
     * @throws IllegalArgumentException when a note of ours cannot be read
     */
    public void restore(Map<String, String> notes) {
        for (Map.Entry<String, String> note : notes.entrySet()) {
            if (note.getKey().startsWith(NOTE)) {
                written.put(
                        Long.parseLong(note.getKey().substring(NOTE.length())),
                        order(note.getValue()));
            }
        }
    }

    /** The order as a frame of the wire, which keeps every field. */
    private static String text(Order order) {
        byte[] frame =
                new ClientMessageEncoder(VERSION)
                        .encode(new OrderRequest.PlaceOrder(0, Contract.NONE, order));
        return Base64.getEncoder().encodeToString(frame);
    }

    private static Order order(String text) {
        byte[] frame = Base64.getDecoder().decode(text);
        ByteBuffer payload =
                ByteBuffer.wrap(frame, LENGTH_BYTES, frame.length - LENGTH_BYTES).slice();
        Decoded<ClientMessage> decoded = new ClientMessageDecoder(VERSION).decode(payload);
        if (decoded instanceof Decoded.Message<ClientMessage>(OrderRequest.PlaceOrder place)) {
            return place.order();
        }
        throw new IllegalArgumentException(
                "Condition failed: a note of an order holds an order, given " + decoded);
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
            wrote(order.permId(), awaited);
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
