package dev.monger.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** Division by the short way and by the long one gives what decimals give. */
class FixedPointTest {

    private static final long[] DIVIDENDS = {
        0,
        1,
        -1,
        3,
        -3,
        5,
        150_000_000L,
        -250_000_000L,
        27_300_012_345_678L,
        -27_300_012_345_679L,
        9_223_372_036L,
        -92_233_720_368L
    };
    private static final long[] DIVISORS = {
        1,
        2,
        -2,
        3,
        7,
        200_000_000L,
        -300_000_000L,
        60_000_000_000L,
        600_000_000_000L,
        92_233_720_367L,
        92_233_720_368L
    };

    @Test
    void shouldDivideAsDecimalsDo() {
        int compared = 0;
        for (long dividend : DIVIDENDS) {
            for (long divisor : DIVISORS) {
                BigDecimal exact =
                        BigDecimal.valueOf(dividend)
                                .multiply(BigDecimal.valueOf(FixedPoint.ONE))
                                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_EVEN);
                if (exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
                    assertThat(FixedPoint.divide(dividend, divisor))
                            .as("%s / %s", dividend, divisor)
                            .isEqualTo(exact.longValueExact());
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }
}
