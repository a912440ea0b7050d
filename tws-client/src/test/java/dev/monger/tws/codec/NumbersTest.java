package dev.monger.tws.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monger.tws.message.Decimals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Numbers by words say what numbers digit by digit say. */
class NumbersTest {

    private static final int ROUNDS = 20_000;

    private final FieldWriter writer = new FieldWriter(200);
    private final FieldReader reader = new FieldReader(200);

    @Test
    void shouldWriteAndReadWholeNumbersOfEveryLength() {
        Seeded seeded = new Seeded(3);
        for (int round = 0; round < ROUNDS; round++) {
            long value = round < 2_000 ? round : seeded.next() >> seeded.below(64);
            writer.begin();
            var _ = writer.number("number", value);
            byte[] frame = writer.frame();
            assertThat(text(frame)).isEqualTo(value + "\0");
            begin(frame);
            assertThat(reader.number("number", 0)).isEqualTo(value);
        }
    }

    @Test
    void shouldWriteAndReadDecimalsOfEveryLength() {
        Seeded seeded = new Seeded(4);
        for (int round = 0; round < ROUNDS; round++) {
            long value =
                    round < 2_000 ? round * 1_000_000L : seeded.next() >> (1 + seeded.below(62));
            writer.begin();
            var _ = writer.decimal("decimal", value, DecimalForm.OPTIONAL);
            var _ = writer.decimal("decimal", value, DecimalForm.POINT);
            byte[] frame = writer.frame();
            String plain = Decimals.text(value);
            String withPoint = plain.contains(".") ? plain : plain + ".0";
            assertThat(text(frame)).isEqualTo(plain + "\0" + withPoint + "\0");
            begin(frame);
            assertThat(reader.decimal("decimal", 0, DecimalForm.OPTIONAL)).isEqualTo(value);
            assertThat(reader.decimal("decimal", 0, DecimalForm.POINT)).isEqualTo(value);
        }
    }

    @Test
    void shouldGiveOutTheSameTextForTheSameBytes() {
        byte[] bytes = ByteBuffer.allocate(64).put(ascii("SMART\0PreSubmitted\0")).array();
        Texts texts = new Texts();
        assertThat(texts.text(bytes, 0, 5)).isEqualTo("SMART").isSameAs(texts.text(bytes, 0, 5));
        assertThat(texts.text(bytes, 6, 18))
                .isEqualTo("PreSubmitted")
                .isSameAs(texts.text(bytes, 6, 18));
        assertThat(texts.text(bytes, 0, 0)).isEmpty();
    }

    private void begin(byte[] frame) {
        reader.begin(ByteBuffer.wrap(frame, 4, frame.length - 4));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] frame) {
        return new String(frame, 4, frame.length - 4, StandardCharsets.US_ASCII);
    }
}
