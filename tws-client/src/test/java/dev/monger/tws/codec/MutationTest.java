package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MutationTest {

    private static final int FRAMES = 50_000;
    private static final byte[] TELLING = {0, 0, '-', '.', 'E', '9', '1', ',', 'a', (byte) 0xFF};

    @Test
    void shouldMakeAValueOfEveryMutatedFrame() {
        // Given
        List<GoldenFrame> frames =
                GoldenFrame.all().filter(golden -> !golden.isHandshake()).toList();
        Seeded seeded = new Seeded(20261124);
        TreeMap<String, Integer> outcomes = new TreeMap<>();

        for (int round = 0; round < FRAMES; round++) {
            GoldenFrame golden = frames.get(seeded.below(frames.size()));
            byte[] mutated = mutated(golden.payload(), seeded);

            // When
            Decoded<?> decoded =
                    golden.fromServer()
                            ? new ServerMessageDecoder(golden.version())
                                    .decode(ByteBuffer.wrap(mutated))
                            : new ClientMessageDecoder(golden.version())
                                    .decode(ByteBuffer.wrap(mutated));

            // Then
            outcomes.merge(decoded.getClass().getSimpleName(), 1, Integer::sum);
            if (decoded instanceof Decoded.Malformed<?> malformed) {
                assertThat(malformed.offset()).isBetween(0, mutated.length);
                assertThat(malformed.field()).isNotEmpty();
                assertThat(malformed.reason()).isNotEmpty();
            }
        }
        assertThat(outcomes.keySet()).containsExactly("Malformed", "Message", "Unknown");
        assertThat(outcomes.get("Malformed")).isGreaterThan(FRAMES / 10);
    }

    private static byte[] mutated(ByteBuffer payload, Seeded seeded) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        for (int changes = 1 + seeded.below(4); changes > 0; changes--) {
            bytes[seeded.below(bytes.length)] =
                    seeded.below(3) == 0
                            ? (byte) seeded.below(256)
                            : TELLING[seeded.below(TELLING.length)];
        }
        int length = seeded.below(4) == 0 ? seeded.below(bytes.length + 1) : bytes.length;
        return Arrays.copyOf(bytes, length);
    }
}
