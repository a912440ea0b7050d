package dev.monger.tws.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.codec.ServerMessageEncoder;
import dev.monger.tws.message.AccountMessage;
import dev.monger.tws.message.Contract;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.Execution;
import dev.monger.tws.message.MarketDataMessage;
import dev.monger.tws.message.MarketDataMessage.TickPrice;
import dev.monger.tws.message.MarketDataMessage.TickSize;
import dev.monger.tws.message.OrderMessage;
import dev.monger.tws.message.ServerMessage;
import dev.monger.tws.message.SessionMessage.ErrorMessage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConflationTest {

    private static final int ABOVE = 100;
    private static final SessionSettings SETTINGS =
            SessionSettings.defaults(7).withHeartbeat(1L << 60, 1L << 60).withConflateAbove(ABOVE);

    private static ServerMessage any(Chance chance) {
        int id = 1_000_000_001 + chance.below(4);
        long price = (100 + chance.below(50)) * Decimals.ONE;
        return switch (chance.below(12)) {
            case 0 ->
                    new OrderMessage.OrderStatus(
                            chance.below(9), "Submitted", 0, 0, 0, 1, 0, 0, 7, "", 0);
            case 1 -> new OrderMessage.ExecDetails(-1, Contract.NONE, Execution.NONE);
            case 2 -> new AccountMessage.Position("DU1", Contract.NONE, price, price);
            case 3 -> ErrorMessage.of(chance.below(9), 399, "a word " + chance.below(100));
            case 4 -> new MarketDataMessage.MarketDataType(id, 1 + chance.below(4));
            case 5 -> new MarketDataMessage.TickString(id, 48, "trade " + chance.below(1000));
            case 6 -> new MarketDataMessage.TickByTickMidPoint(id, 1, price);
            case 7 -> new MarketDataMessage.TickGeneric(id, 49, 0);
            case 8 -> new TickSize(id, chance.below(4), price);
            default -> new TickPrice(id, 1 + chance.below(3), price, price, 0);
        };
    }

    private static byte[] bytes(List<ServerMessage> messages) {
        ServerMessageEncoder encoder = new ServerMessageEncoder(200);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        messages.forEach(message -> bytes.writeBytes(encoder.encode(message)));
        return bytes.toByteArray();
    }

    private static String keyOf(ServerMessage message) {
        return switch (message) {
            case TickPrice m -> "price " + m.requestId() + " " + m.tickType();
            case TickSize m -> "size " + m.requestId() + " " + m.tickType();
            case MarketDataMessage.TickGeneric m -> "number " + m.requestId() + " " + m.tickType();
            default -> "";
        };
    }

    /** What should be left: the last tick of each key in its place, and everything else. */
    private static List<ServerMessage> expected(List<ServerMessage> messages) {
        List<ServerMessage> kept = new ArrayList<>();
        TreeSet<String> later = new TreeSet<>();
        for (ServerMessage message : messages.reversed()) {
            String key = keyOf(message);
            if (key.isEmpty() || later.add(key)) {
                kept.addFirst(message);
            }
        }
        return kept;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4711, 20261124})
    void shouldKeepTheLastTickOfEachInItsPlaceAndEverythingElse(long seed) {
        Chance chance = new Chance(seed);
        for (int round = 0; round < 40; round++) {
            // Given
            List<ServerMessage> messages = new ArrayList<>();
            for (int count = ABOVE + 1 + chance.below(400); count > 0; count--) {
                messages.add(any(chance));
            }
            ScriptedTws pressed = ScriptedTws.ready(SETTINGS);
            ScriptedTws calm = ScriptedTws.ready(SETTINGS);

            // When all come in one read, and what should be left one by one
            pressed.says(bytes(messages));
            expected(messages).forEach(calm::says);

            // Then both say the same, but for the word that something gave way
            List<SessionEvent> events = new ArrayList<>(pressed.takeEvents());
            int dropped = messages.size() - expected(messages).size();
            assertThat(dropped).as("seed %d round %d", seed, round).isPositive();
            assertThat(events.removeFirst())
                    .isEqualTo(new SessionEvent.Conflated(messages.size(), dropped));
            assertThat(events).as("seed %d round %d", seed, round).isEqualTo(calm.takeEvents());
        }
    }

    @Test
    void shouldKeepEveryTickWhileAReadHoldsFewFrames() {
        List<ServerMessage> messages = new ArrayList<>();
        for (int tick = 0; tick < ABOVE; tick++) {
            messages.add(new TickPrice(1_000_000_001, 1, tick * Decimals.ONE, 0, 0));
        }
        ScriptedTws tws = ScriptedTws.ready(SETTINGS);
        tws.says(bytes(messages));
        assertThat(tws.takeEvents()).hasSize(ABOVE).allMatch(SessionEvent.Ticked.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 4000})
    void shouldDoTheSameHoweverAFrameIsCutBetweenReads(int cut) {
        Chance chance = new Chance(5);
        List<ServerMessage> messages = new ArrayList<>();
        for (int count = 0; count < 500; count++) {
            messages.add(any(chance));
        }
        byte[] all = bytes(messages);
        List<List<SessionEvent>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            ScriptedTws tws = ScriptedTws.ready(SETTINGS);
            for (int at = 0; at < all.length; at += all.length / 2 + cut) {
                int end = Math.min(all.length, at + all.length / 2 + cut);
                tws.says(Arrays.copyOfRange(all, at, end));
            }
            runs.add(tws.takeEvents());
        }
        assertThat(runs.getFirst()).isEqualTo(runs.getLast());
        assertThat(runs.getFirst())
                .filteredOn(
                        event -> event instanceof SessionEvent.Received(OrderMessage.OrderStatus _))
                .hasSize(
                        (int)
                                messages.stream()
                                        .filter(OrderMessage.OrderStatus.class::isInstance)
                                        .count());
    }

    @Test
    void shouldConflateAtEveryVersionAndNeverByABrokenFrame() {
        for (int version : new int[] {176, 187, 200}) {
            ScriptedTws tws = new ScriptedTws(SETTINGS, version);
            tws.becomesReady();
            tws.takeEvents();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int count = 0; count < 200; count++) {
                bytes.writeBytes(ClientSessionTest.frame("1\0006\0007"));
                bytes.writeBytes(ClientSessionTest.frame("1\0006\000x\0001\0001\0001\0001\000"));
                bytes.writeBytes(ClientSessionTest.frame(""));
                bytes.writeBytes(ClientSessionTest.frame("1\0006\0007\0001\0001\0001\0001\000"));
            }
            tws.says(bytes.toByteArray());
            List<SessionEvent> events = tws.takeEvents();
            assertThat(events).first().isEqualTo(new SessionEvent.Conflated(800, 199));
            assertThat(events)
                    .filteredOn(SessionEvent.MalformedFrame.class::isInstance)
                    .hasSize(600);
        }
    }
}
