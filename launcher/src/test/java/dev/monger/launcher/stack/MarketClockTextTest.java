package dev.monger.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class MarketClockTextTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final MarketClockText sixty =
            MarketClockText.showing(
                    LocalDate.of(2013, 10, 7), LocalTime.of(9, 30), NOW, BigDecimal.valueOf(60));

    @Test
    void shouldShowTheGivenTimeAtTheOrigin() {
        assertThat(sixty.exchangeAt(NOW)).isEqualTo("2013-10-07T13:30:00Z");
    }

    @Test
    void shouldRunAtItsRateBothWays() {
        Instant exchange = sixty.exchangeAt(NOW.plusSeconds(10));
        assertThat(exchange).isEqualTo("2013-10-07T13:40:00Z");
        assertThat(sixty.wallAt(exchange)).isEqualTo(NOW.plusSeconds(10));
        assertThat(sixty.exchangeAt(NOW.minusSeconds(10))).isEqualTo("2013-10-07T13:20:00Z");
    }

    @Test
    void shouldTellWhenTheExchangeShowsATime() {
        assertThat(sixty.next(LocalTime.of(10, 30), NOW)).isEqualTo(NOW.plusSeconds(60));
        assertThat(sixty.next(LocalTime.of(9, 29), NOW)).isEqualTo(NOW.plusSeconds(24 * 60 - 1));
    }

    @Test
    void shouldBeWallTimeWhenReal() {
        assertThat(MarketClockText.real().exchangeAt(NOW)).isEqualTo(NOW);
        assertThat(MarketClockText.real()).hasToString("0,0,1");
    }

    @Test
    void shouldRefuseAClockThatStandsStill() {
        assertThatThrownBy(() -> new MarketClockText(0, 0, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
