package dev.monger.tws.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "0.0,0",
        "-0,0",
        "150.25,15025000000",
        "-0.57,-57000000",
        "1,100000000",
        ".5,50000000",
        "5.,500000000",
        "+1,100000000",
        "0.00000001,1",
        "0.000000005,0",
        "0.000000015,2",
        "0.0000000050001,1",
        "1.0E-4,10000",
        "1e3,100000000000",
        "1E-9,0",
        "48211,4821100000000",
        "92233720368.54775805,9223372036854775805",
        "0.000000000,0",
        "100.000000000,10000000000"
    })
    void shouldReadDecimalsRoundingHalfToEven(String text, long units) {
        assertThat(parse(text)).isEqualTo(units);
    }

    @Test
    void shouldReadThousandsCommas() {
        assertThat(parse("1,234.5")).isEqualTo(123_450_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.7976931348623157E308", "1.7976931348623157e+308", "1e300", ""})
    void shouldReadTheLargestDoubleAndNothingAsUnset(String text) {
        assertThat(parse(text)).isEqualTo(Decimals.UNSET);
    }

    @Test
    void shouldReadTheLargestDoubleInDigitsAsUnset() {
        assertThat(parse("179769313486231570" + "0".repeat(291))).isEqualTo(Decimals.UNSET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Infinity", "Infinite", "+Inf"})
    void shouldReadInfinityInItsSpellings(String text) {
        assertThat(parse(text)).isEqualTo(Decimals.INFINITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                ".",
                "x",
                "1x",
                "1..2",
                "1.2.3",
                "e5",
                "1e",
                "1e+",
                "1e99999",
                "NaN",
                "None",
                "92233720369",
                "-92233720369",
                "1e20",
                "-1e300",
                " 1",
                "1 ",
                "-Infinity",
                "--1"
            })
    void shouldTellWhatIsNoDecimal(String text) {
        assertThat(parse(text)).isEqualTo(Decimals.MALFORMED);
    }

    @Test
    void shouldThrowForATextOfTheProgramThatIsNoDecimal() {
        assertThatThrownBy(() -> Decimals.of("1.5x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5x");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,0.0",
        "15025000000,150.25,150.25",
        "10000000000,100,100.0",
        "-57000000,-0.57,-0.57",
        "1,0.00000001,0.00000001",
        "9223372036854775805,92233720368.54775805,92233720368.54775805",
        "-100000000,-1,-1.0"
    })
    void shouldWritePlainNotation(long units, String plain, String withPoint) {
        assertThat(Decimals.text(units)).isEqualTo(plain);
        byte[] bytes = new byte[Decimals.MAX_TEXT_LENGTH];
        int end = Decimals.write(units, true, bytes, 0);
        assertThat(new String(bytes, 0, end, StandardCharsets.UTF_8)).isEqualTo(withPoint);
    }

    private static long parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(("#" + text).getBytes(StandardCharsets.UTF_8));
        return Decimals.parse(bytes, 1, bytes.limit());
    }
}
