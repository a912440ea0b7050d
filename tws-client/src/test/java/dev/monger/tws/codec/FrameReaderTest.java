package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    private static final byte[] STREAM = stream();

    private static byte[] stream() {
        ByteBuffer bytes = ByteBuffer.allocate(10_000);
        GoldenFrame.all()
                .filter(golden -> golden.fromServer() && golden.version() == 200)
                .limit(40)
                .forEach(golden -> bytes.put(golden.bytes()));
        return ByteBuffer.allocate(bytes.position()).put(bytes.flip()).array();
    }

    @Test
    void shouldGiveTheSameFramesHoweverTheStreamIsSplit() {
        List<ByteBuffer> whole = framesOf(STREAM.length);
        assertThat(whole).hasSize(40);
        for (int split = 1; split < STREAM.length; split++) {
            // When
            FrameReader reader = new FrameReader();
            List<ByteBuffer> frames = new ArrayList<>();
            reader.append(ByteBuffer.wrap(STREAM, 0, split));
            drain(reader, frames);
            reader.append(ByteBuffer.wrap(STREAM, split, STREAM.length - split));
            drain(reader, frames);

            // Then
            assertThat(frames).as("split at %d", split).isEqualTo(whole);
        }
    }

    @Test
    void shouldGiveTheSameFramesByteByByte() {
        assertThat(framesOf(1)).isEqualTo(framesOf(STREAM.length));
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

    private static List<ByteBuffer> framesOf(int chunk) {
        FrameReader reader = new FrameReader();
        List<ByteBuffer> frames = new ArrayList<>();
        for (int at = 0; at < STREAM.length; at += chunk) {
            reader.append(ByteBuffer.wrap(STREAM, at, Math.min(chunk, STREAM.length - at)));
            drain(reader, frames);
        }
        return frames;
    }

    private static void drain(FrameReader reader, List<ByteBuffer> frames) {
        while (reader.next() instanceof FrameReader.Frame.Whole(ByteBuffer payload)) {
            frames.add(ByteBuffer.allocate(payload.remaining()).put(payload).flip());
        }
    }
}
