package dev.monger.simulator.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedMarketTest {
    private static final long START =
            TradingCalendar.nanosOf(
                    LocalDateTime.of(2026, 11, 24, 10, 0).atZone(TradingCalendar.ZONE));

    @Test
    void shouldGiveTheSameMarketForTheSameSeedAndAnotherForAnother() {
        // When
        List<MarketEvent> first = events(7, 2000);
        List<MarketEvent> again = events(7, 2000);
        List<MarketEvent> other = events(8, 2000);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void shouldMakeSoundQuotesAndTradesInOrderOfTime() {
        // When
        List<MarketEvent> events = events(3, 20_000);

        // Then
        long last = 0;
        int trades = 0;
        for (MarketEvent event : events) {
            assertThat(event.timeNanos()).isGreaterThanOrEqualTo(last);
            last = event.timeNanos();
            if (event instanceof MarketEvent.QuoteChanged changed) {
                Quote quote = changed.quote();
                assertThat(quote.bidE8()).isPositive().isLessThan(quote.askE8());
                assertThat(quote.bidE8() % 1_000_000).isZero();
                assertThat(quote.bidShares()).isPositive();
                assertThat(quote.askShares()).isPositive();
            } else {
                trades++;
            }
        }
        assertThat(trades).isGreaterThan(1000);
    }

    @Test
    void shouldSleepOverTheWeekend() {
        // Given
        long friday =
                TradingCalendar.nanosOf(
                        LocalDateTime.of(2026, 11, 27, 20, 30).atZone(TradingCalendar.ZONE));

        // When
        MarketSource source =
                new GeneratedMarket(1, Instruments.usual(), new TradingCalendar(false), friday);

        // Then
        assertThat(TradingCalendar.local(source.nextNanos()).toString())
                .startsWith("2026-11-30T04:00");
    }

    private static List<MarketEvent> events(long seed, int count) {
        MarketSource source =
                new GeneratedMarket(seed, Instruments.usual(), new TradingCalendar(false), START);
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(source.next());
        }
        return events;
    }
}
