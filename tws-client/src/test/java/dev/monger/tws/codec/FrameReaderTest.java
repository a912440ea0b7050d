package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameReaderTest {

    /** What one side says at one version, in the order of the golden file. */
    record Side(boolean fromServer, int version) {

        List<GoldenFrame> frames() {
            return GoldenFrame.all()
                    .filter(golden -> !golden.isHandshake())
                    .filter(golden -> golden.fromServer() == fromServer)
                    .filter(golden -> golden.version() == version)
                    .toList();
        }
    }

    /** Reads every whole frame at once, where it lies, as a session does. */
    private static final class Listener {
        private final FrameReader reader = new FrameReader();
        private final Function<ByteBuffer, Decoded<?>> decoder;
        private List<Decoded<?>> messages = new ArrayList<>();

        Listener(Side side) {
            decoder =
                    side.fromServer()
                            ? new ServerMessageDecoder(side.version())::decode
                            : new ClientMessageDecoder(side.version())::decode;
        }

        void hears(byte[] stream, int from, int to) {
            reader.append(ByteBuffer.wrap(stream, from, to - from));
            while (reader.next() instanceof FrameReader.Frame.Whole(ByteBuffer payload)) {
                messages.add(decoder.apply(payload));
            }
        }

        List<Decoded<?>> takeMessages() {
            List<Decoded<?>> taken = messages;
            messages = new ArrayList<>();
            return taken;
        }
    }

    private static byte[] stream(List<GoldenFrame> frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        frames.forEach(golden -> bytes.writeBytes(golden.bytes()));
        return bytes.toByteArray();
    }

    static Stream<Side> sides() {
        return GoldenFrame.all()
                .filter(golden -> !golden.isHandshake())
                .map(golden -> new Side(golden.fromServer(), golden.version()))
                .distinct();
    }

    /** Every frame is split at every byte, between its neighbours: more have no part in it. */
    @ParameterizedTest
    @MethodSource("sides")
    void shouldGiveTheSameMessagesHoweverTheStreamIsSplit(Side side) {
        List<GoldenFrame> frames = side.frames();
        Listener listener = new Listener(side);
        for (int at = 0; at < frames.size(); at++) {
            int first = Math.max(0, at - 1);
            byte[] stream = stream(frames.subList(first, Math.min(frames.size(), at + 2)));
            int from = stream(frames.subList(first, at)).length;
            int to = from + frames.get(at).bytes().length;
            listener.hears(stream, 0, stream.length);
            List<Decoded<?>> whole = listener.takeMessages();
            for (int split = from; split < to; split++) {
                // When
                listener.hears(stream, 0, split);
                listener.hears(stream, split, stream.length);

                // Then
                assertThat(listener.takeMessages())
                        .as("%s at %d", frames.get(at), split)
                        .isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void shouldGiveTheSameMessagesByteByByte(Side side) {
        // Given
        byte[] stream = stream(side.frames());
        Listener listener = new Listener(side);
        listener.hears(stream, 0, stream.length);
        List<Decoded<?>> whole = listener.takeMessages();
        assertThat(whole)
                .hasSameSizeAs(side.frames())
                .allMatch(decoded -> decoded instanceof Decoded.Message<?>);

        // When
        for (int at = 0; at < stream.length; at++) {
            listener.hears(stream, at, at + 1);
        }

        // Then
        assertThat(listener.takeMessages()).isEqualTo(whole);
    }

    @Test
    void shouldTellAFrameThatIsTooLong() {
        FrameReader reader = new FrameReader();
        reader.append(ByteBuffer.allocate(4).putInt(0, 0x1000000));
        assertThat(reader.next()).isEqualTo(new FrameReader.Frame.Oversized(0x1000000));
    }

    @Test
    void shouldTellANegativeLengthAsTooLong() {
        FrameReader reader = new FrameReader();
        reader.append(ByteBuffer.allocate(4).putInt(0, -1));
        assertThat(reader.next()).isEqualTo(new FrameReader.Frame.Oversized(0xFFFFFFFFL));
    }

    @Test
    void shouldTakeTheLongestFrameAndAnEmptyOne() {
        FrameReader reader = new FrameReader();
        reader.append(ByteBuffer.allocate(4 + 0xFFFFFF + 4).putInt(0, 0xFFFFFF));
        assertThat(((FrameReader.Frame.Whole) reader.next()).payload().remaining())
                .isEqualTo(0xFFFFFF);
        assertThat(((FrameReader.Frame.Whole) reader.next()).payload().remaining()).isZero();
        assertThat(reader.next()).isInstanceOf(FrameReader.Frame.Partial.class);
    }
}
