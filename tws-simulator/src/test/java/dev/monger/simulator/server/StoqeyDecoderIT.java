package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.codec.ServerMessageEncoder;
import dev.monger.tws.message.CompletedState;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.Order;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.OrderState;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The decoder of {@code @stoqey/ib} reads what our encoder writes, at four versions, each field its
 * own value, and misses none. Not CurrentTimeInMillis and HistoricalDataEnd, which are younger than
 * this client, and no completed order up to 176, which it misreads.
 */
class StoqeyDecoderIT {
    private static final int LENGTH_BYTES = 4;

    /** Up to here the client wrongly expects no faProfile in a completed order. */
    private static final int LAST_MISREAD_COMPLETED_ORDER = 176;

    @ParameterizedTest
    @ValueSource(ints = {176, 178, 187, 193})
    void shouldBeReadFieldByField(int version) throws Exception {
        // Given
        List<ServerMessage> messages = messages(version);
        List<String> wrong = new ArrayList<>();

        // When
        try (NodeProcess decoder = NodeProcess.start("decode.js")) {
            for (ServerMessage message : messages) {
                wrong.addAll(read(decoder, message, version));
            }
        }

        // Then
        assertThat(wrong).isEmpty();
        assertThat(messages).hasSizeGreaterThan(50);
    }

    private static List<String> read(NodeProcess decoder, ServerMessage message, int version)
            throws Exception {
        List<StoqeyEvent> expected = new ArrayList<>(StoqeyView.of(message, version));
        byte[] frame = new ServerMessageEncoder(version).encode(message);
        String payload =
                new String(
                        frame, LENGTH_BYTES, frame.length - LENGTH_BYTES, StandardCharsets.UTF_8);
        List<String> fields = Arrays.asList(payload.split("\0", -1));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("version", version);
        line.put("fields", fields.subList(0, fields.size() - 1));
        decoder.say(line);
        List<String> wrong = new ArrayList<>();
        for (Map<?, ?> said = decoder.next(); !said.containsKey("done"); said = decoder.next()) {
            if (said.containsKey("complaint")) {
                wrong.add(message.getClass().getSimpleName() + ": " + said.get("complaint"));
            } else if (expected.isEmpty()) {
                wrong.add("not expected: " + said);
            } else {
                wrong.addAll(StoqeyEvent.differences(expected.removeFirst(), said));
            }
        }
        expected.forEach(event -> wrong.add("not seen: " + event));
        return wrong;
    }

    /** Every message with every field of its own value, and those whose fields depend on others. */
    private static List<ServerMessage> messages(int version) {
        List<ServerMessage> messages = new ArrayList<>();
        for (Class<?> family : ServerMessage.class.getPermittedSubclasses()) {
            for (Class<?> kind : family.getPermittedSubclasses()) {
                ServerMessage message = (ServerMessage) new UniqueRecords().make(kind);
                boolean known = !StoqeyView.of(message, version).isEmpty();
                boolean misread =
                        kind == OrderMessage.CompletedOrder.class
                                && version <= LAST_MISREAD_COMPLETED_ORDER;
                if (known && !misread && kind != SessionMessage.ErrorMessage.class) {
                    messages.add(message);
                }
            }
        }
        for (int type : new int[] {1, 2, 4, 6, 66, 67, 68, 72}) {
            messages.add(new MarketDataMessage.TickPrice(7, type, 1_025_000_000L, 700_000_000L, 1));
        }
        messages.add(new MarketDataMessage.TickByTickLast(3, false, 1, 2, 3, 0, "", ""));
        messages.add(SessionMessage.ErrorMessage.of(-1, 2104, "farm"));
        messages.add(new SessionMessage.ErrorMessage(7, 201, "caf\u00e9", "{\"a\":\"b\"}", 5));
        messages.add(plain());
        messages.add(pegged());
        if (version > LAST_MISREAD_COMPLETED_ORDER) {
            messages.add(
                    new OrderMessage.CompletedOrder(
                            5, contract(), plain().order(), CompletedState.NONE));
        }
        return messages;
    }

    private static Contract contract() {
        return Contract.stock(8314, "IBM", "NYSE").withLocalNames("IBM", "IBM");
    }

    private static OrderMessage.OpenOrder plain() {
        Order order = Order.builder("BUY", 100, "LMT").limitPriceE8(15_025_000_000L).build();
        return new OrderMessage.OpenOrder(1, 7, 5, contract(), order, OrderState.of("Submitted"));
    }

    private static OrderMessage.OpenOrder pegged() {
        OrderMessage.OpenOrder unique = new UniqueRecords().make(OrderMessage.OpenOrder.class);
        return new OrderMessage.OpenOrder(
                unique.orderId(),
                unique.clientId(),
                unique.permId(),
                unique.contract(),
                unique.order().toBuilder().orderType("PEG BENCH").build(),
                unique.state());
    }
}
