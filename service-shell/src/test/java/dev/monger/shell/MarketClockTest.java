package dev.monger.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketClockTest {

    @Test
    void shouldBeRealWithoutASetting() {
        // When
        MarketClock clock = MarketClock.parse(" ");

        // Then
        assertThat(clock.isReal()).isTrue();
        assertThat(clock.exchangeAt(123)).isEqualTo(123);
        assertThat(clock.realNanosFor(500)).isEqualTo(500);
    }

    @Test
    void shouldRunFromItsOriginAtItsRate() {
        // When
        MarketClock clock = MarketClock.parse("1795478400000000000, 1381152600000000000, 60.5");

        // Then
        assertThat(clock.isReal()).isFalse();
        assertThat(clock.exchangeAt(1_795_478_402_000_000_000L))
                .isEqualTo(1_381_152_721_000_000_000L);
        assertThat(clock.realNanosFor(121_000_000_000L)).isEqualTo(2_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"1, 45", "60, 2700", "0.5, 45", "2.5, 112"})
    void shouldKeepThePaceOfTheMarket(String rate, int expected) {
        // When
        MarketClock clock = MarketClock.parse("0,0," + rate);

        // Then
        assertThat(clock.perRealSecond(45)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2", "1,2,0", "1,2,-1", "a,2,1", "1,2,x", "1,2,3,4", "1,2,1.1234567"})
    void shouldRefuseWhatIsNoClock(String text) {
        // When
        Throwable refused = catchThrowable(() -> MarketClock.parse(text));

        // Then
        assertThat(refused)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MONGER_CLOCK")
                .hasMessageContaining("\"" + text + "\"");
    }
}
