package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.Bar;
import dev.monger.tws.message.Decimals;
import dev.monger.tws.message.MarketDataMessage.HistoricalDataUpdate;
import dev.monger.tws.message.MarketDataMessage.RealTimeBar;
import dev.monger.tws.message.MarketDataMessage.TickByTickBidAsk;
import dev.monger.tws.message.MarketDataMessage.TickByTickLast;
import dev.monger.tws.message.MarketDataMessage.TickByTickMidPoint;
import dev.monger.tws.message.MarketDataMessage.TickPrice;
import dev.monger.tws.message.MarketDataMessage.TickSize;
import dev.monger.tws.message.OrderMessage.OrderStatus;
import dev.monger.tws.message.ServerMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layouts say what is right; the short cuts must say the same, or leave it to them. */
class HotMessagesTest {

    private static final List<Class<?>> HOT =
            List.of(
                    TickPrice.class,
                    TickSize.class,
                    TickByTickLast.class,
                    TickByTickBidAsk.class,
                    TickByTickMidPoint.class,
                    RealTimeBar.class,
                    HistoricalDataUpdate.class,
                    OrderStatus.class);

    private static final int ROUNDS = 4_000;
    private static final byte[] TELLING = {0, 0, '-', '.', 'E', '9', '1', '0', 'a', (byte) 0xFF};

    private final byte[] roomy = new byte[1024];

    @ParameterizedTest
    @ValueSource(ints = {151, 176, 200})
    void shouldReadWhatTheLayoutsReadOfGeneratedAndMutatedFrames(int version) {
        // Given
        Seeded seeded = new Seeded(version);
        ServerMessageEncoder encoder = new ServerMessageEncoder(version);
        ServerMessageDecoder decoder = new ServerMessageDecoder(version);
        FieldReader reader = new FieldReader(version);
        HotMessages hot = new HotMessages(new Texts());
        int readHot = 0;

        for (int round = 0; round < ROUNDS; round++) {
            Class<?> leaf = HOT.get(round % HOT.size());
            ServerMessage made = usual((ServerMessage) seeded.record(leaf), seeded);
            byte[] frame = encoder.encode(made);
            byte[] payload = mutated(Arrays.copyOfRange(frame, 4, frame.length), seeded);

            // When
            Decoded<ServerMessage> read = decoder.decode(placed(payload, seeded));

            // Then
            assertThat(read)
                    .as("round %d: %s", round, Arrays.toString(payload))
                    .isEqualTo(ServerLayouts.TABLE.decode(reader, ByteBuffer.wrap(payload)));
            readHot += hot.read(placed(payload, seeded)) == null ? 0 : 1;
        }
        assertThat(readHot).isGreaterThan(ROUNDS / 4);
    }

    /** Generated values are of any size and have eight places; most are made usual. */
    private static ServerMessage usual(ServerMessage made, Seeded seeded) {
        int id = seeded.below(2) == 0 ? 1_000_000_000 + seeded.below(100) : seeded.below(10_000);
        long size = Decimals.ofWhole(seeded.below(20_000));
        long time = 1_795_000_000L + seeded.below(1_000);
        if (seeded.below(3) == 0) {
            return made;
        }
        long p = Decimals.ofWhole(seeded.below(50_000)) + seeded.below(100) * 1_000_000L;
        long q = p + seeded.below(100_000_000);
        return switch (made) {
            case TickPrice m -> new TickPrice(id, m.tickType() & 15, p, size, 1);
            case TickSize m -> new TickSize(id, m.tickType() & 127, size);
            case TickByTickLast m ->
                    new TickByTickLast(id, m.allLast(), time, p, size, 2, "ARCA", "");
            case TickByTickBidAsk m -> new TickByTickBidAsk(id, time, p, q, size, size, 0);
            case TickByTickMidPoint m -> new TickByTickMidPoint(id, time, q);
            case RealTimeBar m -> new RealTimeBar(id, time, p, q, p, q, size, q, id & 0xFFF);
            case HistoricalDataUpdate m ->
                    new HistoricalDataUpdate(
                            id, new Bar(Long.toString(time), p, q, p, q, size, q, id & 0xFFF));
            case OrderStatus m ->
                    new OrderStatus(
                            id, "PreSubmitted", size, size, q, time, 0, p, 7, m.whyHeld(), 0);
            default -> made;
        };
    }

    private static byte[] mutated(byte[] payload, Seeded seeded) {
        byte[] bytes = payload;
        if (seeded.below(2) == 0) {
            return bytes;
        }
        for (int changes = seeded.below(3); changes > 0; changes--) {
            bytes[seeded.below(bytes.length)] = TELLING[seeded.below(TELLING.length)];
        }
        if (seeded.below(3) == 0) {
            // Longer fields are those that a short cut could take for something else.
            int at = seeded.below(bytes.length + 1);
            byte[] longer = new byte[bytes.length + 1 + seeded.below(12)];
            Arrays.fill(longer, (byte) ('0' + seeded.below(10)));
            System.arraycopy(bytes, 0, longer, 0, at);
            int rest = bytes.length - at;
            System.arraycopy(bytes, at, longer, longer.length - rest, rest);
            bytes = longer;
        }
        return seeded.below(4) == 0 ? Arrays.copyOf(bytes, seeded.below(bytes.length + 1)) : bytes;
    }

    /** A payload as a frame reader gives it: somewhere in a larger array, with anything around. */
    private ByteBuffer placed(byte[] payload, Seeded seeded) {
        for (int index = 0; index < roomy.length; index++) {
            roomy[index] = (byte) (seeded.below(2) == 0 ? 0 : '0' + seeded.below(10));
        }
        int from = seeded.below(100);
        System.arraycopy(payload, 0, roomy, from, payload.length);
        return ByteBuffer.wrap(roomy, from, payload.length);
    }

    @Test
    void shouldReadTheUsualFormItself() {
        HotMessages hot = new HotMessages(new Texts());
        Seeded seeded = new Seeded(1);
        for (String usual :
                List.of(
                        "1~6~1000000012~1~412.37~300~1~",
                        "2~6~1000000012~0~12~",
                        "3~77~PreSubmitted~0~100~0~1700000001~0~0~7~~0~",
                        "50~3~12~1795000000~412.3~412.5~412~412.25~3100~412.37654321~44~",
                        "90~12~44~1795000000~412.3~412.5~412~412.25~412.370001~3100~",
                        "99~12~2~1795000000~412.37~100~0~ARCA~~",
                        "99~12~3~1795000000~412.37~412.38~100~12~0~",
                        "99~12~4~1795000000~412.375~")) {
            byte[] payload = usual.replace('~', '\0').getBytes(StandardCharsets.US_ASCII);
            assertThat(hot.read(placed(payload, seeded))).as(usual).isNotNull();
        }
    }

    @Test
    void shouldLeaveToTheLayoutsWhatHasNoRoomBehindIt() {
        byte[] payload = "2\0006\00012\0000\00012\000".getBytes(StandardCharsets.US_ASCII);
        assertThat(new HotMessages(new Texts()).read(ByteBuffer.wrap(payload))).isNull();
        assertThat(new ServerMessageDecoder(200).decode(ByteBuffer.wrap(payload)))
                .isEqualTo(
                        new Decoded.Message<ServerMessage>(
                                new TickSize(12, 0, Decimals.ofWhole(12))));
    }
}
